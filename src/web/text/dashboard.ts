import type { WaitingKind } from '#domain/contracts/queries/waiting-acts.ts';

/** An act that waits: what to do (`{who}`, `{milestone}`, `{sum}`), and on which contract. */
type Waiting = {
  says: string;
  /** Where no sum is known. */
  saysNoSum?: string;
  act: string;
  short: (contract: string) => string;
};

const waiting: Record<WaitingKind, Waiting> = {
  accept: {
    says: '{who} handed in {milestone}. Accept it and {sum} is released.',
    act: 'Look and answer',
    short: (contract) => `A delivery to accept: ${contract}`,
  },
  sign: {
    says: '{who} chose your proposal and offers a contract at {sum}.',
    act: 'Read and sign',
    short: (contract) => `An offer to sign: ${contract}`,
  },
  change: {
    says: '{who} proposes {milestone} at {sum}. No money moves yet.',
    saysNoSum: '{who} wants to drop {milestone}. No money moves.',
    act: 'Answer',
    short: (contract) => `A change to answer: ${contract}`,
  },
  ending: {
    says: '{who} proposes to end the contract and to divide what is in escrow.',
    act: 'Answer',
    short: (contract) => `An ending to answer: ${contract}`,
  },
  deliver: {
    says: '{sum} is in escrow for {milestone}. Hand it in.',
    act: 'Hand in',
    short: (contract) => `A milestone to deliver: ${contract}`,
  },
  fund: {
    says: '{who} waits for the money for {milestone}: {sum}.',
    act: 'Fund it',
    short: (contract) => `A milestone to fund: ${contract}`,
  },
  plan: {
    says: 'No milestone is agreed with {who} yet. Propose the first one, so that work can begin.',
    act: 'Add a milestone',
    short: (contract) => `A first milestone to agree on: ${contract}`,
  },
  rate: {
    says: 'Say how it was to work with {who}. It stays hidden until both did.',
    act: 'Give feedback',
    short: (contract) => `Feedback to give: ${contract}`,
  },
};

export const dashboard = {
  title: 'What waits for you',
  crumb: 'Dashboard',
  finding: (count: number) =>
    count === 0
      ? 'Nothing waits for you'
      : count === 1
        ? '{count} thing waits for you'
        : '{count} things wait for you',
  forParty: (name: string) => `acting for ${name}`,
  waiting,
  milestone: (position: number, title: string) => `milestone ${position}, ${title}`,
  newMilestone: (title: string) => `a new milestone, ${title}`,
  due: 'due',
  none: 'You are told when something does: a delivery, an offer, a change, an ending.',
  tiles: {
    label: 'Key figures',
    available: 'Available',
    more: (others: string) => `and ${others}`,
    add: 'Add money',
    use: 'Add or withdraw',
    pending: 'Not yet available',
    pendingNext: 'next on',
    pendingNone: 'nothing waits',
    escrow: 'In your escrow',
    escrowWords: 'for work you ordered',
    contracts: 'Contracts in progress',
    contractsWords: 'as client or freelancer',
  },
  invitations: {
    title: 'Invitation to propose',
    short: (project: string) => `An invitation to propose: ${project}`,
    from: (who: string) => `from ${who}`,
    act: 'Read and propose',
    until: 'open until',
  },
  choose: {
    says: (count: number) =>
      count === 1
        ? '{count} came in. Choose it, or wait for more.'
        : '{count} came in. Choose one, or wait for more.',
    act: (count: number) => (count === 1 ? 'Read and choose' : 'Compare and choose'),
    short: (project: string) => `Proposals to choose from: ${project}`,
  },
  operator: {
    title: 'You operate this marketplace',
    requests: (count: number) =>
      count === 0
        ? 'No deposit or withdrawal waits.'
        : count === 1
          ? '1 deposit or withdrawal waits for your confirmation.'
          : `${count} deposits and withdrawals wait for your confirmation.`,
    since: 'the first since',
    act: 'Look and confirm',
    open: 'Operator area',
  },
  post: 'Post a project',
  find: 'Find work',
  projects: {
    title: 'Your projects',
    all: 'All your projects',
    proposals: (count: number) => (count === 1 ? '1 proposal' : `${count} proposals`),
    none: 'No project posted yet.',
  },
  proposals: { title: 'Your proposals', all: 'All your proposals', none: 'No proposal sent yet.' },
  contracts: { title: 'Contracts', all: 'All contracts', none: 'No contract in progress.' },
  newcomer: {
    title: 'Start here',
    clientTitle: 'Get work done',
    client:
      'Say what must be done and what it may cost. Freelancers send proposals with milestones; you pay each into escrow and release it when you accept.',
    clientAct: 'Post a project',
    freelancerTitle: 'Earn by work',
    freelancer:
      'Make a profile, so that clients and the marketplace find you, or pick an open project and send a proposal. Work starts when a milestone is in escrow, so the money is there before you begin.',
    freelancerAct: 'Find projects',
    sellAct: 'Sell your work: make your profile',
    profile: 'Fill in your profile first',
    profileSays: 'clients read it beside your proposal.',
  },
};
