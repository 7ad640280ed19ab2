/** What happens to tasks by itself: deadlines, silent approvals, ends of batches, sums of each minute. */

import { settleRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { recordWorker } from '#domain/assignments/commands/record-worker.ts';
import { refreshBatch } from '#domain/assignments/commands/refresh-batch.ts';
import { abandonAssignment } from '#domain/assignments/commands/return-assignment.ts';
import { sweepWork } from '#domain/assignments/commands/sweep-work.ts';
import { dueAssignments } from '#domain/assignments/queries/due-assignments.ts';
import {
  unrecordedClient,
  unrecordedWorkers,
  unsweptWorkers,
} from '#domain/assignments/queries/touched-work.ts';
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

/** Every minute: sums, top-ups, ends, what workers earned to their wallets, and both sides' records. */
export const refreshBatches: Job = async (services) => {
  const { run, readDb, now, log } = services;
  const begun = now();
  const clients = new Set<string>();
  for (const { id } of await unsettledBatches(readDb, begun, 10_000)) {
    const clientId = await refreshOne(services, id).catch((error: unknown) => {
      log.error({ err: error, batchId: id }, 'a batch was not refreshed');
      return null;
    });
    if (clientId !== null) clients.add(clientId);
  }
  // Dated before the sums of the first batch, so that nothing done meanwhile is passed over.
  for (const clientId of clients) {
    const options = { actor: clock, root: clientId, now: begun };
    await run(recordClient, { clientId }, options).catch((error: unknown) => {
      log.error({ err: error, clientId }, 'the record of a client was not made');
    });
  }
};

/** Gives the client whose record is to be made again, or null. */
async function refreshOne(
  { run, readDb, now }: JobServices,
  batchId: string,
): Promise<string | null> {
  const at = now();
  await run(refreshBatch, { batchId }, { actor: clock, root: batchId, now: at });
  for (const workerId of await unsweptWorkers(readDb, batchId)) {
    await run(sweepWork, { batchId, workerId }, { actor: clock, root: batchId, now: at });
  }
  for (const workerId of await unrecordedWorkers(readDb, batchId)) {
    await run(recordWorker, { workerId }, { actor: clock, root: workerId, now: at });
  }
  return unrecordedClient(readDb, batchId);
}
