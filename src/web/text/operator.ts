/** The operator area. */

import type { MoneyRequestState } from '#domain/billing/money-request.ts';
import type { AccountKind } from '#domain/ledger/account.ts';
import type { Difference } from '#domain/ledger/queries/verify-ledger.ts';
import type { ContractKind, FeeRuleState, Payer } from '#domain/market/fee-rule.ts';
import type { MatchTerm, TermDays } from '#domain/market/market.ts';
import type { StateLook } from '#web/ui/state.tsx';

const places = {
  overview: 'Overview',
  money: 'Deposits and withdrawals',
  members: 'Members',
  organizations: 'Organizations',
  fees: 'Fee rules',
  terms: 'Terms',
  taxonomy: 'Categories and skills',
  reports: 'Reports',
  appeals: 'Appeals',
  outbox: 'Mails',
  events: 'Event log',
  ledger: 'Ledger',
};

const many = (count: number, most: number) => (count >= most ? `${most} or more` : String(count));

const overview = {
  /** Of requests, reports, appeals and stopped rejections, each counted up to `most`. */
  title: (waiting: readonly number[], most: number) => {
    const sum = waiting.reduce((all, one) => all + one, 0);
    if (sum === 0) return 'Nothing waits for you';
    if (sum === 1) return 'One decision waits for you';
    const more = waiting.some((one) => one >= most) ? ' or more' : '';
    return `${sum}${more} decisions wait for you`;
  },
  figures: 'Key figures',
  many,
  requests: 'Requests to decide',
  oldest: 'the oldest came',
  noRequests: 'every deposit and withdrawal is decided',
  ledger: 'Differences in the ledger',
  unchecked: 'not checked yet',
  checked: 'checked',
  escrow: (currency: string) => `Held in escrow, ${currency}`,
  income: (currency: string) => `Fees earned, ${currency}`,
  atCheck: 'at the last check',
  tasks: 'Appeals and stopped rejections',
  appeal: (title: string) => `Appeal: ${title}`,
  appealOf: (worker: string, client: string) => `${worker} against ${client}`,
  stopped: (name: string) => `Rejections are stopped: ${name}`,
  allOf: (appeals: string, stopped: string) =>
    `Open appeals: ${appeals}. Batches with stopped rejections: ${stopped}.`,
  toTasks: 'Decide them',
  mails: 'Mails',
  mailsNone: 'Every mail has been sent.',
  mailsWaiting: (count: string) => `${count} mails wait to be sent.`,
  mailsKept: 'No mail server is set up (SMTP_URL), so mails stay here for you to read.',
  readMails: 'Read the mails',
  latest: 'What happened last',
  allEvents: 'The whole event log',
};

const members = {
  title: 'Members',
  search: 'Name or address',
  state: 'State',
  all: 'All',
  suspendedOnly: 'Suspended',
  caption: 'Members, newest first',
  columns: { name: 'Name', country: 'Country', since: 'Member since', state: 'State' },
  active: { word: 'Active', icon: 'circle-check', tone: 'go' } as StateLook,
  suspended: { word: 'Suspended', icon: 'circle-x', tone: 'miss' } as StateLook,
  operator: 'operator',
  none: { title: 'Nobody is like that', text: 'No member has this in the name or the address.' },
  since: 'member since',
  actsFor: 'Acts for',
  nobodyElse: 'Nobody but itself.',
  acts: 'What this member did',
  about: 'What happened to this member',
  suspend: {
    title: 'Suspend this member',
    text: 'All sessions and API keys stop at once, and nobody can sign in with this account. Contracts go on by their rules: clocks run, escrow pays. Money stays where it is.',
    reason: 'Reason',
    reasonHint: 'The member is told this, word for word.',
    act: (name: string) => `Suspend ${name}`,
    refused: 'Not suspended.',
    done: (name: string) => `${name} is suspended.`,
    doneText: 'Sessions and keys have stopped. No money moved.',
  },
  restore: {
    title: 'This member is suspended',
    since: 'Since',
    text: 'Once restored, the member can sign in again, and API keys work as before.',
    act: (name: string) => `Let ${name} act again`,
    refused: 'Not restored.',
    done: (name: string) => `${name} can act again.`,
  },
  self: 'This is your own account. Another operator can suspend it.',
};

const organizations = {
  title: 'Organizations',
  search: 'Name',
  caption: 'Organizations, newest first',
  columns: {
    name: 'Name',
    kind: 'Kind',
    country: 'Country',
    members: 'Members',
    owners: 'Owners',
    since: 'Founded',
  },
  kinds: { client: 'Client', agency: 'Agency', vendor: 'Vendor' },
  none: {
    title: 'No organization here',
    text: 'None was founded yet, or none has this in its name.',
  },
};

