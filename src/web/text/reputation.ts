/** Words about quality scores, feedback replies, reports and records. */
import type { ReportReason, ReportState, SubjectKind } from '#domain/reputation/abuse.ts';
import type { Component } from '#domain/reputation/quality-score.ts';
import type { StateLook } from '#web/ui/state.tsx';

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const components: Record<Component, string> = {
  stars: 'Stars',
  onTime: 'On time',
  kept: 'Work kept',
  decides: 'Decides in time',
  scope: 'Scope stands',
};

const componentSays: Record<Component, string> = {
  stars: 'The rating, 1 to 5 stars, once both sides gave theirs.',
  onTime: 'The share of the work that was handed in by its due day.',
  kept: 'The share of the money put into escrow that was paid out for work.',
  decides: 'The share of deliveries that the client answered itself, not by silence.',
  scope: 'The share of milestones whose terms the client did not ask to change.',
};

const sheet = {
  title: {
    freelancer: (name: string) => `Quality score of ${name}`,
    client: (name: string) => `Client score of ${name}`,
  },
  crumb: { freelancer: 'Quality score', client: 'Client score' },
  of: 'of 5',
  isNew: 'New',
  newSays: (low: string, high: string) =>
    `No contract has ended yet, so nothing is counted. The score begins at 4.00 with a wide interval, ${low} to ${high}, and every contract narrows it.`,
  between: (low: string, high: string) => `between ${low} and ${high}, 95 times of 100`,
  from: (n: number) => `from ${count(n, 'contract', 'contracts')}`,
  asOf: 'as of {time}',
  how: 'How it is computed',
  formula:
    'The score is a mean of what ended contracts show, each weighted by the money at stake and by its age, mixed with a beginning at 4.00 that counts as much as three fresh contracts of little money. Nobody can type it in or buy it.',
  beginning: 'The beginning',
  evidence: 'What contracts show, weighted mean',
  weight: (weight: string) => `weight ${weight}`,
  total: 'Score',
  interval: '95% interval',
  moved: 'What moved it last',
  movedSays: '{title}, ended {day}, moved it from {from} to {to}.',
  movedFirst: '{title}, ended {day}, was the first to count. It is {to} since.',
  moves: { up: 'up', down: 'down', same: 'no change' },
  shows: 'What a contract shows',
  showsWeight: (percent: string) => `${percent}% of its weight`,
  bounded: 'No single counterparty decides',
  boundedSays:
    'What one counterparty’s contracts weigh together is limited, and a value far from all others counts only as far as the limit. Where that happened, the line says so.',
  constants: 'All constants of the formula',
  constant: {
    priorWeight: 'Weight of the beginning',
    priorMean: 'Value of the beginning, 0 to 1',
    halfLifeDays: 'Days after which an outcome counts half',
    stakeUnit: 'Unit of the stake',
    stakeMost: 'Largest weight by stake',
    sayAlone: 'Weight that one counterparty always has',
    sayShare: 'And its largest share of the others’ weight',
    reachLeast: 'How far from the others a value counts, at least',
    reachFew: 'And how much farther while they are few',
    deviation: 'How far single outcomes usually lie from the mean',
    z: 'Deviations of the interval',
  } as Record<string, string>,
  rates: 'Measured besides',
  ratesSays: 'Counted from events, never typed in.',
  onTime: 'On time',
  onTimeSays: (percent: string, n: number) =>
    `${percent}% of ${count(n, 'milestone', 'milestones')} with a due day`,
  clients: { freelancer: 'Clients', client: 'Freelancers' },
  clientsSays: (n: number, repeat: number) => `${n}, of whom ${repeat} came back`,
  response: 'Answers to invitations',
  responseSays: (percent: string, n: number) => `${percent}% of ${n} within 7 days`,
  responseHours: 'Time to the answer, median',
  hours: (hours: number) =>
    hours < 1
      ? 'under an hour'
      : hours < 48
        ? count(Math.round(hours), 'hour', 'hours')
        : `${Math.round(hours / 24)} days`,
  nothing: 'nothing to count yet',
  outcomes: (n: number) =>
    n === 0 ? 'No contract ended yet' : count(n, 'ended contract', 'ended contracts'),
  outcomesCaption: 'Every ended contract with what it shows and what it adds to the score',
  contract: 'Contract',
  privately: 'A project for invited freelancers',
  other: { freelancer: 'a client', client: 'a freelancer' },
  number: (word: string, n: number) => `${word}, no. ${n}`,
  ended: 'Ended',
  seen: 'What it shows',
  weightHead: 'Weight',
  share: (percent: string) => `${percent}% of all`,
  adds: 'Adds',
  seenOf: (name: string, part: string, whole: string) => `${name} ${part} of ${whole}`,
  seenByMoney: (name: string, percent: string, part: string, whole: string) =>
    `${name} ${percent}% by money, milestones ${part} of ${whole}`,
  countsAs: (value: string) => `counts as ${value}`,
  sayLess: (percent: string) =>
    `weight cut to ${percent}%: this counterparty had more than its say`,
  events: 'events',
  sum: '4.00 and all of these',
  json: 'All inputs, JSON',
  recompute: 'Compute it again yourself',
  recomputeSays:
    'Save the JSON and run the script that comes with the source code. It needs nothing but Node and gets the same number to nine decimals:',
  command: (file: string) => `node docs/recompute-score.mjs ${file}`,
  back: { freelancer: 'The profile', client: 'The client' },
  span: (from: number, to: number, of: number) => `${from}–${to} of ${of}`,
};

