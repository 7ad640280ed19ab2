/** One right request for every operation of a worker's loop. */
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const fields = { colour: 'green' };

export const WORK_REQUESTS: Record<string, (w: World) => Right> = {
  acceptNextTask: (w) => ({ by: 'freelancer', params: { batchId: w.batchId } }),
  acceptTask: (w) => ({ by: 'freelancer', params: { taskId: w.freeTaskId } }),
  submitAnswer: (w) => ({
    by: 'freelancer',
    params: { assignmentId: w.heldAssignmentId },
    body: { fields, active_seconds: 7, next: true },
  }),
  repairAnswer: (w) => ({
    by: 'freelancer',
    params: { assignmentId: w.rejectedId },
    body: { fields },
  }),
};
