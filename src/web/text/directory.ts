/** Words of the directory: search, profiles, categories and countries, saved searches. */
import type { Availability, LanguageLevel } from '#domain/directory/freelancer-profile.ts';
import type { Precision } from '#domain/directory/queries/freelancer-facets.ts';
import type { StateLook } from '#web/ui/state.tsx';

const count = (n: number, one: string, many: string) =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('en')} ${many}`;

const availability: Record<Availability, StateLook> = {
  open: { word: 'Takes work now', icon: 'circle-check', tone: 'go' },
  limited: { word: 'A few hours', icon: 'circle-dashed', tone: 'rest' },
  away: { word: 'Away', icon: 'circle-pause', tone: 'rest' },
};

const levels: Record<LanguageLevel, string> = {
  native: 'native',
  fluent: 'fluent',
  working: 'working',
  basic: 'basic',
};

const figures = {
  anHour: 'an hour',
  noRate: 'Rate on request',
  newcomer: 'New here',
  newcomerSays: 'no contract counted yet',
  interval: (low: string, high: string) => `${low}–${high}`,
  contracts: (n: number) => `from ${count(n, 'contract', 'contracts')}`,
  score: (score: string) => `Quality ${score} of 5`,
  onTime: (share: string) => `${share} on time`,
  onTimeNone: 'no due day yet',
  perHour: 'an hour',
};

function found(n: number, precision: Precision): string {
  const many = count(n, 'freelancer', 'freelancers');
  return { exact: many, about: `about ${many}`, at_least: `more than ${many}` }[precision];
}

const search = {
  title: 'Freelancers',
  find: 'Find freelancers',
  head: (many: string, where: string, what: string) =>
    [many, where, what].filter((part) => part !== '').join(' '),
  /** `About 1,200 freelancers`: at the head of the list. */
  foundTitle: (n: number, precision: Precision) => upperFirst(found(n, precision)),
  /** The same inside a sentence. */
  found,
  /** Beside a choice. */
  foundShort: {
    exact: (n: number) => n.toLocaleString('en'),
    about: (n: number) => `about ${n.toLocaleString('en')}`,
    at_least: (n: number) => `${n.toLocaleString('en')}+`,
  },
  atMost: 'Freelancers',
  none: 'No freelancer fits all of that',
  forCategory: (name: string) => `for ${lowerFirst(name)}`,
  forText: (asked: string) => `for “${asked}”`,
  inPlace: (name: string) => `in ${name}`,
  description: (n: string) =>
    `${n} with hourly rates, measured quality scores and the hours you share. Compare them, ask for proposals, pay from escrow.`,
  leadRates: (currency: string) => `Rates are by the hour, in ${currency}.`,
  leadFrom: (country: string) => `Distance is measured from ${country}.`,
  leadNoCountry: 'Set your country in your account to see how far each one is.',
  words: 'What do you need done?',
  wordsHint: 'A kind of work, a skill or a name',
  skill: 'Skill',
  rateFrom: (currency: string) => `Rate from, ${currency}`,
  rateTo: (currency: string) => `Rate to, ${currency}`,
  language: 'Language',
  anyLanguage: 'Any language',
  submit: 'Search',
  more: 'Rate and language',
  apply: 'Apply',
  understood: 'Understood as {what}.',
  corrected: 'Searched for “{words}” instead of “{asked}”.',
  exact: 'Search for the exact words',
  understoodCategory: (name: string) => `the category ${name}`,
  understoodSkill: (name: string) => `the skill ${name}`,
  and: ' and ',
  sort: 'Sorted by',
  sorts: {
    best: 'Best fit',
    score: 'Highest score',
    rate: 'Lowest rate',
    '-rate': 'Highest rate',
    newest: 'Newest',
  },
  leftOut: 'It was left out.',
  /** What was left out of an address, by its parameter. */
  left: {
    q: 'Words',
    category: 'Kind of work',
    skills: 'Skills',
    place: 'Country',
    rate_from: 'Rate from',
    rate_to: 'Rate to',
    score: 'Quality score',
    available: 'Availability',
    language: 'Language',
    sort: 'Order',
    pricing: 'Pay',
    days: 'Published',
    budget_from: 'Budget from',
    budget_to: 'Budget to',
  },
  refine: 'Narrow down',
  refineCount: (n: number) => (n === 0 ? 'Narrow down' : `Narrow down, ${n} chosen`),
  results: 'Freelancers found',
  facets: {
    category: 'Kind of work',
    place: 'Country',
    rate: 'Rate an hour',
    score: 'Quality score',
    available: 'Availability',
    language: 'Language',
    skills: 'Skill',
  },
  anyOf: 'All',
  allCategories: 'All kinds of work',
  more_: (n: number) => `${n} more`,
  whole: (region: string) => `All of ${region}`,
  scoreAtLeast: (n: string) => `${n} and above`,
  rateUpTo: (high: string) => `Up to ${high}`,
  rateBetween: (low: string, high: string) => `${low} to ${high}`,
  rateAbove: (low: string) => `${low} and above`,
  skillsHint: 'Choose a kind of work to see all of its skills.',
  dropLabel: (what: string) => `Take away: ${what}`,
  emptyTitle: 'Nobody has all of that',
  emptyNoFilter: 'No freelancer is listed yet. Profiles appear here the moment they are listed.',
  emptyDrop: (what: string) => `Without ${what}`,
  emptyHelps: 'Take one of these away',
  emptySave: 'Or save this search, and be told when somebody fits.',
  emptyNone: 'No single filter helps. Take two of them away, or begin again.',
  showAll: 'Show all freelancers',
  next: (n: number) => `Next ${n}`,
  start: 'Back to the start',
  shown: (n: number) => `${count(n, 'freelancer', 'freelancers')} shown`,
  post: 'Post a project',
};

const openProjects = {
  head: (many: string, where: string, what: string) =>
    [many, where, what].filter((part) => part !== '').join(' '),
  many: (n: number) => count(n, 'open project', 'open projects'),
  none: 'No open project fits all of that',
  forCategory: (name: string) => `for ${lowerFirst(name)}`,
  forText: (asked: string) => `for “${asked}”`,
  fromPlace: (name: string) => `from ${name}`,
  description: (head: string) =>
    `${head}. Freelancers send proposals that only the client reads, and are paid from escrow.`,
  lead: 'Prices are agreed in the project’s own currency.',
  words: 'What work are you looking for?',
  wordsHint: 'Words of the title, the text or the skills',
  facets: {
    category: 'Kind of work',
    skills: 'Skill',
    pricing: 'Pay',
    place: 'Country of the client',
    days: 'Published',
  },
  within: (days: number) => (days === 1 ? 'In the last day' : `In the last ${days} days`),
  budgetFrom: (low: string) => `Budget from ${low}`,
  budgetTo: (high: string) => `Budget to ${high}`,
  budgetBetween: (low: string, high: string) => `Budget ${low} to ${high}`,
  sorts: { newest: 'Newest', budget: 'Largest budget', fewest: 'Fewest proposals' },
  found: (many: string, n: number) => (n === 1 ? 'one project' : `${many} projects`),
  emptySave: 'Or save this search, and be told when such a project is published.',
};

const save = {
  title: 'Save this search',
  saysOf: {
    freelancers: 'You are told by mail when somebody new fits it.',
    projects: 'You are told by mail when a new project fits it.',
    tasks: 'You are told by mail when new tasks fit it.',
  },
  name: 'Name',
  alerts: 'Tell me of new results',
  act: 'Save this search',
  signIn: 'Sign in to save this search',
  done: (name: string) => `“${name}” is saved.`,
  doneAlerts: 'You are told by mail when something new fits it.',
  doneQuiet: 'It stays quiet: you look when you like.',
  refused: 'Not saved',
  all: 'All freelancers',
  allProjects: 'All open projects',
};

const saved = {
  title: 'Saved searches',
  head: (n: number, telling: number) =>
    `${count(n, 'saved search', 'saved searches')}, ${telling} of them ${telling === 1 ? 'tells' : 'tell'} you of new results`,
  lead: 'A search that tells you looks every hour, and sends at most one mail a day for all that is new.',
  kinds: { freelancers: 'Freelancers', projects: 'Open projects', tasks: 'Tasks' },
  made: 'saved {day}',
  told: 'last told {time}',
  never: 'nothing new so far',
  on: 'Tells you of new results',
  off: 'Quiet',
  turnOn: 'Tell me',
  turnOff: 'Stop telling me',
  run: 'Open',
  change: 'Rename or delete',
  name: 'Name',
  rename: 'Rename',
  drop: 'Delete',
  dropQuestion: (name: string) => `Delete the search “${name}”?`,
  dropSays: 'It tells you nothing any more. What it found stays where it is.',
  dropAct: 'Delete this search',
  keep: 'Keep it',
  renamed: 'Renamed.',
  alertsOn: 'It tells you of new results from now on.',
  alertsOff: 'It is quiet now.',
  dropped: (name: string) => `“${name}” is deleted.`,
  refused: 'Not changed',
  emptyTitle: 'No search is saved',
  empty:
    'Search for freelancers, for open projects or for tasks, then choose “Save this search”. You are told when something new fits.',
  toFreelancers: 'Find freelancers',
  toProjects: 'Find open projects',
  toTasks: 'Find tasks',
};

const profile = {
  crumb: 'Freelancers',
  titleOf: (name: string, headline: string) => (headline === '' ? name : `${name}: ${headline}`),
  agency: 'Agency',
  member: 'Freelancer',
  since: 'here since {day}',
  awayUntil: 'Away until {day}',
  hoursAWeek: (n: number) => `up to ${n}`,
  figures: 'What was measured',
  quality: 'Quality score',
  qualityNew: 'New',
  qualityNewSays: 'Nothing counted yet. The score begins with the first ended contract.',
  outOf: 'of 5',
  from: (low: string, high: string, n: number) =>
    `${low}–${high} from ${count(n, 'contract', 'contracts')}`,
  onTime: 'On time',
  onTimeOf: (n: number) => `of ${count(n, 'due milestone', 'due milestones')}`,
  response: 'Answers invitations',
  responseWithin: (share: string) => `${share} within 7 days`,
  responseHours: (hours: number) =>
    hours < 1
      ? 'under an hour'
      : hours < 48
        ? count(Math.round(hours), 'hour', 'hours')
        : count(Math.round(hours / 24), 'day', 'days'),
  responseNone: 'no invitation yet',
  repeat: 'Clients who came back',
  repeatOf: (clients: number) => `of ${count(clients, 'client', 'clients')}`,
  noFigure: 'none yet',
  about: (name: string) => `About ${name}`,
  work: 'Kinds of work',
  skills: 'Skills',
  languages: 'Languages',
  portfolio: 'Portfolio',
  enlarge: (title: string) => `${title}: open the picture`,
  hiddenItem: 'Hidden by the operator',
  outcomes: 'Outcomes by kind of work',
  outcomesCaption: 'Ended contracts by kind of work',
  outcomesNone: 'No contract has ended yet.',
  category: 'Kind of work',
  contracts: 'Contracts',
  stars: 'Stars',
  starsOf: (n: number) => `of 5, from ${count(n, 'rating', 'ratings')}`,
  onTimeShare: (part: number, whole: number) => `${part} of ${whole}`,
  lastEnded: 'Last ended',
  feedback: 'Feedback',
  feedbackNone: 'No feedback yet. Both sides write it when a contract ends.',
  feedbackFor: 'for {contract}',
  reply: (name: string) => `Reply of ${name}`,
  olderFeedback: 'Earlier feedback',
  newestFeedback: 'Back to the newest',
  report: 'Report this profile',
  reportFeedback: 'Report',
  reportOf: (name: string) => `the feedback of ${name}`,
  facts: 'Rate and hours',
  toAsk: 'Rate, hours and invitation',
  rate: 'Rate an hour',
  country: 'Country',
  localTime: 'Local time',
  shared: 'Hours shared with you',
  sharedOf: (hours: number) => `${hours} of your 8`,
  hours: 'Hours a week',
  sharedNone: 'none',
  availability: 'Availability',
  rateNote: 'The rate is a wish. What you pay is agreed in the contract.',
  toRates: (category: string) => `What ${lowerFirst(category)} costs elsewhere`,
  inviteTitle: (name: string) => `Ask ${name} for a proposal`,
  inviteSays: 'Choose which of your projects. An invitation costs nothing and moves no money.',
  inviteAct: 'Invite to a project',
  inviteTo: (title: string) => `Invite to “${title}”`,
  invitePost: 'Post a project',
  inviteNone: 'You have no open project. Post one, then invite.',
  inviteVisitor: 'Post what you need done and invite the ones you like. Posting costs nothing.',
  inviteSignIn: 'Sign in to invite',
  inviteNotAllowed: 'Your role may not invite for this party.',
  ownTitle: 'This is how others see you',
  ownListed: 'Your profile is listed: everybody finds it, search engines too.',
  ownUnlisted: 'Only you see it: it is not listed yet.',
  ownLacks: 'What it lacks, and the button that lists it, are on your profile page.',
  ownEdit: 'Change your profile',
  ownHow: 'Complete and list it',
  photoOf: (title: string) => title,
  descriptionOf: (facts: string[]) =>
    facts
      .filter((fact) => fact !== '')
      .map((fact) => (/[.!?]$/.test(fact) ? fact : `${fact}.`))
      .join(' '),
  rateWords: (range: string) => `${range} an hour`,
  scoreWords: (score: string, n: number) =>
    `Quality ${score} of 5 from ${count(n, 'contract', 'contracts')}`,
};

const browse = {
  title: 'Kinds of work',
  head: (kinds: number, range: string) =>
    range === '' ? `${kinds} kinds of work` : `${kinds} kinds of work, from ${range} an hour`,
  description:
    'Every kind of work that is sold here, with the number of freelancers and what an hour costs.',
  lead: 'Choose a kind of work to see who does it, where, and what an hour costs there.',
  category: 'Kind of work',
  freelancers: 'Freelancers',
  rates: (currency: string) => `Rate an hour, ${currency}`,
  country: 'Country',
  nobody: 'nobody yet',
  freelancersOf: (n: number) => (n === 1 ? 'freelancer' : 'freelancers'),
  alsoTitle: 'Rates and projects',
  categoryHead: (name: string, n: number, range: string) =>
    n === 0
      ? `${name}: nobody is listed yet`
      : `${name}: ${count(n, 'freelancer', 'freelancers')} from ${range} an hour`,
  categoryCountryHead: (name: string, country: string, n: number, range: string) =>
    n === 0
      ? `${name} in ${country}: nobody is listed yet`
      : `${name} in ${country}: ${count(n, 'freelancer', 'freelancers')} from ${range} an hour`,
  countryHead: (country: string, n: number, range: string) =>
    n === 0
      ? `${country}: nobody is listed yet`
      : `${count(n, 'freelancer', 'freelancers')} in ${country}, from ${range} an hour`,
  categoryDescription: (name: string, about: string) =>
    `${about} Freelancers for ${lowerFirst(name)} with hourly rates, measured quality scores and feedback.`,
  countryDescription: (country: string) =>
    `Freelancers in ${country} by kind of work, with hourly rates, measured quality scores and feedback.`,
  crumb: 'Kinds of work',
  best: 'Who does it best so far',
  bestCountry: (country: string) => `The best in ${country} so far`,
  all: (n: number) => (n === 1 ? 'Search here' : `Search among all ${n.toLocaleString('en')}`),
  countries: 'Where they are',
  countriesCaption: 'Freelancers and rates by country',
  elsewhere: (country: string) => `The same work outside ${country}`,
  kindsHere: (country: string) => `What people in ${country} do`,
  kindsCaption: 'Freelancers and rates by kind of work',
  skills: 'Skills',
  open: (n: number) => count(n, 'open project', 'open projects'),
  openNone: 'No open project now',
  openTitle: 'Projects that ask for proposals',
  rateSheet: 'Compare the rates of all countries',
  ask: 'Ask several at once',
  asks: 'Post the work. Freelancers who fit are told at once and answer with a price, a date and a promise.',
  post: 'Post a project',
  asideLabel: 'Projects and rates',
  emptyTitle: 'Nobody is listed here yet',
  empty: 'Post the work: whoever fits is told as soon as the profile is listed.',
  own: 'Is this your work? List yourself',
};

const landing = {
  title: 'What are you looking for?',
  words: 'Words',
  hint: 'A kind of work, a skill or a name. Nothing written shows all.',
  what: 'Search among',
  categories: 'All kinds of work',
  saved: 'Saved searches',
  freelancers: 'Freelancers',
  projects: 'Open projects',
  act: 'Search',
};

export const directory = {
  availability,
  levels,
  figures,
  search,
  openProjects,
  save,
  saved,
  profile,
  browse,
  landing,
};

function upperFirst(says: string): string {
  return says.charAt(0).toUpperCase() + says.slice(1);
}

/** `Landscape design` inside a sentence; `IT support` and `R&D` stay. */
function lowerFirst(name: string): string {
  return /^\p{Lu}[\p{Lu}&]/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
