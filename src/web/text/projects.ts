/** Words of the pages about projects and invitations. */
const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const budget = {
  between: '{low}–{high}',
  from: 'from {low}',
  upTo: 'up to {high}',
  none: 'Open to offers',
  hourly: '{sum} an hour',
};

const form = {
  title: 'Title',
  titleHint: 'What is to be done, in one line. It is the first thing a freelancer reads.',
  requirements: 'Requirements',
  requirementsHint:
    'What you need, what you already have, how you will judge the result. Markdown is read: **bold**, lists, links.',
  category: 'Category',
  chooseCategory: 'Choose a category',
  skills: 'Skills',
  skillsHint: 'Up to 15, with commas between, such as: Rendering, Blender',
  files: 'Files',
  filesHint:
    'Up to 10 files of at most 25 MB each: images, PDF, office, CAD, ZIP. Whoever sees the project can download them.',
  money: 'Price',
  pricing: 'How you want to pay',
  currency: 'Currency',
  currencyHint: 'Proposals and the contract keep it.',
  budgetLow: 'Budget from',
  budgetHigh: 'Budget to',
  budgetHint:
    'Of the whole price, or of one hour. Freelancers see it; they may offer another price.',
  expectedHours: 'Hours you expect',
  expectedHoursHint: 'Only where you pay by the hour.',
  hours: 'hours',
  wantedOn: 'Wanted by',
  audience: 'Who may propose',
  work: 'The work',
  who: 'Time and audience',
  publish: (days: number) => `Publish for ${days} days`,
  saveDraft: 'Save as draft',
  save: 'Save changes',
  refused: 'Not published. No money moved',
  asideTitle: 'What happens then',
  aside: [
    'Posting costs nothing, and no money moves by it.',
    'Those who fit best are told at once, if you want it. Freelancers send proposals that only you can read.',
    'You award one of them. The price goes into escrow milestone by milestone, and each leaves it only when you accept.',
    'You can change the text until the first proposal arrives, and close the project at any time before the award.',
  ],
};

const browse = {
  title: 'Work that asks for proposals',
  lead: 'Open projects, the newest first. Prices are agreed in the project’s own currency.',
  search: 'Words',
  category: 'Category',
  anyCategory: 'All categories',
  pricing: 'Pay',
  anyPricing: 'Fixed or hourly',
  caption: 'Open projects',
  span: (n: number) => count(n, 'project shown', 'projects shown'),
  between: '{n}, published {from} to {to}',
  one: '{n}, published {from}',
  project: 'Project',
  budget: 'Budget',
  proposals: 'Proposals',
  until: 'Open until',
  emptyTitle: 'No open project fits',
  empty:
    'Nothing open has all of that. Take a filter away, or come back: new projects appear here the moment they are published.',
  emptyAll: 'No project is open now. New ones appear here the moment they are published.',
  showAll: 'Show all open projects',
  newest: 'Newest',
};

const page = {
  by: 'by {client}',
  published: 'published {day}',
  created: 'drafted {day}',
  until: 'until {time}',
  ended: 'ended {day}',
  requirements: 'Requirements',
  noRequirements: 'Nothing is written yet.',
  skills: 'Skills',
  files: 'Files',
  facts: 'At a glance',
  budget: 'Budget',
  budgetHour: 'Budget, one hour',
  expectedHours: 'Hours expected',
  wantedOn: 'Wanted by',
  category: 'Category',
  openTo: 'Open to',
  proposals: 'Proposals so far',
  client: 'Client',
  escrowTitle: 'How the money is kept',
  escrow: [
    'Nothing is paid before the award.',
    'After it the client puts each milestone into escrow, then the work on it begins.',
    'Escrow pays when the client accepts, or when 14 days pass in silence.',
  ],
  time: 'Time left',
  openUntil: 'Open until {time}.',
  thenExpires: 'Then it expires, and whoever proposed is told.',
  edit: 'Change',
  close: 'Close',
  extend: (days: number) => `Take proposals for ${days} days from today`,
  happened: 'What happened',
  allEvents: 'Show all events',
  happenedNone: 'Nothing that names you.',
};

