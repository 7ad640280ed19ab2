/** Words about whom the marketplace tells of a project, and why. */
import type { Part } from '#domain/matching/match-score.ts';
import type { DeclineReason } from '#domain/projects/invitation.ts';

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);
const freelancers = (n: number) => count(n, 'freelancer', 'freelancers');

const parts: Record<Part, string> = {
  fit: 'Category and skills',
  rate: 'Rate',
  quality: 'Quality score',
  time: 'Working hours',
  availability: 'Availability',
  response: 'Answers',
};

const reasons = {
  same: (category: string) => `Works in ${category}`,
  family: 'Works in a related category',
  other: 'Works in other categories',
  knows: (skills: string, n: number, asked: number) =>
    asked === n ? `knows ${skills}` : `knows ${skills}, ${n} of ${asked} that are asked for`,
  knowsNone: (asked: number) => `names none of the ${asked} skills that are asked for`,
  within: (rate: string) => `From ${rate} an hour, within the budget`,
  above: (rate: string, ceiling: string) => `From ${rate} an hour, above ${ceiling}`,
  open: (rate: string) => `From ${rate} an hour; the project names no budget`,
  counted: (low: string, contracts: number) =>
    `At least ${low} of 5 from ${count(contracts, 'contract', 'contracts')}`,
  isNew: 'New: nothing is counted yet',
  shared: (hours: string) => `${hours} working hours in common`,
  unknown: 'The working hours are not known',
  free: 'Takes work now',
  limited: 'Has a few hours',
  limitedHours: (hours: number) => `Has ${count(hours, 'hour', 'hours')} a week`,
  away: 'Away',
  awayUntil: (day: string) => `Away until ${day}`,
  answers: (percent: string, hours: string) => `Answers ${percent}%, in about ${hours}`,
  answersOnly: (percent: string) => `Answers ${percent}%`,
  answersNew: 'Was never invited before',
  hours: (hours: number) =>
    hours < 1.5
      ? 'an hour'
      : hours < 36
        ? `${Math.round(hours)} hours`
        : `${Math.round(hours / 24)} days`,
  points: (points: number, of: number) => `${points.toFixed(1)} of ${of}`,
  total: 'Match score, of 100',
  why: 'All reasons',
  whyYou: 'Why you: all reasons',
  formula: 'How it is counted',
};

const declined: Record<DeclineReason, string> = {
  too_busy: 'No time now',
  budget_too_low: 'The budget is too low',
  not_my_work: 'Not the kind of work I do',
  dates: 'The dates do not fit',
  client: 'I do not want to work with this client',
  other: 'Another reason',
};

/** The same, as the client reads it. */
const declinedSays: Record<DeclineReason, string> = {
  too_busy: 'no time now',
  budget_too_low: 'the budget is too low',
  not_my_work: 'not their kind of work',
  dates: 'the dates do not fit',
  client: 'does not want to work with you',
  other: 'another reason',
};

const page = {
  crumb: 'Invitations',
  title: {
    waiting: (n: number) => `${freelancers(n)} fit; nobody of them is told yet`,
    told: (n: number) => `${freelancers(n)} ${n === 1 ? 'was' : 'were'} told`,
    none: 'Nobody is told yet',
    draft: 'Whom do you want to ask?',
  },
  facts: {
    seen: (n: number) => `${n} seen`,
    answered: (n: number) => `${n} answered`,
    proposed: (n: number) => count(n, 'proposal', 'proposals'),
  },
  send: (n: number) => `Tell ${n === 1 ? 'this freelancer' : `these ${n} freelancers`}`,
  sendTitle: (n: number) => `Tell ${freelancers(n)} of this project?`,
  ifSend: 'If you tell them',
  ifSendSays:
    'Each gets the project with the reasons, in the app and by mail, and can propose or decline. It costs nothing.',
  ifWait: 'If you wait',
  ifWaitSays: 'Nobody on the list hears of it. You can add and remove until you send.',
  onList: 'On your list',
  told: 'Who was told',
  byMarket: 'chosen by the marketplace',
  byYou: 'asked by you',
  ofHundred: 'of 100',
  newcomer: 'newcomer',
  newcomerSays:
    'A share of the places is kept for people with fewer than three contracts, so that everybody can begin.',
  remove: (name: string) => `Remove ${name} from the list`,
  removeShort: 'Remove',
  withdraw: (name: string) => `Withdraw the invitation of ${name}`,
  withdrawShort: 'Withdraw',
  proposal: 'Read the proposal',
  next: 'The next best',
  nextDraft: 'Who would fit',
  nextSays: 'By the same score. Nobody is told before you send the list.',
  nextDraftSays: 'If it were published now, these would fit best.',
  nextNone: 'Nobody else who is listed fits.',
  add: (name: string) => `Add ${name}`,
  addShort: 'Add',
  byName: 'Ask somebody you know',
  byNameSays: 'Whoever you ask by name is told at once, with your note.',
  byNameDraft: 'Whoever you ask by name is told when you publish, with your note.',
  mode: {
    automatic: 'The marketplace told the best ones when you published.',
    review: 'You wanted to look at the list before anybody is told.',
    off: 'You wanted nobody to be told by the marketplace.',
  },
  draft: {
    automatic: 'When you publish, the marketplace tells those who fit best.',
    review: 'When you publish, the marketplace lays a list of those who fit before you.',
    off: 'When you publish, nobody is told but those whom you ask.',
  },
  waiting: 'The list is being made. It is here in a moment.',
  states: {
    suggested: 'Not told yet',
    told: 'Told',
    seen: 'Seen',
    declined: 'Declined',
    proposed: 'Sent a proposal',
    withdrawn: 'Withdrawn',
    draft: 'Told when you publish',
  },
  on: '{state} {day}',
  because: (reason: string) => `because: ${reason}`,
  limit: 'The list is full. Remove somebody first.',
};