const requestStates: Record<MoneyRequestState, StateLook> = {
  requested: { word: 'Waiting for you', icon: 'inbox', tone: 'hold' },
  confirmed: { word: 'Confirmed', icon: 'circle-check', tone: 'go' },
  rejected: { word: 'Rejected', icon: 'circle-x', tone: 'miss' },
  cancelled: { word: 'Taken back', icon: 'undo-2', tone: 'rest' },
};

const money = {
  title: (waiting: string) =>
    waiting === '0' ? 'No request waits for you' : `${waiting} requests wait for you`,
  one: 'One request waits for you',
  listed: {
    confirmed: 'Confirmed requests',
    rejected: 'Rejected requests',
    cancelled: 'Requests taken back',
  },
  states: requestStates,
  state: 'State',
  kind: 'Kind',
  bothKinds: 'Both',
  kinds: { deposit: 'Deposit', withdrawal: 'Withdrawal' },
  caption: 'Deposits and withdrawals',
  columns: {
    party: 'Of',
    kind: 'Kind',
    sum: 'Sum',
    reference: 'Reference',
    asked: 'Asked',
    state: 'State',
  },
  none: {
    title: 'Nothing waits for a decision',
    text: 'When somebody asks to pay in or to withdraw, it appears here, oldest first.',
  },
  noneOther: { title: 'None so far', text: 'No request has come to this state yet.' },
  question: {
    deposit: (sum: string, name: string) => `Did ${sum} arrive from ${name}?`,
    withdrawal: (sum: string, name: string) => `Was ${sum} sent to ${name}?`,
  },
  decided: {
    deposit: (sum: string, name: string) => `Deposit of ${sum} by ${name}`,
    withdrawal: (sum: string, name: string) => `Withdrawal of ${sum} by ${name}`,
  },
  lines: {
    sum: 'Sum',
    from: 'Paid in by',
    to: 'Paid out to',
    of: 'Account of',
    reference: 'Reference on the transfer',
    note: 'Note',
    asked: 'Asked',
    decidedAt: 'Decided',
    decisionNote: 'Your note',
  },
  confirm: {
    title: { deposit: 'If it arrived', withdrawal: 'If it was sent' },
    deposit: (sum: string, name: string) =>
      `${sum} is credited to the account of ${name} and can be spent at once. This cannot be undone here.`,
    withdrawal: (sum: string, name: string) =>
      `${sum}, held since it was asked for, leaves the account of ${name} for good. This cannot be undone here.`,
    act: {
      deposit: (sum: string) => `Confirm: ${sum} arrived`,
      withdrawal: (sum: string) => `Confirm: ${sum} was sent`,
    },
    note: 'Note',
    noteHint: 'Such as the bank’s own reference. The party reads it.',
    refused: 'Not confirmed. No money moved.',
    done: {
      deposit: (sum: string, name: string) => `${sum} is in the account of ${name}.`,
      withdrawal: (sum: string, name: string) => `${sum} left the account of ${name}.`,
    },
  },
  reject: {
    title: { deposit: 'If it did not', withdrawal: 'If it will not be' },
    deposit: 'Nothing moves. The party is told why.',
    withdrawal: (sum: string, name: string) =>
      `${sum} returns to the account of ${name}. The party is told why.`,
    note: 'Why',
    noteHint: 'The party reads this, word for word.',
    act: { deposit: 'Reject the deposit', withdrawal: 'Reject the withdrawal' },
    refused: 'Not rejected. No money moved.',
    done: {
      deposit: 'Rejected. No money moved.',
      withdrawal: 'Rejected. The sum is back in the account.',
    },
  },
};

const contractKinds: Record<ContractKind, string> = {
  fixed: 'Fixed price',
  hourly: 'By the hour',
  task: 'Tasks',
};
const payers: Record<Payer, string> = { freelancer: 'Freelancer', client: 'Client' };
const ruleStates: Record<FeeRuleState, StateLook> = {
  coming: { word: 'Coming', icon: 'calendar-clock', tone: 'move' },
  in_force: { word: 'In force', icon: 'circle-check', tone: 'go' },
  replaced: { word: 'Replaced', icon: 'circle-slash', tone: 'rest' },
  ended: { word: 'Ended', icon: 'circle-slash', tone: 'rest' },
};