const client = {
  draftTitle: (days: number) => `Publish it for ${days} days?`,
  draftAsked: 'Only you can see this draft',
  ifPublish: 'If you publish',
  ifPublishSays: {
    everyone: 'Freelancers can read it and propose. No money moves until you award one of them.',
    invited:
      'Only invited freelancers can read it and propose. No money moves until you award one of them.',
  },
  ifWait: 'If you wait',
  ifWaitSays: 'It stays a draft. Freelancers whom you invite now are told when you publish.',
  publish: (days: number) => `Publish for ${days} days`,
  lacks: 'Write the requirements before you publish.',
  change: 'Change the draft',
  emptyTitle: 'No proposals yet',
  emptyAgain: 'No proposal to choose now',
  empty: (invited: number) =>
    invited === 0
      ? 'Everybody who looks at open projects can see it. Invite freelancers whom you want to ask.'
      : `${count(invited, 'freelancer was', 'freelancers were')} invited. Each proposal appears here, and you are told.`,
  emptyInvitedOnly: 'Only invited freelancers can see it, and nobody is invited yet.',
  proposals: (n: number) => (n === 1 ? 'One proposal' : `${n} proposals`),
  chooseUntil: 'until {time}',
  howToChoose:
    'Open a proposal to read it and to award the project, or compare them by what matters to you.',
  compare: (n: number) => (n === 1 ? 'Look at it closely' : `Compare all ${n}`),
  caption: 'Proposals on this project',
  earlier: 'Earlier proposals',
  earlierSays: 'They came to nothing and cannot be chosen any more.',
  freelancer: 'Freelancer',
  profile: 'Profile',
  state: 'State',
  price: (currency: string) => `Price, ${currency}`,
  rate: (currency: string) => `Rate, ${currency} an hour`,
  hours: 'Hours',
  delivery: 'Delivery',
  days: (n: number) => count(n, 'day', 'days'),
  sent: 'Sent',
  changed: (version: number) => `version ${version}`,
  offeredTitle: 'Your offer waits for {name}',
  offered: 'The freelancer signs, or the offer lapses. Then the project opens again.',
  offeredUntil: 'until {time}',
  toContract: 'Open the contract',
  awardedTitle: 'Awarded to {name}',
  awarded: 'The work goes on in the contract.',
  expiredTitle: 'The time for proposals is over',
  expired:
    'It expired on {day}. Whoever had proposed was told. Open it again to receive new proposals.',
  closedTitle: 'Closed without hire',
  closed: 'You closed it on {day}. It can be read, but nothing can be sent to it.',
  invitations: 'Invited freelancers',
  invite: 'Invite a freelancer',
  invitationsNone: 'Nobody is invited.',
  unsent: (n: number) =>
    `${count(n, 'freelancer is', 'freelancers are')} on your list and not told yet.`,
  unsentLook: 'Look at the list and send it',
  invitedOn: 'invited {day}',
  willBeTold: 'is told when you publish',
  answers: { declined: 'Declined', proposed: 'Sent a proposal', waiting: 'No answer yet' },
};

const freelancer = {
  proposeTitle: 'Offer to do it',
  proposeBy: 'until {time}',
  ifPropose: 'If you send a proposal',
  ifProposeSays: 'Only {client} can read it. You can change or withdraw it until the award.',
  ifAwarded: 'If it is chosen',
  ifAwardedSays: 'You get an offer and have 7 days to sign. You see both sums before you send.',
  propose: 'Write a proposal',
  signIn: 'Sign in to propose',
  notAllowed: 'Your role may not send proposals for this party.',
  invitedTitle: '{client} asks you for a proposal',
  decline: 'Decline the invitation',
  declined: 'You declined the invitation on {day}. You can still propose while it is open.',
  withdrawn:
    'The client withdrew the invitation on {day}. You can still propose while it is open to everybody.',
  ownTitle: 'Your proposal: {sum}',
  own: 'Sent {time}.',
  openOwn: 'Open your proposal',
  openEarlier: 'Open your earlier proposal',
  offeredTitle: '{client} chose you',
  offered: 'The offer waits for your signature.',
  over: 'It takes no proposals any more',
  overSays: 'The project was awarded, closed or expired.',
};

