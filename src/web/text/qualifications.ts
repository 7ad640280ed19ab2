/** Words of qualifications, for clients and for workers, and of blocked workers. */
import type { GrantState, RequestState, TypeState } from '#domain/qualifications/qualification.ts';
import type { SystemKind } from '#domain/qualifications/system-types.ts';
import type { StateLook } from '#web/ui/state.tsx';

const typeStates: Record<TypeState, StateLook> = {
  active: { word: 'Active', icon: 'circle-dot', tone: 'move' },
  inactive: { word: 'At rest', icon: 'circle-pause', tone: 'rest' },
  retired: { word: 'Retired', icon: 'circle-slash', tone: 'rest' },
};

const requestStates: Record<RequestState, StateLook> = {
  open: { word: 'Test begun', icon: 'circle-dot', tone: 'move' },
  submitted: { word: 'With the client', icon: 'circle-dot', tone: 'move' },
  granted: { word: 'Granted', icon: 'circle-check', tone: 'go' },
  rejected: { word: 'Not granted', icon: 'circle-x', tone: 'miss' },
  lapsed: { word: 'Time ran out', icon: 'clock-alert', tone: 'rest' },
};

const grantStates: Record<GrantState | 'expired', StateLook> = {
  granted: { word: 'Held', icon: 'circle-check', tone: 'go' },
  expired: { word: 'Expired', icon: 'clock-alert', tone: 'rest' },
  revoked: { word: 'Taken back', icon: 'undo-2', tone: 'miss' },
};

