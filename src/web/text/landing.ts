/** Up to twelve in letters. */
function countWords(count: number): string {
  const letters = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
  return letters[count] ?? String(count);
}

export const landing = {
  title: 'Outsourcing you can check',
  head: 'Work done anywhere. Proof for every number.',
  lead: 'Hire a freelancer near or far for one piece of work. Your money waits in escrow until you say yes, and every sum on every page opens the events that made it.',
  post: 'Post a project',
  findWork: 'Find work',
  noFee: (fee: string) => `No fee to sign up, none to look. ${fee}`,
  /** One payment from the client's yes to the freelancer's account, by the rules in force. */
  path: {
    about: 'One milestone, from your yes to their account',
    title: (price: string) => `Exterior views, ${price}`,
    columns: { step: 'Step', safe: 'What holds', total: 'Total' },
    fund: {
      step: 'You fund it',
      note: 'before work starts',
      safe: 'waits in escrow, out of reach for both',
    },
    accept: {
      step: 'You say yes',
      note: (days: number) => `you have ${days} days to look`,
      safe: 'the fee leaves here, nowhere else',
    },
    receive: { step: 'They receive', safe: (days: number) => `theirs to spend after ${days} days` },
    foot: 'An example by the fee rule in force. A',
    dotted: 'dotted line',
    footEnd: 'opens what is behind a number.',
  },
  ways: {
    title: 'Three ways to buy work, side by side',
    unsure: 'Not sure which?',
    helper: 'Six questions find the way that fits',
    later: 'Opens with a later version',
    projects: {
      name: 'Projects',
      what: 'design, legal, engineering, research',
      text: 'Post what you need. Freelancers who fit are told at once and answer with a price, a date and a plan, sealed from each other. You compare, pick one, and the money waits in escrow until you say yes.',
      route: (fee: string) => ['You fund a milestone', 'It waits in escrow', 'You say yes', fee],
      list: [
        'By the milestone or by the hour',
        'Quality scores that anyone can recompute',
        'Feedback that neither side sees first',
      ],
      act: 'Post a project',
    },
    tasks: {
      name: 'Tasks',
      what: 'labels, receipts, checks, transcripts',
      text: 'Upload a sheet, one row for each small job, and see the cost before you order. Exactly as many answers are paid as you ordered; known answers mixed in show how right they are.',
      route: (fee: string) => [
        'You order a batch',
        'It waits in escrow',
        'Each answer is paid',
        `The rest comes back, fee ${fee}`,
      ],
      list: [
        'Thousands of small jobs at once',
        'What an hour pays is measured and shown',
        'A rejection needs a reason, and can be appealed',
      ],
      act: 'Order tasks',
    },
    services: {
      name: 'Services',
      what: 'payables, support, data entry',
      text: 'You will sign service levels with a vendor. The agreement measures every month and posts the credit for a miss by itself.',
      route: [
        'Levels are signed',
        'Each event is measured',
        'The month closes',
        'Invoice less credit',
      ],
      list: [
        'Levels, minimums, earn-back',
        'Any month replayed to the cent',
        'A right to leave on repeated misses',
      ],
    },
    planned: 'Planned',
  },
  find: {
    title: 'Find somebody',
    label: 'What should they do?',
    hint: 'Words such as street views, payroll in Spanish, or a name',
    act: 'Find freelancers',
    kinds: 'All kinds of work',
    often: 'Kinds of work with most freelancers',
    listed: (count: number) => `${count.toLocaleString('en')} freelancer${count === 1 ? '' : 's'}`,
    countries: (count: number) => (count === 1 ? 'in one country' : `in ${count} countries`),
    open: (count: number) =>
      count === 1 ? 'one project is open' : `${count.toLocaleString('en')} projects are open`,
    fresh: (count: number) => `${count.toLocaleString('en')} of them new in the last 7 days`,
    none: 'No project is open now. The next one may be yours.',
  },
  shores: {
    title: (count: number) => `The same hour, ${countWords(count)} shores`,
    text: (of: { category: string; low: string; cheap: string; high: string; dear: string }) =>
      `An hour of ${of.category.toLowerCase()} costs ${of.low} in ${of.cheap} and ${of.high} in ${of.dear}. See all of it, then choose near or far.`,
    or: ' or ',
    act: 'Explore rates',
    unit: (currency: string) => `${currency} an hour, as`,
    source: 'freelancers listed here',
    sourceEnd: 'ask now.',
    demo: 'This is the demo marketplace: its people are invented, and these rates follow',
    demoSource: 'figures reported on 4 July 2007',
    past: {
      title: 'The same hour, eight shores',
      text: 'In one market of 2007 an hour of architectural illustration cost USD 8 in Uruguay or the Philippines and USD 70 to 75 in the United States. Anywhere is a choice: see the difference, then choose near or far.',
      act: 'See the figures',
      unit: 'USD an hour. Source:',
      source: 'rates reported on 4 July 2007',
    },
    label: (rates: string, currency: string) => `${rates}; ${currency} an hour`,
  },
  answers: {
    title: 'Plain answers',
    list: {
      what: {
        question: 'Is this business process outsourcing, or work from home?',
        answer:
          'Either. A firm that gives work away and a person who works at a kitchen table sign the same contract here: what is done, by when, for how much. Anyshore is the market and keeps the escrow; it employs nobody.',
      },
      invest: {
        question: 'Do I have to invest anything?',
        answer:
          'No. Joining, looking, posting and proposing cost nothing. No kit, course, deposit or place in a list is sold here. Whoever asks you to pay before you may work breaks the rules: report it.',
      },
      who: {
        question: 'Who pays what?',
        answer: (fee: string) =>
          `The two sides agree on a price. ${fee} A fee is taken only when money is paid out, never for a promise.`,
        act: 'Work out the fee of a payment',
      },
      when: {
        question: 'When does money move?',
        answer: (of: { acceptance: number; security: number }) =>
          `Before work starts the client puts the price of the milestone into escrow. It leaves when the client accepts, or ${of.acceptance} days after a delivery without a word. What was paid can be spent ${of.security} days later. Money that goes back to the client carries no fee.`,
      },
    },
  },
  promises: {
    title: 'Promises that run by themselves',
    escrow: {
      title: 'No work starts unfunded',
      text: 'A milestone is paid in before work begins. It leaves escrow by an acceptance, a refund or a split that both agreed, and by nothing else.',
      rule: 'The database refuses a balance below zero.',
    },
    silence: {
      title: 'Silence is an answer',
      text: (days: number) =>
        `Nobody waits for ever. ${days} days after a delivery without a word it counts as accepted, with warnings before.`,
      rule: (offer: number) => `An offer lapses after ${offer} days, and the others are told.`,
    },
    evidence: {
      title: 'Every cent has a line',
      text: 'Each act writes one event that nobody can change, and each transfer names the act that caused it. Statements, pages and exports read the same log.',
      rule: 'One command recomputes every balance from the first line on.',
    },
  },
  cost: {
    title: 'What it costs, in full',
    text: 'Nobody invests anything to start. The fee sits inside the price, and both sides see both sums before they agree.',
    act: 'The fee rule, and a calculator',
  },
  api: {
    title: 'Everything has an API',
    text: 'What a page can do, a program can do: post, propose, fund, deliver, accept. A key gets only the rights you give it, and a repeated call acts once.',
    label: 'Example with curl',
    act: 'Every operation, with examples',
  },
  yours: {
    title: 'Yours to run',
    text: 'Open source, one program, one database. Start it on your own machine with a demo market inside.',
    demo: 'Look around the demo',
    start: 'Create account',
    source: 'Read the source',
  },
};
