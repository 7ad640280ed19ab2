/** One right request for every operation by which a client orders tasks and decides answers. */
import { COLOUR_FORM } from '../cast/batches.ts';
import { usd } from './bodies.ts';
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const paging = { limit: '5' };
/** The same in every request: two that differ name different things. */
const IN_TEN_DAYS = new Date(Date.now() + 10 * 86_400_000).toISOString();

const taskTerms = {
  title: 'Name the colour of a thing',
  description: 'Look at the word and choose.',
  keywords: ['colour'],
  reward: usd('0.05'),
  time_limit_seconds: 600,
  auto_approval_seconds: 86_400,
  requirements: [],
  form: COLOUR_FORM,
};

const orderTerms = {
  name: 'Colours',
  wanted_each: 1,
  lifetime_seconds: 86_400,
  gold_percent: 5,
  worker_limit: 50,
  group_key: 'study',
  group_limit: 50,
  priority: 1,
  reopen_rejected: true,
  budget_cap: usd('40.00'),
  floor: usd('9.00'),
  reserve: usd('5.00'),
  annotation: 'of November',
};

const draft = (w: World) => ({ batchId: w.draftBatchId });
const open = (w: World) => ({ batchId: w.batchId });
const deciding = (w: World) => ({ batchId: w.pausedBatchId });
const handedIn = (w: World) => ({ assignmentId: w.handedInId });
const both = (w: World) => [w.handedInId, w.otherHandedInId];
const no = { reason: 'wrong_answer', feedback: 'It is red.' };
const bonus = { amount: usd('0.50'), reason: 'The fastest of all.' };

export const TASK_REQUESTS: Record<string, (w: World) => Right> = {
  listTaskTemplates: () => ({ by: 'visitor' }),
  listTaskTypes: () => ({ by: 'owner', query: paging }),
  createTaskType: () => ({ by: 'owner', body: taskTerms }),
  getTaskType: (w) => ({ by: 'owner', params: { taskTypeId: w.taskTypeId } }),
  changeTaskType: (w) => ({
    by: 'owner',
    params: { taskTypeId: w.taskTypeId },
    body: taskTerms,
  }),
  archiveTaskType: (w) => ({ by: 'owner', params: { taskTypeId: w.taskTypeId } }),
  listBatches: () => ({ by: 'owner', query: { ...paging, state: 'open' } }),
  draftBatch: (w) => ({
    by: 'owner',
    body: { task_type_id: w.taskTypeId, ...taskTerms, ...orderTerms },
  }),
  getBatch: (w) => ({ by: 'owner', params: open(w) }),
  changeBatch: (w) => ({
    by: 'owner',
    params: draft(w),
    body: { ...taskTerms, ...orderTerms },
  }),
  dropBatch: (w) => ({ by: 'owner', params: draft(w) }),
  getOrderCost: (w) => ({ by: 'owner', params: draft(w) }),
  orderBatch: (w) => ({ by: 'owner', params: draft(w), body: { total: usd('0.12') } }),
  pauseBatch: (w) => ({ by: 'owner', params: open(w) }),
  resumeBatch: (w) => ({ by: 'owner', params: { batchId: w.pausedBatchId } }),
  cancelBatch: (w) => ({ by: 'owner', params: open(w) }),
  extendBatch: (w) => ({
    by: 'owner',
    params: { batchId: w.pausedBatchId },
    body: {
      more_each: 2,
      expires_at: IN_TEN_DAYS,
      budget_cap: usd('40.00'),
      total: usd('0.12'),
    },
  }),
  addTasks: (w) => ({
    by: 'owner',
    params: draft(w),
    body: {
      tasks: [
        { input: { thing: 'grass' }, wanted: 2, key: { colour: 'green' } },
        { input: { thing: 'a tomato' }, wanted: 1, expires_at: '2099-01-01T00:00:00Z' },
      ],
    },
  }),
  listTasks: (w) => ({ by: 'owner', params: open(w), query: { ...paging, gold: 'false' } }),
  getTask: (w) => ({ by: 'owner', params: { taskId: w.freeTaskId } }),
  extendTask: (w) => ({
    by: 'owner',
    params: { taskId: w.freeTaskId },
    body: { more: 2, expires_at: '2099-01-01T00:00:00Z' },
  }),
  markTaskReviewing: (w) => ({ by: 'owner', params: { taskId: w.doneTaskId } }),
  unmarkTaskReviewing: (w) => ({ by: 'owner', params: { taskId: w.reviewedTaskId } }),
  disposeTask: (w) => ({ by: 'owner', params: { taskId: w.doneTaskId } }),
  importTasks: (w) => ({
    by: 'owner',
    params: { batchId: w.emptyBatchId },
    query: { name: 'things.csv', format: 'csv' },
    raw: 'thing\ngrass\n',
  }),
  getImport: (w) => ({ by: 'owner', params: draft(w) }),
  clearTasks: (w) => ({ by: 'owner', params: draft(w) }),
  downloadResults: (w) => ({
    by: 'owner',
    params: open(w),
    query: { format: 'csv', state: 'approved', worker_id: w.freelancerId, gold: 'false' },
  }),
  sendDecisions: (w) => ({
    by: 'owner',
    params: open(w),
    query: { override: 'true' },
    raw: `AssignmentId,Approve,Reject\n${w.handedInId},x,\n`,
  }),
  listAnswers: (w) => ({
    by: 'owner',
    params: open(w),
    query: {
      ...paging,
      states: 'submitted,approved',
      worker_id: w.freelancerId,
      task_id: w.doneTaskId,
      gold: 'right',
      agreement: 'most',
      since: '2020-01-01T00:00:00Z',
      until: '2099-01-01T00:00:00Z',
      faster_than_seconds: '60',
    },
  }),
  getAssignment: (w) => ({ by: 'owner', params: handedIn(w) }),
  approveAnswer: (w) => ({
    by: 'owner',
    params: handedIn(w),
    body: { feedback: 'Thank you.', override: true },
  }),
  rejectAnswer: (w) => ({ by: 'owner', params: handedIn(w), body: no }),
  approveAnswers: (w) => ({
    by: 'owner',
    params: open(w),
    body: { assignment_ids: both(w), feedback: 'Thank you.', override: false },
  }),
  approveAllWaiting: (w) => ({
    by: 'owner',
    params: open(w),
    body: {
      ...{ faster_than_seconds: 86_400, since: '2020-01-01T00:00:00Z' },
      until: '2099-01-01T00:00:00Z',
    },
  }),
  getDecisionList: (w) => ({ by: 'owner', params: deciding(w) }),
  stopDecisionList: (w) => ({ by: 'owner', params: deciding(w) }),
  rejectAnswers: (w) => ({
    by: 'owner',
    params: open(w),
    body: { assignment_ids: both(w), ...no },
  }),
  giveBonus: (w) => ({ by: 'owner', params: handedIn(w), body: bonus }),
  giveBonuses: (w) => ({
    by: 'owner',
    params: open(w),
    body: { bonuses: both(w).map((assignment_id) => ({ assignment_id, ...bonus })) },
  }),
  listBonuses: (w) => ({ by: 'owner', params: open(w), query: paging }),
  messageWorker: (w) => ({
    by: 'owner',
    params: handedIn(w),
    body: { subject: 'Your answers', words: 'Look at the leaves.' },
  }),
};