const fees = {
  title: (freelancer: string, client: string) =>
    `Freelancers pay ${freelancer}, clients ${client} of a fixed price`,
  lead: 'An offer takes the rules of its moment, and its contract keeps them. A rule that has begun is never changed: add another, or end it.',
  add: 'Add a rule',
  caption: 'Fee rules with their history, by contract kind and payer, newest first',
  columns: {
    rule: 'Rule',
    share: 'Share',
    limits: 'Least and most',
    from: 'From',
    until: 'Until',
    state: 'State',
    act: 'End it',
  },
  contractKinds,
  payers,
  states: ruleStates,
  allCurrencies: 'every currency',
  noLimits: 'none',
  joined: ', then ',
  upTo: (share: string, sum: string) => `${share} up to ${sum}`,
  least: (sum: string) => `at least ${sum}`,
  most: (sum: string) => `at most ${sum}`,
  shipped: 'came with Anyshore',
  by: (name: string) => `by ${name}`,
  open: 'open',
  end: 'End',
  takeBack: 'Take back',
  form: {
    title: 'Add a fee rule',
    contractKind: 'For contracts',
    payer: 'Who pays it',
    currency: 'Currency',
    currencyHint:
      'A rule for one currency goes before a rule for all of them. Steps and limits need a currency.',
    every: 'Every currency',
    tiers: 'Share',
    tiersHint:
      'One line a step, by what the two parties have paid each other before. The last step has no end. “10” is a flat 10%; “15 to 1000” and below it “5” takes 15% of the first 1,000 and 5% of the rest.',
    minimum: 'At least, per payment',
    maximum: 'At most, per payment',
    startsOn: 'Holds from (UTC)',
    startsHint: 'Today means from the moment you add it.',
    next: 'See what it means',
  },
  check: {
    title: (payer: string, share: string) => `${payer}s would pay ${share}`,
    lead: 'Nothing is added yet.',
    caption: 'What it means for a first payment between two parties',
    columns: {
      price: 'Price',
      clientFee: 'Client’s fee',
      clientPays: 'Client pays',
      freelancerFee: 'Freelancer’s fee',
      receives: 'Freelancer receives',
    },
    beside: 'The other side pays what holds for it now.',
    rule: 'The rule',
    kind: 'Contracts',
    payer: 'Paid by',
    currency: 'Currency',
    from: 'Holds from',
    now: 'now',
    add: (from: string) => `Add this rule from ${from}`,
    change: 'Change it',
    final:
      'Offers made from then on take it; those made before keep theirs. A rule that has begun cannot be edited.',
    refused: 'Not added. The fees are what they were.',
    done: 'The rule is added.',
  },
  ending: {
    title: (rule: string) => `End the rule: ${rule}?`,
    takeBackTitle: (rule: string) => `Take back the rule: ${rule}?`,
    text: 'It ends now. Contracts and offers made under it keep it. New offers pay:',
    takeBackText: 'It has not begun, so it never will. The event log keeps that it was planned.',
    nothing: 'no fee at all',
    instead: (share: string, currency: string) => `${share} for ${currency}`,
    act: 'End it now',
    takeBack: 'Take it back',
    keep: 'Keep it',
    refused: 'Not ended. The fees are what they were.',
    done: 'The rule has ended.',
    takenBack: 'The rule is taken back.',
  },
};

const termWords: Record<TermDays, { label: string; hint: string }> = {
  acceptanceDays: {
    label: 'Silence accepts after',
    hint: 'Days after a delivery. Warnings go out 3 days and 1 day before.',
  },
  securityDays: {
    label: 'Earnings are held for',
    hint: 'Days between a payment and its withdrawal.',
  },
  offerDays: { label: 'Offers stay open for', hint: 'Days in which a freelancer can sign.' },
  projectDays: { label: 'Projects take proposals for', hint: 'Days after publishing.' },
  feedbackDays: {
    label: 'Feedback can be given for',
    hint: 'Days after the end; then it is shown.',
  },
};

const matchWords: Record<MatchTerm, { label: string; hint: string; unit: string }> = {
  matchesPerProject: {
    label: 'A new project is told to',
    hint: 'The best whom the marketplace finds. None with 0.',
    unit: 'freelancers',
  },
  matchesPerWeek: {
    label: 'A freelancer is told of at most',
    hint: 'In seven days. Invitations by clients do not count.',
    unit: 'projects',
  },
  newcomerPercent: {
    label: 'Kept for newcomers',
    hint: 'Of the places for a project. Newcomers have fewer than 3 counted contracts.',
    unit: '%',
  },
};

const terms = {
  title: 'What new agreements begin with',
  lead: 'Contracts and offers keep the terms of their own day.',
  name: 'Name of this marketplace',
  nameHint: 'In mails and authenticator apps.',
  days: 'days',
  words: termWords,
  matchWords,
  bankInstructions: 'How to pay in',
  bankHint: 'Shown to everybody who asks for a deposit: the account, the bank, what to write.',
  save: 'Change the terms',
  refused: 'Not changed.',
  same: 'Nothing was different, so nothing changed.',
  done: (names: string) => `Changed: ${names}.`,
  doneText: 'It holds for what begins from now on.',
  names: {
    name: 'name',
    bankInstructions: 'how to pay in',
    acceptanceDays: 'silence',
    securityDays: 'security',
    offerDays: 'offers',
    projectDays: 'projects',
    feedbackDays: 'feedback',
    matchesPerProject: 'matches for a project',
    matchesPerWeek: 'matches in a week',
    newcomerPercent: 'newcomers',
  } as Record<string, string>,
};

