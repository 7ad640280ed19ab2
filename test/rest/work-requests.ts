/** One right request for every operation of a worker, and of the operator who stands between. */
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const paging = { limit: '5' };
const fields = { colour: 'green' };
const held = (w: World) => ({ assignmentId: w.heldAssignmentId });

export const WORK_REQUESTS: Record<string, (w: World) => Right> = {
  findWork: (w) => ({
    by: 'visitor',
    query: {
      ...paging,
      q: 'colour',
      sort: 'hourly',
      qualified: 'true',
      least_hourly: '1.50',
      least_reward: '0.01',
      currency: 'USD',
      client_id: w.clientId,
      since: '2020-01-01T00:00:00Z',
    },
  }),
  getOfferedBatch: (w) => ({ by: 'freelancer', params: { batchId: w.batchId } }),
  acceptNextTask: (w) => ({ by: 'freelancer', params: { batchId: w.batchId } }),
  acceptTask: (w) => ({ by: 'freelancer', params: { taskId: w.freeTaskId } }),
  submitAnswer: (w) => ({
    by: 'freelancer',
    params: held(w),
    body: { fields, active_seconds: 7, next: true },
  }),
  repairAnswer: (w) => ({
    by: 'freelancer',
    params: { assignmentId: w.rejectedId },
    body: { fields },
  }),
  saveDraft: (w) => ({
    by: 'freelancer',
    params: held(w),
    body: { fields, active_seconds: 7 },
  }),
  returnTask: (w) => ({ by: 'freelancer', params: held(w) }),
  appealRejection: (w) => ({
    by: 'freelancer',
    params: { assignmentId: w.rejectedId },
    body: { words: 'It is green.' },
  }),
  listQueue: () => ({ by: 'freelancer' }),
  listSubmissions: (w) => ({
    by: 'freelancer',
    query: { ...paging, state: 'rejected', day: '2026-12-24', client_id: w.clientId },
  }),
  getEarnings: () => ({ by: 'freelancer' }),
  listAppeals: () => ({ by: 'operator', query: paging }),
  getAppeal: (w) => ({ by: 'operator', params: { assignmentId: w.appealedId } }),
  decideAppeal: (w) => ({
    by: 'operator',
    params: { assignmentId: w.appealedId },
    body: { uphold: true, verdict: 'It is green.' },
  }),
  listStoppedBatches: () => ({ by: 'operator' }),
  freeBreaker: (w) => ({
    by: 'operator',
    params: { batchId: w.stoppedBatchId },
    body: { note: 'Looked at.' },
  }),
};
