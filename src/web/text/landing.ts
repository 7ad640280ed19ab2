export const landing = {
  title: 'Outsourcing you can check',
  head: 'Work done anywhere. Proof for every number.',
  lead: 'Hire a freelancer near or far for one piece of work. Your money waits in escrow until you say yes, and every sum on every page opens the events that made it.',
  post: 'Post a project',
  find: 'Find work',
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
    later: 'Opens with a later version',
    projects: {
      name: 'Projects',
      what: 'design, legal, engineering, research',
      text: 'Post what you need. Freelancers answer with a price, a date and a plan, sealed from each other. You pick one, and the money waits in escrow until you say yes.',
      route: (fee: string) => ['You fund a milestone', 'It waits in escrow', 'You say yes', fee],
      list: [
        'By the milestone, in any currency',
        'Proposals sealed until the award',
        'Feedback that neither side sees first',
      ],
      act: 'Post a project',
    },
    tasks: {
      name: 'Tasks',
      what: 'labels, receipts, checks, transcripts',
      text: 'You will order an accuracy, not a head count: each task asked until its answer is sure enough, and no answer more.',
      route: [
        'You put in a ceiling',
        'Answers are bought',
        'Accuracy is shown',
        'The rest comes back',
      ],
      list: [
        'Thousands of small jobs at once',
        'A pay floor for every worker',
        'The Mechanical Turk API',
      ],
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
  shores: {
    title: 'The same hour, eight shores',
    text: 'In one market of 2007 an hour of architectural illustration cost USD 8 in Uruguay or the Philippines and USD 70 to 75 in the United States. Anywhere is a choice: see the difference, then choose near or far.',
    act: 'See the figures',
    unit: 'USD an hour. Source:',
    source: 'rates reported on 4 July 2007',
    label: (rates: string) => `${rates} US dollars an hour`,
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
    act: 'The fee rule in plain words',
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