const client = {
  crumb: 'Client',
  since: 'here since {day}',
  agency: 'organization',
  figures: 'Measured figures',
  score: 'Client score',
  scoreSays: (low: string, high: string, n: number) =>
    `${low}–${high} from ${count(n, 'contract', 'contracts')}`,
  isNew: 'New',
  isNewSays: 'no contract ended yet',
  pays: 'Paid out of escrow',
  paysSays: 'of what was put in, for work done',
  decides: 'Answers deliveries',
  decidesSays: 'itself, not by silence',
  scope: 'Keeps the scope',
  scopeSays: 'of milestones, no change asked for',
  hires: 'Freelancers',
  hiresSays: (repeat: number) => `${repeat} hired again`,
  none: 'nothing yet',
  projects: 'Open projects',
  projectsNone: 'Nothing open now.',
  feedback: 'What freelancers wrote',
  feedbackNone: 'Nobody wrote anything yet. Both sides can when a contract has ended.',
  reply: (name: string) => `${name} replied`,
  doReply: 'Reply',
  report: 'Report',
  reportOf: (name: string) => `the feedback by ${name}`,
  reportReplyOf: (name: string) => `the reply by ${name}`,
  older: 'Older feedback',
  newest: 'Newest feedback',
};

const reply = {
  title: (name: string) => `Reply to ${name}`,
  crumb: 'Reply to feedback',
  wrote: 'What was written',
  text: 'Your reply',
  hint: 'Everybody reads it below the feedback. It is written once and stays as it is.',
  act: 'Publish the reply',
  back: 'Write none',
  refused: 'Not published',
  done: 'Your reply stands.',
  doneText: 'Everybody can read it below the feedback.',
};

const report = {
  title: (what: string) => `What is wrong with ${what}?`,
  crumb: 'Report',
  project: 'Report this project',
  about: 'by {name}',
  says: 'The operator of this marketplace looks at it and decides. Who reported is not told to the author.',
  reason: 'Reason',
  note: 'What the operator should know',
  noteHint: 'Say where to look. Needed for “another reason”.',
  act: 'Send the report',
  back: 'Send none',
  refused: 'Not sent',
  done: 'Reported.',
  doneText: 'You hear of it when it is decided.',
  reasons: {
    retaliation: 'It is retaliation',
    not_true: 'It is not true',
    offensive: 'It is offensive',
    private_data: 'It shows private data',
    fraud: 'It is fraud',
    stolen_work: 'It is somebody else’s work',
    other: 'Another reason',
  } satisfies Record<ReportReason, string>,
};

const states: Record<ReportState, StateLook> = {
  open: { word: 'Waiting for you', icon: 'inbox', tone: 'hold' },
  kept: { word: 'Kept', icon: 'circle-check', tone: 'go' },
  hidden: { word: 'Hidden', icon: 'eye-off', tone: 'miss' },
};

