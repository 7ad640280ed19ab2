/** Words of the review: answers, decisions on them, and those who gave them. */

const count = (value: number | bigint) => value.toLocaleString('en');
const many = (value: number | bigint, one: string, more: string) =>
  `${count(value)} ${Number(value) === 1 ? one : more}`;

export const review = {
  titles: {
    submitted: (value: number) =>
      value === 0
        ? 'Nothing waits for your review'
        : many(value, 'answer to review', 'answers to review'),
    approved: (value: number) => many(value, 'approved answer', 'approved answers'),
    rejected: (value: number) => many(value, 'rejected answer', 'rejected answers'),
    all: (value: number) => many(value, 'answer', 'answers'),
  },
  crumb: 'Review',
  views: 'How answers are shown',
  table: 'As a table',
  one: 'One by one',
  state: 'State',
  states: { submitted: 'To review', approved: 'Approved', rejected: 'Rejected', all: 'All' },
  worker: 'Worker',
  workerHint: 'such as 7F3K22',
  agreement: 'Agreement',
  agreements: { '': 'Any', most: 'Like most others', few: 'Unlike most others' },
  gold: 'Gold tasks',
  golds: { '': 'Any', right: 'Right', wrong: 'Wrong' },
  faster: 'Faster than, seconds',
  since: 'From day',
  until: 'Before day',
  further: 'Further filters',
  caption: 'Answers, longest waiting first',
  columns: {
    pick: 'Choose',
    task: 'Task',
    answer: 'Answer',
    worker: 'Worker',
    alike: 'Alike',
    time: 'Time',
    state: 'State',
  },
  pick: (number: number, worker: string) =>
    `Choose the answer of ${worker} to task ${count(number)}`,
  task: (number: number) => `Task ${count(number)}`,
  alike: (same: number, answers: number) => `${count(same)} of ${count(answers)}`,
  alone: 'the only one',
  seconds: (value: number) => (value === 1 ? '1 second' : `${count(value)} seconds`),
  goldRight: 'gold, right',
  goldWrong: 'gold, wrong',
  repaired: 'repaired',
  byRule: 'by itself',
  appealed: { open: 'appealed', upheld: 'appeal upheld', dismissed: 'appeal dismissed' },
  bonus: (sum: string) => `bonus ${sum}`,
  span: (value: number) => `${count(value)} shown, longest waiting first`,
  first: 'From the start',
  next: 'Further',
  emptyTitle: 'No answer here',
  empty: 'Nothing fits this choice now. Answers appear as workers hand them in.',
  showAll: 'Show all answers',
  approveChosen: 'Approve chosen',
  rejectChosen: 'Reject chosen',
  bonusChosen: 'Bonus for chosen',
  approveShown: (value: number) =>
    value === 1 ? 'Approve the one shown' : `Approve all ${count(value)} shown`,
  approveAll: (value: number | null) =>
    value === null ? 'Approve all that fit' : `Approve all ${count(value)} that wait`,
  chosenHint: 'Choose answers above; you see the sum before anything is paid.',
  keys: 'Keys',
  keyWords: { J: 'next', K: 'back', X: 'choose', A: 'approve', R: 'reject', B: 'bonus' },
  other: 'More about this batch',
  workers: 'Workers',
  upload: 'Upload decisions',
  csv: 'Results, CSV',
  jsonl: 'Results, JSON Lines',
  // One by one
  oneTitle: (number: number) => `Task ${count(number)}`,
  answer: 'Answer',
  row: 'Row',
  key: 'Right answer',
  others: 'Other answers to this task',
  facts: {
    worker: 'worker',
    took: (length: string) => `took ${length}`,
    came: 'handed in',
    due: 'approved by itself',
  },
  approveAct: (sum: string) => `Approve, pay ${sum}`,
  overrideAct: (sum: string) => `Approve after all, pay ${sum}`,
  overrideText: 'Within 30 days of the submission a rejection can be turned into an approval.',
  approveNote: (reward: string, fee: string) =>
    `${reward} to the worker, ${fee} fee, out of escrow.`,
  rejectFold: 'Reject',
  rejectText: (sum: string, days: string) =>
    `${sum} stays held for ${days}: the worker may put it right once, or appeal.`,
  reopens: (sum: string) => `Somebody else is asked, and ${sum} more is held for that.`,
  reason: 'Reason',
  reasons: {
    wrong_answer: 'The answer is wrong',
    instructions_not_followed: 'The instructions were not followed',
    incomplete: 'It is incomplete',
    careless: 'It was done carelessly',
    automated: 'It was made by a program',
    other: 'Something else',
  },
  feedback: 'What was wrong',
  feedbackHint: 'In words that the worker can act on. They are part of its record.',
  rejectAct: 'Reject, keep the money held',
  bonusFold: 'Give a bonus',
  bonusAmount: 'Bonus',
  bonusHint: (share: string) => `From your wallet, with the fee (${share}) on top.`,
  bonusReason: 'What for',
  bonusAct: 'Give the bonus',
  messageFold: 'Write to the worker',
  subject: 'Subject',
  words: 'Message',
  messageHint: 'It comes as a notice and a mail. Your name is told, the worker’s stays hidden.',
  messageAct: 'Send',
  skip: 'Next',
  back: 'Back',
  feedbackGiven: 'You wrote',
  // After an act
  approved: 'Approved.',
  approvedText: (sum: string) => `${sum} paid, fee included.`,
  rejected: 'Rejected.',
  rejectedText: 'The money stays held while the worker may answer.',
  bonusDone: 'Bonus given.',
  bonusDoneText: (sum: string) => `${sum} from your wallet, fee included.`,
  messageDone: 'Sent.',
  notDone: 'Not done. No money moved',
  manyDone: {
    approve: (done: number) => `${many(done, 'answer', 'answers')} approved.`,
    reject: (done: number) => `${many(done, 'answer', 'answers')} rejected.`,
    bonus: (done: number) => `${many(done, 'bonus', 'bonuses')} given.`,
  },
  skipped: (value: number) =>
    value === 1
      ? '1 answer was decided meanwhile and left as it was.'
      : `${count(value)} answers were decided meanwhile and left as they were.`,
  stopped: (value: number) =>
    `${many(value, 'answer waits', 'answers wait')} as before: so many rejections stop until an operator has looked at them, and has been told.`,
  // The question before many
  questions: {
    approve: (value: number, sum: string) =>
      `Approve ${many(value, 'answer', 'answers')} for ${sum}?`,
    reject: (value: number) => `Reject ${many(value, 'answer', 'answers')}?`,
    bonus: (value: number) => `A bonus for ${many(value, 'answer', 'answers')}?`,
  },
  none: 'Choose at least one answer first',
  lines: {
    rewards: (value: number) => `Rewards for ${many(value, 'answer', 'answers')}`,
    fees: 'Fee',
    total: 'Leaves escrow',
    held: 'Stays held',
    more: 'Held besides, for new answers',
    workers: 'Workers',
    decided: 'Decided before, left as they are',
  },
  finals: {
    approve: 'Workers are paid at once. That cannot be undone.',
    reject: 'A rejection can be turned into an approval within 30 days.',
    bonus: 'A bonus cannot be taken back.',
  },
  acts: {
    approve: (value: number, sum: string) => `Approve ${count(value)}, pay ${sum}`,
    reject: (value: number) => `Reject ${count(value)}`,
    bonus: (value: number) => `Give ${count(value)} times`,
  },
  not: 'Not now',
  // Workers
  workersTitle: (value: number) => many(value, 'worker', 'workers'),
  workersCaption: 'Workers of this batch, most answers first',
  workerTitle: (name: string) => `Worker ${name}`,
  workerColumns: {
    worker: 'Worker',
    waiting: 'To review',
    approved: 'Approved',
    rejected: 'Rejected',
    gold: 'Gold right',
    pace: 'Mean time',
    earned: 'Earned here',
  },
  blocked: 'blocked',
  block: 'Block this worker',
  seeAnswers: 'Its answers',
  goldOf: (right: number, all: number) => (all === 0 ? 'none' : `${count(right)} of ${count(all)}`),
  pace: (length: string) => length,
  noPace: 'not measured',
  workersEmptyTitle: 'Nobody has taken a task yet',
  workersEmpty: 'Workers appear here with what they did in this batch.',
  // Many decisions at once, page by page
  list: {
    running: 'Deciding answers',
    so: (looked: number, total: number) => `${count(looked)} of ${count(total)}`,
    note: 'This goes on when you leave the page.',
    again: 'Look again',
    stop: 'Stop',
    stopped: 'Stopped. What was decided stays decided.',
    ended: {
      done: 'Your last decisions are carried out.',
      stopped: 'Your last decisions were stopped.',
      failed: 'Your last decisions could not be carried out to the end.',
    },
    outcome: (approved: number, rejected: number) =>
      `${count(approved)} approved, ${count(rejected)} rejected.`,
  },
  // Uploaded decisions
  uploadTitle: 'Upload decisions',
  uploadLead:
    'Download the results, put an x into Approve or write what was wrong into Reject, and send the file back. Rows with neither stay as they are.',
  uploadField: 'Results with decisions, CSV',
  uploadAct: 'Check the file',
  uploadQuestion: (approve: number, reject: number) =>
    `Approve ${count(approve)} and reject ${count(reject)}?`,
  uploadLines: {
    approve: (value: number) => `Approved: ${count(value)}`,
    reject: (value: number) => `Rejected: ${count(value)}`,
    untouched: (value: number) => `Left as they are: ${count(value)}`,
    decided: (value: number) => `Decided before: ${count(value)}`,
    rewards: 'Rewards that are paid',
  },
  uploadDo: (sum: string) => `Decide, pay ${sum} and fees`,
  uploadNothing: 'Nothing is filled in that could still be decided.',
  uploadSkipped: (value: number, rows: string) =>
    `${many(value, 'row was', 'rows were')} left out: ${rows}.`,
  uploadAgain: 'Another file',
  uploadRefused: 'Nothing was decided',
};

