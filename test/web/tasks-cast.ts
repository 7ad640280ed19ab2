/** Mara's tasks in all states, for tests of the pages about them. */
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { refreshBatch } from '#domain/assignments/commands/refresh-batch.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { saveTaskType } from '#domain/tasks/commands/save-task-type.ts';
import { COLOURS, draftedBatch, orderedBatch } from '../cast/batches.ts';
import { payIn } from '../cast/contracts.ts';
import { castMember } from '../cast/members.ts';
import { castOperator } from '../cast/operators.ts';
import type { TestDatabase } from '../database.ts';

export type TasksCast = Awaited<ReturnType<typeof tasksCast>>;

/** A running batch with answers in every state, a draft of three tasks, and a task type. */
export async function tasksCast({ run }: TestDatabase) {
  const mara = await castMember(run, 'Mara Oduya');
  const chidi = await castMember(run, 'Chidi Okafor');
  const grace = await castMember(run, 'Grace Santos');
  const sam = await castOperator(run, 'Sam Whitlock');
  await payIn(run, mara, { amountMinor: 10_000n });
  const act = { actor: mara, root: mara.partyId };
  const { taskTypeId } = await run(saveTaskType, { terms: COLOURS }, act);
  const draftId = await draftedBatch(run, mara, { name: 'Colours, next' });
  const tasks = [
    ...Array.from({ length: 12 }, (_none, at) => ({ input: { thing: `thing ${at + 1}` } })),
    { input: { thing: 'the sky' }, key: { colour: 'blue' } },
  ];
  const terms = { wantedEach: 2, goldPercent: 20, name: 'Colours, November' };
  const batchId = await orderedBatch(run, mara, terms, { tasks });
  const answers: string[] = [];
  for (const worker of [chidi, grace]) {
    for (let at = 0; at < 6; at += 1) {
      answers.push(await answered(run, worker, { batchId, colour: at % 3 === 0 ? 'red' : 'blue' }));
    }
  }
  await run(acceptNext, { batchId }, { actor: grace, root: batchId });
  const [first = '', second = '', third = ''] = answers;
  const decide = { actor: mara, root: batchId };
  await run(approveAssignments, { assignmentIds: [first, second] }, decide);
  const why = { reason: 'careless', feedback: 'This thing is plainly green.' } as const;
  await run(rejectAssignments, { assignmentIds: [third], ...why }, decide);
  await run(refreshBatch, { batchId }, { actor: systemActor('test-clock'), root: batchId });
  return { mara, chidi, grace, sam, taskTypeId, draftId, batchId, answers };
}

/** Takes the next task and answers it, so many seconds at it. */
export async function answered(
  run: TestDatabase['run'],
  worker: MemberActor,
  { batchId, colour, seconds = 9 }: { batchId: string; colour: string; seconds?: number },
): Promise<string> {
  const before = new Date(Date.now() - seconds * 1_000);
  const act = { actor: worker, root: batchId };
  const { assignmentId } = await run(acceptNext, { batchId }, { ...act, now: before });
  const input = { assignmentId, fields: { colour }, activeSeconds: seconds };
  await run(submitAssignment, input, act);
  return assignmentId;
}
