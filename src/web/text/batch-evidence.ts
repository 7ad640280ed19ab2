/** Words of the evidence behind a batch's numbers. */
const count = (value: number | bigint) => value.toLocaleString('en');
const many = (value: number | bigint, one: string, more: string) =>
  `${count(value)} ${Number(value) === 1 ? one : more}`;

export const batchEvidence = {
  sums: {
    spent: {
      name: 'Spent so far',
      formula: 'What left the batch’s escrow for workers and for the marketplace’s fee.',
    },
    workers: {
      name: 'Paid to workers',
      formula: 'Rewards, bonuses and what made up to the least pay, from escrow to workers.',
    },
    rewards: {
      name: 'Rewards',
      formula: 'The reward of each approved answer, from escrow to its worker.',
    },
    bonuses: { name: 'Bonuses', formula: 'What you gave workers on top of rewards.' },
    'top-ups': {
      name: 'Made up to the least pay',
      formula: 'What was added where the measured pay of an hour was under the least you set.',
    },
    fees: { name: 'Fees', formula: 'What left the batch’s escrow as fee on rewards and bonuses.' },
    held: {
      name: 'Held in escrow',
      formula: 'What you put in, less what was paid and what came back.',
    },
    back: { name: 'Came back', formula: 'What left the batch’s escrow for your wallet again.' },
    answers: {
      name: 'Answers',
      formula: 'Each assignment counted in the state that it is in now.',
    },
    approved: {
      name: 'Approved answers',
      formula: 'Each assignment that is approved now; the others are beside it.',
    },
    'last-hour': {
      name: 'Answers of the last hour',
      formula: 'Each answer handed in within the hour before now, whatever its state.',
    },
    hourly: {
      name: 'Workers earn an hour',
      formula:
        'The reward × 3,600 ÷ the median of the seconds in which workers were at an answer. The newest 500 approved and 500 waiting answers count.',
    },
    gold: {
      name: 'Gold tasks',
      formula: 'Answers to gold tasks that are the known one, of all answers to gold tasks.',
    },
  },
  parts: {
    funded: 'from your wallet',
    rewards: 'to workers',
    bonuses: 'to workers',
    top_ups: 'to workers',
    fees: 'to the marketplace',
    back: 'to your wallet',
  },
  term: (act: string, part: string, transfers: number) =>
    `${act}, ${part} (${many(transfers, 'transfer', 'transfers')})`,
  total: 'Sum',
  none: 'No transfer yet.',
  from: (transfers: number) =>
    `${many(transfers, 'transfer', 'transfers')} of the ledger. The newest:`,
  states: {
    accepted: 'With workers',
    submitted: 'To review',
    approved: 'Approved',
    rejected: 'Rejected',
    returned: 'Given back by workers',
    abandoned: 'Time ran out',
  },
  answersTotal: 'Handed in',
  lastHour: 'Handed in within the last hour',
  reward: 'Reward of an answer',
  median: 'Median of an answer',
  span: 'Eight of ten took',
  spanIs: (low: string, high: string) => `${low} to ${high}`,
  measured: 'Measured answers',
  pace: 'In an hour',
  tooFew: 'Not yet known: ten answers at least',
  paceOrigin: 'The times stand in the results, answer by answer.',
  goldRight: 'Right',
  goldWrong: 'Wrong',
  goldShare: 'Share that is right',
  countsOrigin:
    'Counted just now from the assignments themselves; pages add up what each worker’s row says.',
  equal: (found: string) => `The assignments come to ${found}, as pages show.`,
  notEqual: (found: string, shown: string) =>
    `The assignments come to ${found}; pages show ${shown}.`,
  recount: 'Recounted',
};
