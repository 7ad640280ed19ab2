/** What happens to tasks by itself: deadlines, silent approvals, ends of batches, sums of each minute. */

import { settleRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { recordWorker } from '#domain/assignments/commands/record-worker.ts';
import { refreshBatch } from '#domain/assignments/commands/refresh-batch.ts';
import { abandonAssignment } from '#domain/assignments/commands/return-assignment.ts';
import { sweepWork } from '#domain/assignments/commands/sweep-work.ts';
import { dueAssignments } from '#domain/assignments/queries/due-assignments.ts';
import { unrecordedWorkers, unsweptWorkers } from '#domain/assignments/queries/touched-work.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { expireBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { closeTasks, expireTask } from '#domain/tasks/commands/close-tasks.ts';
import { widenTasks } from '#domain/tasks/commands/extend-batch.ts';
import { recordClient } from '#domain/tasks/commands/record-client.ts';
import {
  batchesInPages,
  expiredBatches,
  expiredTasks,
  unsettledBatches,
} from '#domain/tasks/queries/due-batches.ts';
import type { EventReference } from '#platform/after-commit/relay.ts';
import type { Job, JobServices } from './job.ts';
import { sweep } from './sweep.ts';

/** Deadlines, silent approvals, and ends of the days in which a rejection may be answered. */
export const watchAssignments: Job = sweep(
  'approval-clock',
  dueAssignments,
  (act, { id, state }, services) => {
    switch (state) {
      case 'accepted':
        return act(abandonAssignment, { assignmentId: id }, id);
      case 'submitted':
        return act(approveAssignments, { assignmentIds: [id] }, id).catch(unlessDecided(services));
      default:
        return act(settleRejection, { assignmentId: id }, id);
    }
  },
);

/** Somebody decided in the same moment. */
function unlessDecided({ log }: JobServices) {
  return (error: unknown): null => {
    if (!isRefusal(error)) throw error;
    log.debug({ code: error.code }, 'decided meanwhile');
    return null;
  };
}

export const endBatches: Job = sweep('batch-clock', expiredBatches, (act, { id }) =>
  act(expireBatch, { batchId: id }, id),
);

export const endTasks: Job = sweep('batch-clock', expiredTasks, (act, { id }) =>
  act(expireTask, { taskId: id }, id),
);

const clock = systemActor('batch-clock');

/** Closes or widens what was begun and not finished, as after a crash. */
export const finishPages: Job = async (services) => {
  const due = await batchesInPages(services.readDb, services.now(), 1_000);
  for (const { id } of due) {
    await turnPages(services, id).catch((error: unknown) => {
      services.log.error({ err: error, batchId: id }, 'pages of a batch were not turned');
    });
  }
};

/** After a batch was cancelled, expired or extended: page by page, each its own transaction. */
export const turnPagesOf: Job = (services, payload) =>
  turnPages(services, (payload as EventReference).rootId);

async function turnPages({ run, now }: JobServices, batchId: string): Promise<void> {
  const options = () => ({ actor: clock, root: batchId, now: now() });
  while ((await run(closeTasks, { batchId }, options())).more);
  while ((await run(widenTasks, { batchId }, options())).more);
}

/** Every minute: sums, top-ups, ends, and what workers earned to their wallets. */
export const refreshBatches: Job = async (services) => {
  const due = await unsettledBatches(services.readDb, services.now(), 10_000);
  for (const { id } of due) {
    await refreshOne(services, id).catch((error: unknown) => {
      services.log.error({ err: error, batchId: id }, 'a batch was not refreshed');
    });
  }
};

async function refreshOne({ run, readDb, now }: JobServices, batchId: string): Promise<void> {
  const actor = clock;
  const at = now();
  await run(refreshBatch, { batchId }, { actor, root: batchId, now: at });
  for (const workerId of await unsweptWorkers(readDb, batchId)) {
    await run(sweepWork, { batchId, workerId }, { actor, root: batchId, now: at });
  }
  const touched = await unrecordedWorkers(readDb, batchId);
  for (const workerId of touched) {
    await run(recordWorker, { workerId }, { actor, root: workerId, now: at });
  }
  if (touched.length === 0) return;
  const listing = await readDb
    .selectFrom('batchListing')
    .select('clientId')
    .where('batchId', '=', batchId)
    .executeTakeFirst();
  if (listing === undefined) return;
  const { clientId } = listing;
  await run(recordClient, { clientId }, { actor, root: clientId, now: at });
}
