/** One right request for every operation by which a client orders tasks and decides answers. */
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const handedIn = (w: World) => ({ assignmentId: w.handedInId });
const both = (w: World) => [w.handedInId, w.otherHandedInId];
const no = { reason: 'wrong_answer', feedback: 'It is red.' };

export const TASK_REQUESTS: Record<string, (w: World) => Right> = {
  approveAnswer: (w) => ({
    by: 'owner',
    params: handedIn(w),
    body: { feedback: 'Thank you.', override: true },
  }),
  rejectAnswer: (w) => ({ by: 'owner', params: handedIn(w), body: no }),
  approveAnswers: (w) => ({
    by: 'owner',
    params: { batchId: w.batchId },
    body: { assignment_ids: both(w), feedback: 'Thank you.', override: false },
  }),
  rejectAnswers: (w) => ({
    by: 'owner',
    params: { batchId: w.batchId },
    body: { assignment_ids: both(w), ...no },
  }),
};