const kinds: Record<SubjectKind, string> = {
  feedback: 'Feedback',
  feedback_reply: 'Reply to feedback',
  freelancer: 'Profile',
  portfolio_item: 'Work in a portfolio',
  project: 'Project',
  batch: 'Tasks',
};

const operator = {
  place: 'Reports',
  title: (n: string) => `${n} reports wait for you`,
  one: 'One report waits for you',
  none: {
    title: 'No report waits',
    text: 'Members report content that breaks the rules. It comes here.',
  },
  noneOther: { title: 'None', text: 'No report is in this state.' },
  listed: {
    kept: 'Reports after which the content stayed',
    hidden: 'Reports after which it was hidden',
  },
  caption: 'Reports',
  state: 'State',
  columns: {
    what: 'What',
    about: 'By',
    reason: 'Reason',
    reporter: 'Reported by',
    at: 'When',
    state: 'State',
  },
  question: (what: string, name: string) => `Keep or hide ${what} of ${name}?`,
  decided: { kept: 'Kept', hidden: 'Hidden' },
  content: 'What was reported',
  look: 'Look at it where it stands',
  gone: 'It is gone.',
  shownNow: 'Everybody sees it now.',
  hiddenNow: 'Only its author sees it now.',
  others: (n: number) => `${count(n, 'other report', 'other reports')} of the same content`,
  history: 'History',
  reported: '{name} reported it on {time}: {reason}.',
  decidedOn: '{name} decided on {time}: {state}.',
  keep: {
    title: 'Keep it',
    says: 'It stays for everybody to read. Who reported is told, with your note.',
    again: 'Everybody sees it again. Who reported and the author are told, with your note.',
    act: 'Keep it',
    actAgain: 'Show it again',
    done: 'It stays.',
  },
  hide: {
    title: 'Hide it',
    says: 'Nobody but the author sees it. Hidden feedback counts in no score. Both are told, with your note.',
    act: 'Hide it',
    done: 'It is hidden.',
  },
  note: 'Why, for those who are told',
  refused: 'Not decided',
  waiting: (n: string) => `${n} reports of content wait.`,
  waitingOne: 'One report of content waits.',
  toReports: 'Decide them',
};

const record = {
  title: 'Your record, to take with you',
  crumb: 'Signed record',
  nav: 'Signed record',
  lead: 'One file with your score and the contracts behind it, signed by this marketplace. Anybody can check offline that it is genuine and unchanged.',
  what: 'What is in it',
  whatLines: [
    'Your name here, and your score with its interval on the day you make it.',
    'Every ended contract, or those that you choose: category, when it was signed and ended, what was paid, the stars, what was on time.',
    'Names of organizations. A person stays “a client” or “a freelancer”, and no title of a project is in it.',
    'How many contracts it shows of how many: a part says that it is one.',
    'What you did with small tasks, in sums: handed in, approved, rejected, hours of measured activity. Not in a record of a part.',
  ],
  tasks: 'Your tasks in it',
  taskLines: {
    submitted: 'Handed in',
    approved: 'Approved',
    rejected: 'Rejected',
    rate: 'Approved of what was decided',
    none: 'nothing decided yet',
    hours: 'Hours of measured activity',
    counted: 'Counted {time}. Each answer stands under',
    list: 'what you handed in',
  },
  make: 'Make it',
  side: 'As',
  sides: { freelancer: 'Freelancer', client: 'Client' },
  since: 'Only what ended since',
  act: 'Sign and download',
  refused: 'Not signed',
  event: 'Each one that you make leaves an event, with the key and how much it shows.',
  check: 'How others check it',
  checkSays:
    'The file is a JSON Web Signature. The public keys stay published, old ones too. Save them, then run the script that comes with the source code; it needs nothing but Node and no network:',
  command: 'node docs/verify-record.mjs record.jws jwks.json',
  keys: 'The public keys, jwks.json',
  notAllowed: 'Your role may not sign for this party. An owner or a manager can.',
};

export const reputation = {
  components,
  componentSays,
  sheet,
  client,
  reply,
  report,
  states,
  kinds,
  operator,
  record,
};
