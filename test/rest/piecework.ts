/** Tasks of one world: a batch and an answer in every state that some act needs. */
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { appealRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { giveBonus } from '#domain/assignments/commands/give-bonus.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { startDecisions } from '#domain/results/commands/start-decisions.ts';
import { pauseBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { markTask } from '#domain/tasks/commands/change-task.ts';
import { saveTaskType } from '#domain/tasks/commands/save-task-type.ts';
import { batchTasks } from '#domain/tasks/queries/batch-tasks.ts';
import { readBatch } from '#domain/tasks/queries/find-batch.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Run } from '#platform/run.ts';
import { COLOURS, draftedBatch, orderedBatch } from '../cast/batches.ts';
import type { TestDatabase } from '../database.ts';

export type Piecework = {
  taskTypeId: string;
  /** With two tasks. */
  draftBatchId: string;
  /** A draft without a task. */
  emptyBatchId: string;
  batchId: string;
  pausedBatchId: string;
  /** Its rejections were stopped. */
  stoppedBatchId: string;
  /** Nobody holds or has answered it. */
  freeTaskId: string;
  /** Its only answer is approved. */
  doneTaskId: string;
  /** The same, and marked as being looked at. */
  reviewedTaskId: string;
  heldAssignmentId: string;
  handedInId: string;
  otherHandedInId: string;
  rejectedId: string;
  appealedId: string;
};

type Cast = {
  database: Pick<TestDatabase, 'run' | 'readDb' | 'db'>;
  client: MemberActor;
  worker: MemberActor;
  secret: string;
};

export async function makePiecework({
  database,
  client,
  worker,
  secret,
}: Cast): Promise<Piecework> {
  const { run, readDb, db } = database;
  const asClient = { actor: client, root: client.partyId };
  const terms = { name: `batch ${secret}`, title: `task ${secret}` };
  const type = { terms: { ...COLOURS, title: terms.title } };
  const { taskTypeId } = await run(saveTaskType, type, asClient);
  const draftBatchId = await draftedBatch(run, client, terms, { tasks: 2 });
  const emptyBatchId = await draftedBatch(run, client, terms, { tasks: 0 });
  const batchId = await orderedBatch(run, client, terms, { tasks: 9 });
  const hands = { run, batchId, client, worker };
  const [handedInId, otherHandedInId] = [await handIn(hands), await handIn(hands)];
  const [rejectedId, appealedId] = [await reject(hands, secret), await reject(hands, secret)];
  const root = batchId;
  const appeal = { assignmentId: appealedId, words: secret };
  await run(appealRejection, appeal, { actor: worker, root });
  const approvedId = await approve(hands);
  await approve(hands);
  const bonus = { assignmentId: approvedId, amountMinor: 10n, reason: secret };
  await run(giveBonus, bonus, { actor: client, root });
  await run(giveBonus, bonus, { actor: client, root });
  const held = await run(acceptNext, { batchId }, { actor: worker, root });
  const pausedBatchId = await orderedBatch(run, client, terms, { tasks: 1 });
  await handIn({ ...hands, batchId: pausedBatchId });
  await run(pauseBatch, { batchId: pausedBatchId }, { actor: client, root: pausedBatchId });
  const list = { batchId: pausedBatchId, of: { question: {} } };
  await run(startDecisions, list, { actor: client, root: pausedBatchId });
  const stoppedBatchId = await orderedBatch(run, client, terms, { tasks: 1 });
  await db
    .updateTable('batch')
    .set({ breakerAt: new Date() })
    .where('id', '=', stoppedBatchId)
    .execute();
  return {
    ...{ taskTypeId, draftBatchId, emptyBatchId, batchId, pausedBatchId, stoppedBatchId },
    ...(await tasksOf(hands, readDb)),
    ...{ heldAssignmentId: held.assignmentId, handedInId, otherHandedInId, rejectedId, appealedId },
  };
}

type Hands = { run: Run; batchId: string; client: MemberActor; worker: MemberActor };

async function handIn({ run, batchId, worker }: Hands): Promise<string> {
  const { assignmentId } = await run(acceptNext, { batchId }, { actor: worker, root: batchId });
  const answer = { assignmentId, fields: { colour: 'red' }, activeSeconds: 4 };
  await run(submitAssignment, answer, { actor: worker, root: batchId });
  return assignmentId;
}

async function approve(hands: Hands): Promise<string> {
  const assignmentId = await handIn(hands);
  const yes = { assignmentIds: [assignmentId] };
  await hands.run(approveAssignments, yes, { actor: hands.client, root: hands.batchId });
  return assignmentId;
}

async function reject(hands: Hands, feedback: string): Promise<string> {
  const assignmentId = await handIn(hands);
  const no = { assignmentIds: [assignmentId], reason: 'careless' as const, feedback };
  await hands.run(rejectAssignments, no, { actor: hands.client, root: hands.batchId });
  return assignmentId;
}

/** One task that is free and two that are done, the second of which is marked. */
async function tasksOf(
  { run, batchId, client }: Hands,
  readDb: ReadDb,
): Promise<Pick<Piecework, 'freeTaskId' | 'doneTaskId' | 'reviewedTaskId'>> {
  const batch = await readBatch(readDb, batchId);
  const { rows } = await batchTasks(readDb, batch, { limit: 100 });
  const [done, looked] = rows.filter((task) => task.approved > 0);
  const reviewedTaskId = looked?.id ?? '';
  const mark = { taskId: reviewedTaskId, reviewing: true };
  await run(markTask, mark, { actor: client, root: batchId });
  const freeTaskId = rows.find((task) => task.slots > 0)?.id ?? '';
  return { freeTaskId, doneTaskId: done?.id ?? '', reviewedTaskId };
}
