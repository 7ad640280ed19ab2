export const fees = {
  title: 'Fees',
  /** `share` is "10%" or "10 to 5%". */
  head: (freelancer: string, client: string) =>
    client === '0%'
      ? `The freelancer pays ${freelancer}, the client nothing on top`
      : `The freelancer pays ${freelancer}, the client ${client} on top`,
  short: (freelancer: string, client: string) =>
    client === '0%'
      ? `You pay the price you see; ${freelancer} of it, on the freelancer's side, runs the market.`
      : `The client pays ${client} on top of the price; the freelancer gives ${freelancer} of it.`,
  ruleLink: 'The fee rule',
  lead: 'A fee is taken once: when a milestone is paid out. Posting, proposing, refunds and withdrawals cost nothing here.',
  example: 'One milestone as an example',
  youPay: 'The client pays',
  clientFee: 'Market fee, client',
  price: 'Price of the milestone',
  freelancerFee: (share: string) => `Market fee, freelancer, ${share}`,
  receives: 'The freelancer receives',
  tiers: 'The rule',
  tierColumns: {
    paid: 'Paid between the same two parties so far',
    share: 'Share of what comes next',
  },
  upTo: (sum: string) => `up to ${sum}`,
  above: 'everything above',
  any: 'any amount',
  payers: { freelancer: 'Freelancer', client: 'Client' },
  minimum: (sum: string) => `At least ${sum} a payment.`,
  maximum: (sum: string) => `At most ${sum} a payment.`,
  tasksTitle: (currency: string) => `Small tasks, ${currency}`,
  tasksLead:
    'The client pays it on top of each reward and bonus, when an answer is approved. Ten answers to a task cost ten times one; there is no surcharge.',
  terms: 'How it is taken',
  list: {
    kept: 'A contract keeps the rule of the day on which it was offered. A later change does not touch it.',
    rounding:
      'Each payment is rounded by itself to the smallest coin of its currency, half to the even one. Nothing is lost or made: price less fee is what arrives.',
    refund: 'Money that goes back to the client carries no fee.',
    currency: 'One contract keeps one currency. Nothing is converted on the way.',
    security: (days: number) =>
      `What was paid is the freelancer's at once, and can be spent ${days} days later.`,
    outside: 'What a bank takes for a transfer is between you and the bank.',
  },
  calculator: {
    title: 'Work it out',
    answer: 'Both sums of this payment',
    who: 'You are',
    whos: { client: 'the client', freelancer: 'the freelancer' },
    kind: 'Contract',
    kinds: { fixed: 'fixed price', hourly: 'by the hour' },
    means: 'The amount is',
    meanings: {
      price: 'the price agreed',
      pays: 'all that the client pays',
      receives: 'what the freelancer receives',
    },
    currency: 'Currency',
    amount: 'Amount of one payment',
    before: 'Paid between you two before, if anything',
    show: 'Show both sums',
    unreadable: 'Write a number, such as 1200.00',
    waiting: 'Write an amount to see both sums.',
    impossible: 'No price leaves this sum under the rule in force.',
    says: {
      client: { pays: 'You pay', receives: 'The freelancer receives' },
      freelancer: { pays: 'The client pays', receives: 'You receive' },
    },
    finding: {
      client: (pays: string, receives: string) =>
        `You pay ${pays}; the freelancer receives ${receives}.`,
      freelancer: (pays: string, receives: string) =>
        `You receive ${receives}; the client pays ${pays}.`,
    },
    freelancerFee: 'Market fee, freelancer',
    of: 'of',
    limits: {
      minimum: (sum: string) => `but at least ${sum}`,
      maximum: (sum: string) => `but at most ${sum}`,
    },
    left: (sum: string) =>
      `${sum} stays with the client: no price comes to exactly that with its fee.`,
    rule: (kind: string, currency: string) =>
      `The rule for contracts ${kind === 'by the hour' ? kind : `at a ${kind}`}, ${currency}`,
  },
  rateSheet: {
    title: 'Rates of 2007',
    name: 'Architectural illustration, by country',
    value: (low: string, high: string) => `USD ${low} to ${high} an hour`,
    formula:
      'the hourly fee that freelancers of one online market asked, lowest and highest as reported; no average was made',
    origin:
      'Reported in a weblog on person-to-person outsourcing on 4 July 2007, from the listings of an online market for freelancers. The figures are kept as they stood. Nothing here measured them, and they are not prices of this marketplace.',
    back: 'Back to the start page',
  },
};