/** Words of the operator's pages about appeals. */
export const appeals = {
  place: 'Appeals',
  title: (value: number) =>
    value === 0
      ? 'No appeal waits'
      : value === 1
        ? '1 appeal waits'
        : `${count(value)} appeals wait`,
  caption: 'Open appeals, the longest waiting first',
  columns: { task: 'Task', client: 'Client', worker: 'Worker', words: 'Appeal', since: 'Since' },
  noneTitle: 'No appeal is open',
  none: 'A worker may appeal within 7 days of a rejection. The money stays held until you decide.',
  stopped: 'Stopped rejections',
  stoppedLead:
    'More than 10 rejections and more than 30 of 100 decided answers: the next ones wait until you let them go on.',
  stoppedNone: 'No batch is stopped.',
  stoppedSays: (rejected: number, decided: number) =>
    `${count(rejected)} of ${count(decided)} decided answers rejected`,
  note: 'What you found',
  noteHint: 'The client reads it.',
  free: 'Let rejections go on',
  freed: 'Rejections may go on.',
  freedFor: (name: string) => `Let go on: ${name}`,
  one: (title: string) => `Appeal: ${title}`,
  rejection: 'The rejection',
  appeal: 'The appeal',
  answer: 'The answer',
  row: 'The row',
  sight: 'The task as its worker saw it',
  decide: 'Decide',
  ifUphold: 'If you uphold it',
  upholdSays: (reward: string, fee: string) =>
    `${reward} to the worker and ${fee} fee, out of what is held. The rejection goes from its record.`,
  ifDismiss: 'If you dismiss it',
  dismissSays: (sum: string) => `${sum} goes back to the client. The rejection stays.`,
  verdict: 'Your reasons',
  verdictHint: 'Both sides read them.',
  uphold: (sum: string) => `Uphold, pay ${sum}`,
  dismiss: (sum: string) => `Dismiss, ${sum} back`,
  done: 'Decided.',
  upheldText: 'The worker is paid.',
  dismissedText: 'The money goes back to the client.',
  over: 'This appeal is decided.',
  refused: 'Not decided. No money moved',
  state: { open: 'Open', upheld: 'Upheld', dismissed: 'Dismissed' },
};