const withdraw = {
  title: 'Withdraw the invitation of {name}?',
  lines: 'The freelancer is told that you need no proposal. It does not count as unanswered.',
  addressLines: 'The address gets no other mail, and the project does not open for it any more.',
  final: 'You can ask again later.',
  act: 'Withdraw the invitation',
  keep: 'Keep it',
  refused: 'Not withdrawn',
};

const done = {
  added: (name: string) => `${name} is on your list.`,
  addedThere: (name: string) => `${name} was there already.`,
  addedText: 'Nobody is told before you send the list.',
  removed: (name: string) => `${name} is off the list.`,
  sent: (n: number) => `${freelancers(n)} ${n === 1 ? 'is' : 'are'} told.`,
  held: (n: number) =>
    `${freelancers(n)} ${n === 1 ? 'waits' : 'wait'}: told of enough work this week, or wanting no notices.`,
  withdrawn: (name: string) => `The invitation of ${name} is withdrawn.`,
  withdrawnText: 'The freelancer is told.',
  all: 'What happened',
};

const told = {
  says: '{told} told, {seen} seen, {answered} answered',
  toldOf: (n: number) => `${freelancers(n)} ${n === 1 ? 'was' : 'were'}`,
  reasons: 'Whom, and why',
  waiting: (n: number) => `${freelancers(n)} fit and ${n === 1 ? 'waits' : 'wait'} for your look.`,
  look: 'Look at the list',
  more: (n: number) => `All ${n}, with the reasons`,
};

const form = {
  label: 'Whom the marketplace tells',
  options: {
    automatic: 'The best ones, at once',
    review: 'Show me the list first',
    off: 'Nobody',
  },
  hints: {
    automatic:
      'When you publish, those who fit best by skills, rate, quality and working hours are told. A few places are kept for newcomers.',
    review: 'The marketplace makes the list. You add and remove, then send it.',
    off: 'Only those whom you ask by name, and whoever looks at open projects.',
  },
};

const forYou = {
  title: (n: number) => (n === 0 ? 'No open project fits you now' : 'Work for you'),
  finding: (n: number) => `${count(n, 'open project fits', 'open projects fit')} you`,
  crumb: 'Work for you',
  lead: 'Open projects by the same score that chooses whom the marketplace tells. It is public, and no one can buy a place.',
  invited: 'Invited',
  score: 'Match',
  until: 'until {time}',
  propose: 'Write a proposal',
  open: 'Read the project',
  by: 'by {client}',
  proposals: (n: number) => (n === 0 ? 'no proposals yet' : count(n, 'proposal', 'proposals')),
  noProfile: 'You have no freelancer profile yet',
  noProfileSays:
    'Say what you do, what an hour costs and in which categories. Then projects find you.',
  makeProfile: 'Write your profile',
  empty: 'Nothing open fits now',
  emptySays:
    'New projects appear here the moment they are published, and you are told of those that fit best.',
  browse: 'Look at all open projects',
  dashboard: 'Work for you',
  all: 'All that fits you',
};

const invited = {
  whyTitle: 'Why you were asked',
  best: 'Best reason: {reason}.',
  byClient: '{client} asked you by name.',
  decline: 'Decline the invitation',
  declineSays:
    'The client reads the reason. Declining is an answer too: it keeps your record good.',
  reason: 'Reason',
  note: 'A word to the client',
  chooseReason: 'Without a reason',
  act: 'Decline',
};

export const matching = {
  parts,
  reasons,
  declined,
  declinedSays,
  page,
  withdraw,
  done,
  told,
  form,
  forYou,
  invited,
};