const people = (count: number) => (count === 1 ? '1 worker' : `${count} workers`);
const times = (seconds: number) => {
  if (seconds % 86_400 === 0 && seconds > 0) return plural(seconds / 86_400, 'day');
  if (seconds % 3_600 === 0 && seconds > 0) return plural(seconds / 3_600, 'hour');
  return seconds < 60 ? plural(seconds, 'second') : plural(Math.ceil(seconds / 60), 'minute');
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How a worker comes by it, in a sentence. */
const ways = {
  client: 'The client gives it; nobody can ask',
  ask: 'Workers ask, the client decides',
  auto: (value: number) => `Given at once to whoever asks, with the value ${value}`,
  graded: (seconds: number) => `A test of ${times(seconds)}, graded at once`,
  tested: (seconds: number) => `A test of ${times(seconds)}, which the client reads`,
};

export const qualifications = {
  typeStates,
  requestStates,
  waiting: { word: 'Waiting for you', icon: 'inbox', tone: 'hold' } satisfies StateLook,
  grantStates,
  ways,
  times,
  sources: { test: 'by the test', client: 'by the client', auto: 'at once' },
  again: (seconds: number | null) =>
    seconds === null
      ? 'One request only'
      : seconds === 0
        ? 'It can be asked for again at any time'
        : `It can be asked for again after ${times(seconds)}`,
  lasts: (days: number | null) => (days === null ? 'It does not expire' : `It lasts ${days} days`),
  refused: 'Not done. Nothing was changed',
  span: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
  yours: 'Your qualifications',
  list: {
    title: 'Qualifications you grant',
    head: (count: string) => `${count} of your own for tasks to ask for`,
    none: 'Say whom you want for your tasks',
    lead: 'A batch can ask for these before a worker may see, open or accept its tasks.',
    make: 'New qualification',
    blocked: 'Blocked workers',
    search: 'Words',
    state: 'State',
    all: 'All',
    caption: 'Your qualifications',
    empty: {
      title: 'No qualification of yours yet',
      text: 'Your batches can already ask for what the marketplace computes, below. Make one of your own where you want a test, or workers of your choice.',
    },
    nothing: {
      title: 'Nothing fits these words',
      text: 'Look for fewer words, or in every state.',
    },
    columns: {
      name: 'Name',
      way: 'How workers get it',
      state: 'State',
      held: 'Held by',
      asks: 'Asks',
    },
    waits: (count: number) => (count === 1 ? '1 waits for you' : `${count} wait for you`),
    computed: 'Computed by the marketplace',
    computedLead: 'Every batch may ask for these. Nobody grants them.',
  },
  edit: {
    newTitle: 'New qualification',
    title: (name: string) => `Change ${name}`,
    name: 'Name',
    nameHint: 'Workers see it beside your tasks. It cannot be changed later.',
    description: 'What it says about a worker',
    keywords: 'Words it is found by',
    keywordsHint: 'Commas between them.',
    active: 'Workers can get it now',
    activeHint: 'At rest nobody new gets it; who holds it goes on holding it.',
    way: 'How workers get it',
    wayOptions: {
      client: 'Only you give it',
      ask: 'They ask and you decide',
      auto: 'At once, to whoever asks',
      test: 'They take a test',
    },
    closed: 'Closed: only you give it',
    autoValue: 'Value that is given at once',
    autoValueHint: 'For “at once” only.',
    again: 'Asking again',
    againOptions: { once: 'One request ever', after: 'After some days' },
    againDays: 'Days from one request to the next',
    grantDays: 'Days until it expires',
    grantDaysHint: 'Empty: never.',
    testTitle: 'The test',
    testLead:
      'For “they take a test” only. Who has begun it goes on with the test as it was; a test cannot be taken away later.',
    testForm: 'Form of the test, as JSON',
    testFormHint: 'The same description as of a task, without variables. Show it before you save.',
    minutes: 'Minutes for the test',
    grading: 'Grading',
    gradingOptions: {
      hand: 'You read the answers and give the value',
      rows: 'By the right answers below, at once',
      json: 'By a key written as JSON, at once',
    },
    right: (label: string) => `Right answers to “${label}”`,
    rightHint: 'The points are given for exactly these.',
    points: (label: string) => `Points for “${label}”`,
    mapping: 'The value is',
    mappingOptions: { percentage: 'the percentage of all points', sum: 'the sum of the points' },
    keyJson: 'Key, as JSON',
    keyJsonHint: 'For partial points, scales and ranges of values.',
    noQuestions: 'Show the test first: its questions with choices then stand here.',
    show: 'Show the test',
    preview: 'The test as workers see it',
    make: 'Make the qualification',
    save: 'Save the changes',
    made: (name: string) => `${name} is made.`,
    changed: (name: string) => `${name} is changed.`,
    same: 'Nothing was different. Nothing was changed.',
  },
  type: {
    change: 'Change',
    retire: 'Retire',
    requests: 'Requests',
    requestsWaiting: (count: number) =>
      count === 0
        ? 'No request waits for you.'
        : count === 1
          ? '1 request waits for you.'
          : `${count} requests wait for you.`,
    allRequests: 'All requests',
    holders: (count: number) => `${people(count)} ${count === 1 ? 'holds' : 'hold'} it`,
    holdersCaption: 'Who holds it, or held it',
    none: {
      title: 'Nobody holds it yet',
      text: 'Grant it to workers whom you know, or wait until they ask.',
    },
    columns: { worker: 'Worker', value: 'Value', state: 'State', since: 'Since', until: 'Until' },
    never: 'never expires',
    grant: 'Grant it',
    grantLead: 'To workers whom you know, or to give another value.',
    workers: 'Workers',
    workersHint: 'Their ids, one a line, at most 100. An id ends the address of a worker.',
    value: 'Value',
    valueHint: 'A whole number; tasks ask for it by comparing.',
    tell: 'Tell the workers',
    grantAct: 'Grant',
    granted: (count: number) =>
      count === 0 ? 'They held it already. Nothing was changed.' : `Granted to ${people(count)}.`,
    test: 'The test',
    noTest: 'There is no test.',
    retired: 'Retired. Who holds it goes on holding it.',
  },
  retire: {
    title: (name: string) => `Retire ${name}?`,
    says: (waiting: number, holders: number) =>
      `${waiting === 1 ? '1 request that waits is' : `${waiting} requests that wait are`} rejected. ${people(holders)} ${holders === 1 ? 'goes' : 'go'} on holding it, and tasks may go on asking for it.`,
    final: 'A retired qualification cannot come back; its name is free again.',
    act: 'Retire it',
    keep: 'Keep it',
    done: (name: string) => `${name} is retired.`,
  },
  requests: {
    title: (name: string) => `Who asks for ${name}`,
    caption: 'Requests',
    state: 'State',
    empty: {
      title: 'No request of this state',
      text: 'You are told when a worker asks for it or takes the test.',
    },
    columns: { worker: 'Worker', state: 'State', at: 'Asked', value: 'Value' },
  },
  request: {
    title: (worker: string, name: string) => `${worker} asks for ${name}`,
    asked: 'asked',
    handedIn: 'handed in',
    answers: 'The answers',
    noAnswers: 'There was no test.',
    blank: 'not answered',
    points: (points: number, most: number) => `${points} of ${most} points`,
    graded: (value: number) =>
      `By the key this is worth ${value}. You took it back before, so you decide.`,
    grantTitle: 'Grant it',
    grant: 'Grant',
    rejectTitle: 'Say no',
    reason: 'Why not',
    reasonHint: 'The worker reads it.',
    reject: 'Do not grant it',
    granted: (worker: string) => `Granted to ${worker}, who is told.`,
    rejected: (worker: string) => `Not granted. ${worker} is told.`,
    decided: 'Decided',
  },
  holder: {
    title: (worker: string, name: string) => `${worker}: ${name}`,
    change: 'Give another value',
    save: 'Save the value',
    revokeTitle: 'Take it back',
    revokeSays: 'Tasks that ask for it close to this worker at once. Only you can give it again.',
    reason: 'Reason',
    reasonHint: 'The worker reads it.',
    revoke: 'Take it back',
    changed: 'The value is changed.',
    revoked: (worker: string) => `Taken back. ${worker} is told.`,
    block: 'Block this worker',
  },
  blocked: {
    title: 'Blocked workers',
    head: (count: number, more: boolean) =>
      `You take no work of ${more ? 'more than ' : ''}${people(count)}`,
    none: 'You block no worker',
    empty: {
      title: 'Nobody is blocked',
      text: 'Block a worker from its answers, or here by its id. Most bad work is better rejected with a reason.',
    },
    lead: 'A blocked worker cannot accept your tasks. What it handed in before is decided as usual. It does not read the reason.',
    caption: 'Workers whom you block',
    columns: { worker: 'Worker', reason: 'Reason', at: 'Since', by: 'By', act: 'Act' },
    unblock: 'Unblock',
    unblocked: (worker: string) => `${worker} can accept your tasks again.`,
    blockTitle: 'Block a worker',
    worker: 'Worker',
    workerHint: 'The id at the end of the address of a worker.',
    reason: 'Reason',
    reasonHint: 'For you and your colleagues only.',
    act: 'Block',
    done: (worker: string) => `You take no more work of ${worker}.`,
    question: (worker: string) => `Block ${worker}?`,
    keep: 'Not now',
  },
  own: {
    title: 'Your qualifications',
    lead: 'Tasks may ask for these before you can see or accept them.',
    computed: 'Measured',
    rate: 'Approval rate',
    rateWords: 'of 100 decided answers were approved',
    rateNewWords: 'until you have handed in 100 answers',
    count: 'Approved answers',
    countWords: 'over all clients',
    place: 'Country',
    noPlace: 'not said',
    toProfile: 'Say it in your settings',
    vouched: 'Vouched',
    vouchedYes: 'yes',
    vouchedNo: 'not yet',
    vouchedWords: 'at least 1,000 approved in 10 batches, 99%',
    held: 'Granted to you',
    heldCaption: 'Qualifications that you hold or held',
    heldNone: {
      title: 'Nobody granted you one yet',
      text: 'Take a test or ask for one below; many tasks ask for none.',
    },
    columns: {
      name: 'Qualification',
      value: 'Value',
      state: 'State',
      until: 'Until',
      client: 'Client',
    },
    why: (reason: string) => `Reason: ${reason}`,
    available: 'You can get',
    availableCaption: 'Qualifications that can be asked for',
    search: 'Words',
    availableNone: {
      title: 'Nothing to ask for',
      text: 'No client offers a qualification that fits. Tasks without requirements are open to you.',
    },
    more: 'Older ones',
    newest: 'Newest',
    history: 'What you asked for',
    historyNone: 'You have not asked for any yet.',
    statement: 'About you',
    statementLead: 'Some tasks ask for it, and nobody can measure it.',
    subdivision: 'State or province',
    subdivisionHint: 'Its short code, such as CA for California. Needs a country in your settings.',
    adult: 'I am of age, and may be shown adult content',
    saveStatement: 'Save',
    stated: 'Saved. Tasks that ask for it know it now.',
    notAWorker: 'Only people do tasks: act for yourself to see what you hold.',
    actForYourself: 'Choose yourself under “Acting for” in the bar.',
  },
  ask: {
    by: (client: string) => `by ${client}`,
    get: 'Ask for it',
    take: (seconds: number) => `Begin the test: ${times(seconds)}`,
    goOn: 'Go on with the test',
    look: 'Look',
    clock: (seconds: number) =>
      `The clock runs from when you begin, for ${times(seconds)}. Have your time before you press it.`,
    noTest: 'The client reads your request and decides. You are told.',
    atOnce: 'You get it at once.',
    never: 'closed to requests',
    waits: 'waits for the client',
    once: 'one request only, and you made it',
    later: 'again from',
    begun: 'your test runs',
    granted: (name: string, value: number) => `You hold ${name} now, with the value ${value}.`,
    asked: (name: string) => `Asked for ${name}. You are told what the client says.`,
  },
  test: {
    title: (name: string) => `Test: ${name}`,
    until: 'Hand it in by',
    send: 'Hand in the test',
    final: 'It can be handed in once.',
    over: {
      title: 'The time of this test is over',
      text: 'It cannot be handed in any more.',
    },
    back: 'Your qualifications',
    waits: 'Handed in. The client reads it and decides; you are told.',
    your: 'Your answers',
  },
  sheet: {
    crumb: 'Your qualifications',
    name: 'Approval rate',
    formula:
      'Of a hundred decided answers so many were approved, rounded down. Until you have handed in a hundred it is 100, so that one rejection says not too much.',
    submitted: 'Handed in',
    approved: 'Approved',
    rejected: 'Rejected',
    rate: 'Approved ÷ (approved + rejected)',
    origin: 'Counted over all batches that you worked in',
    at: 'last on',
    none: 'You have not handed in anything yet.',
  },
  kinds: {
    approvalRate: '0 to 100',
    approvedCount: 'a number',
    place: 'a country, or a part of one',
    adult: '0 or 1',
    vouched: 'has it or not',
  } satisfies Record<SystemKind, string>,
};