const outbox = {
  title: (kept: boolean) =>
    kept ? 'Mails stay here: no mail server is set up' : 'Mails to members',
  lead: 'Set SMTP_URL to send them. Until then this is the only mailbox.',
  show: 'Show',
  all: 'All',
  unsentOnly: 'Not sent',
  caption: 'Mails, newest first',
  columns: { to: 'To', subject: 'Subject', at: 'Written', state: 'State' },
  sent: { word: 'Sent', icon: 'circle-check', tone: 'go' } as StateLook,
  waiting: { word: 'Waiting', icon: 'circle-dashed', tone: 'rest' } as StateLook,
  failed: { word: 'Failed', icon: 'triangle-alert', tone: 'hold' } as StateLook,
  none: {
    title: 'No mail yet',
    text: 'Confirmations, invitations and notices appear here once they are written.',
  },
  noneUnsent: { title: 'Every mail was sent', text: 'Nothing waits for the mail server.' },
  to: 'to',
  written: 'written',
  sentAt: 'Sent',
  tries: (count: number) => (count === 1 ? 'Tried once' : `Tried ${count} times`),
  error: 'The mail server says',
  reason: 'Because of',
  text: 'Text',
  secretHidden: 'This mail holds a link that opens an account, so its text is not shown here.',
  secretShown:
    'This mail holds a link that opens an account. You see it only because mails are not sent.',
  emptied: 'The text was wiped when the mail was sent.',
};

const events = {
  title: 'Everything that happened',
  kind: 'About',
  anything: 'Anything',
  root: 'Of (id)',
  member: 'By member (id)',
  market: 'the marketplace',
  list: 'Events, newest first',
  none: { title: 'No such event', text: 'Nothing in the log fits these filters.' },
  filtered: { root: 'one root', member: 'one member' },
  show: 'Only these',
};

const accountKinds: Record<AccountKind, string> = {
  wallet: 'Wallets',
  escrow: 'Escrow',
  earnings: 'Earnings in their security days',
  payout: 'Withdrawals on hold',
  fee_income: 'Fees earned',
  in_transit: 'In transit between homes',
  outside: 'The outside world',
};
const differs: Record<Difference['what'], string> = {
  balance: 'The balance is not the sum of its transfers',
  lines: 'The count of lines is not the count of its transfers',
  claim: 'The account does not hold what its engagement says',
  home: 'The accounts of one home do not come to zero',
  in_transit: 'What is in transit does not come to zero',
  pair: 'What left one home did not arrive on the other',
  below_zero: 'The account is below zero',
};

const ledger = {
  title: (differences: number | null) => {
    if (differences === null) return 'The ledger has not been checked yet';
    if (differences === 0) return 'The ledger balances to the last cent';
    return differences === 1
      ? 'The ledger differs in one place'
      : `The ledger differs in ${differences} places`;
  },
  lead: 'A check adds up every transfer again and compares each balance, each escrow, each earning and each withdrawal with what should be there. It changes nothing.',
  checked: 'checked',
  took: (seconds: string) => `took ${seconds} s`,
  read: (transfers: string, accounts: string) => `${transfers} transfers in ${accounts} accounts`,
  again: 'Check again now',
  first: 'Check now',
  asked: 'A check was asked for and is being done',
  askedText:
    'It appears here within a minute, longer for millions of transfers. Load the page again.',
  done: 'The check has been asked for.',
  refused: 'Not asked for.',
  differences: 'Differences',
  differsColumns: { what: 'What', account: 'Where', expected: 'Should be', found: 'Is' },
  none: 'None. Every balance is the sum of its transfers, and every escrow is what its contract says.',
  more: (count: number) => `${count} more are in the log of bin/anyshore verify-ledger.`,
  what: differs,
  totals: (currency: string) => `What all accounts hold, ${currency}`,
  totalsCaption: (currency: string) => `Totals per kind of account in ${currency}`,
  totalsColumns: { kind: 'Accounts', count: 'How many', sum: 'Sum' },
  kinds: accountKinds,
  zero: 'Comes to',
  nightly: 'It is also checked every night at 03:41 UTC; operators are told of differences.',
};

export const operator = {
  area: 'Operator area',
  places,
  overview,
  members,
  organizations,
  money,
  fees,
  terms,
  outbox,
  events,
  ledger,
  span: (count: number) => (count === 1 ? 'One shown' : `${count} shown`),
};
