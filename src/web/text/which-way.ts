const hours = (count: number) => `${count.toLocaleString('en')} hour${count === 1 ? '' : 's'}`;

export const whichWay = {
  title: 'Which way fits',
  head: 'Six questions, and a way to buy the work',
  lead: 'Answer what you know. The rules behind the answer are fixed and shown; nothing is stored.',
  form: {
    shape: 'What kind of work is it?',
    shapes: {
      one: { label: 'One piece of work', hint: 'a set of drawings, an application, a report' },
      many: {
        label: 'Many small pieces that are alike',
        hint: 'receipts, labels, checks, addresses',
      },
      running: { label: 'Work that goes on every month', hint: 'support, payables, updates' },
    },
    size: 'How much is it?',
    pieces: 'How many pieces',
    minutes: 'Minutes each',
    hours: 'Or hours in all, a month if it goes on',
    category: 'Kind of work',
    anyCategory: 'Not said',
    optional: 'if you know',
    knows: 'Must whoever does it know your business?',
    level: 'Do you need a level that is paid back when it is missed?',
    levelHint: 'such as 98% right, or an answer within 4 hours',
    secret: 'Must strangers not see the material?',
    yes: 'Yes',
    no: 'No',
    show: 'Show the way that fits',
  },
  answer: {
    found: { project: 'A project fits', tasks: 'Tasks fit', service: 'A managed service fits' },
    later: 'Opens with a later version',
    why: 'Why, from what you answered',
    reasons: {
      one_piece: 'One piece of work has one price, one date and one person who answers for it.',
      by_the_hour:
        'Work that goes on without signed levels is simplest by the hour: you fund what comes next, and stop when you like.',
      alike_and_small:
        'Many small alike pieces can be done by many people at once, each piece by whoever is free.',
      few_pieces:
        'With fewer than 100 pieces one person is told and paid sooner than a batch is set up.',
      long_pieces:
        'Pieces of more than half an hour are work of their own, for somebody whom you choose.',
      knows_you: 'Who must know your business should be chosen by you, and stay.',
      secret:
        'In a project you choose who sees the material; in tasks nobody knows beforehand who will.',
      no_level_yet:
        'A project pays back what you do not accept, but it does not measure a level by itself. Write the level into the milestones.',
      level_by_repeats:
        'Ask each piece more than once and mix in pieces whose answer you know: both show how right the answers are.',
      level_signed:
        'A level that is paid back when it is missed is signed, measured each month and credited by itself.',
      goes_on:
        'It goes on every month, so somebody must answer for the months and not for a piece.',
      pieces_unknown: 'With the number of pieces and the minutes each, the hours can be told too.',
    },
    today: 'What you can do today',
    todayOpen: {
      tasks:
        'Choose a template, upload your rows, and see what they cost before you order: workers see them at once, and what nobody does comes back.',
      fixed:
        'Post it as a project at a fixed price: freelancers answer with a price, a date and a plan, and the money waits in escrow until you say yes.',
      hourly:
        'Post it as a project by the hour: freelancers answer with a rate and hours a week, and you fund the hours ahead.',
    },
    todayLater: {
      service:
        'Managed services are not open here yet. Until they are, post a project by the hour with a vendor or an agency, and write the levels into the milestones; a miss is then yours to judge, not measured by itself.',
    },
    post: 'Post a project',
    order: 'Order tasks',
    cost: 'What it would cost',
    costUnknown:
      'Name the kind of work and its hours, and the rates that freelancers ask make a sum here.',
    costNobody: (category: string) =>
      `Nobody is listed for ${category} yet, so there is no rate to count with.`,
    hoursFrom: (pieces: string, minutes: string, sum: number) =>
      `${pieces} pieces of ${minutes} minutes are ${hours(sum)}, without checks and repeats.`,
    costTitle: (category: string, sum: number) => `${category}, ${hours(sum)}`,
    lowest: (rate: string) => `At the lowest rate asked, ${rate}`,
    median: (rate: string) => `At the median rate, ${rate}`,
    highest: (rate: string) => `At the highest rate asked, ${rate}`,
    onshore: (country: string, rate: string) => `At the median rate in ${country}, ${rate}`,
    fee: 'What the fee does to it',
    rates: 'These rates by country',
    others: 'The other ways',
    otherWays: {
      project: 'A project: one freelancer, one price or an hourly rate, money in escrow.',
      tasks:
        'Tasks: many people, one small piece each, answers that are checked and paid one by one.',
      service:
        'A managed service: a vendor, levels that are signed and measured each month. Opens later.',
    },
  },
};