const invite = {
  title: 'Whom do you want to ask?',
  crumb: 'Invite',
  search: 'Name or email address',
  find: 'Find',
  note: 'Note to the freelancer',
  noteHint: 'Why you ask this one. It is sent with the invitation.',
  found: (n: number) => count(n, 'match', 'matches'),
  most: 'The first 20 by name. Write more of the name to narrow it down.',
  none: 'Nobody found',
  noneSays: 'No agency, and no member who deals by name, has that in the name.',
  addressSays: 'A mail asks this address for a proposal. You learn whose it is only by the answer.',
  addressLater: 'An address can be asked once the project is published.',
  act: (name: string) => `Invite ${name}`,
  already: 'Invited {day}',
  agency: 'Agency',
  back: 'Back to the project',
  another: 'Choose another',
  refused: 'Not invited',
};

const close = {
  title: 'Close this project?',
  crumb: 'Close',
  lines: {
    proposals: (n: number) =>
      n === 0
        ? 'Nobody has proposed.'
        : `${count(n, 'freelancer is', 'freelancers are')} told that the project was closed without hire.`,
    money: 'No money is held for it, so none moves.',
  },
  final: 'A closed project cannot be opened again.',
  act: 'Close without hire',
  keep: 'Keep it open',
  keepDraft: 'Keep the draft',
  refused: 'Not closed',
};

const mine = {
  title: 'Your projects',
  waiting: (n: number) =>
    n === 1 ? 'One project waits for your choice' : `${n} projects wait for your choice`,
  caption: 'Your projects',
  project: 'Project',
  state: 'State',
  proposals: 'Proposals',
  budget: 'Budget',
  until: 'Open until',
  post: 'Post a project',
  filter: 'State',
  any: 'All states',
  emptyTitle: 'Nothing posted yet',
  empty: 'Describe what you need done, and freelancers send you proposals that only you can read.',
  emptyFiltered: 'No project of yours is in this state.',
  showAll: 'Show all',
};

const evidence = {
  name: 'Proposals',
  formula:
    'Proposals sent, less those that were withdrawn, those whose offer came to nothing, and those of before the project was opened again.',
  sent: 'Sent',
  withdrawn: 'Withdrawn',
  failed: 'Offered, then declined or lapsed',
  earlier: 'Not chosen before it was opened again',
  counted: 'Proposals',
  origin:
    'Events of the project, counted when this page was opened. What a proposal says is sealed between its author and the client.',
  events: 'From {first} to {last}.',
  failedEvent: 'An offer came to nothing by {event} of its contract.',
  back: 'Back to the project',
};

export const projects = {
  places: {
    open: 'Open projects',
    mine: 'Your projects',
    proposals: 'Your proposals',
    label: 'Projects',
  },
  crumb: 'Projects',
  post: 'Post a project',
  pricing: { fixed: 'Fixed price', hourly: 'By the hour' },
  pricingHints: {
    fixed: 'One price, cut into milestones that are paid one by one.',
    hourly: 'A rate, estimated hours and a weekly limit.',
  },
  audience: { everyone: 'Everyone', invited: 'Invited freelancers only' },
  audienceHints: {
    everyone: 'Listed under open projects; visitors can read it too.',
    invited: 'Only those you invite can see it.',
  },
  families: {
    'back-office': 'Back office',
    'front-office': 'Front office',
    knowledge: 'Knowledge work',
    household: 'Household',
  },
  hoursExpected: (n: number) => `${count(n, 'hour', 'hours')} expected`,
  budget,
  form,
  browse,
  page,
  client,
  freelancer,
  invite,
  close,
  mine,
  evidence,
  new: { title: 'What do you need done?', crumb: 'New project' },
  editing: { title: 'Change the project', crumb: 'Change' },
  done: {
    drafted: 'Draft saved.',
    draftedText: 'Only you can see it.',
    published: 'Published.',
    publishedText: (when: string) => `It takes proposals until ${when}. No money moved.`,
    edited: 'Changed.',
    extended: 'Extended.',
    extendedText: (when: string) => `It takes proposals until ${when}.`,
    closed: 'Closed without hire.',
    closedText: (told: number) =>
      told === 0
        ? 'No money moved.'
        : `${count(told, 'freelancer was', 'freelancers were')} told. No money moved.`,
    invited: (name: string) => `${name} is invited.`,
    invitedDraft: 'The invitation goes out when you publish.',
    invitedText: 'The invitation is on its way.',
    declined: 'Declined.',
    declinedText: 'The client was told.',
  },
};
