import { expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import { cancelBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { closeTasks } from '#domain/tasks/commands/close-tasks.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { checkLedger, DAY_MS, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import { type AcceptedTask, acceptNext } from './accept-task.ts';
import { appealRejection, decideAppeal, settleRejection } from './appeal-rejection.ts';
import { approveAssignments } from './approve-assignments.ts';
import { giveBonus } from './give-bonus.ts';
import { refreshBatch } from './refresh-batch.ts';
import { rejectAssignments } from './reject-assignments.ts';
import { abandonAssignment, returnAssignment } from './return-assignment.ts';
import { repairAnswer, submitAssignment } from './submit-assignment.ts';
import { sweepWork } from './sweep-work.ts';

const { run, db, readDb } = await testDatabase();
const clock = systemActor('test-clock');
const client = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
const grace = await castMember(run, 'Grace Santos');
const operator = await castOperator(run, 'Sam Whitlock');
await payIn(run, client, { amountMinor: 100_000n });

const accept = (worker: MemberActor, batchId: string, now = new Date()): Promise<AcceptedTask> =>
  run(acceptNext, { batchId }, { actor: worker, root: batchId, now });

async function answer(worker: MemberActor, batchId: string, now = new Date()): Promise<string> {
  const { assignmentId } = await accept(worker, batchId, now);
  const input = { assignmentId, fields: { colour: 'red' }, activeSeconds: 9 };
  await run(submitAssignment, input, { actor: worker, root: batchId, now });
  return assignmentId;
}

const wallet = async (party: MemberActor): Promise<bigint> =>
  (await walletBalances(readDb, [party.partyId])).get(party.partyId)?.[0]?.amountMinor ?? 0n;

async function balanced(): Promise<void> {
  expect((await checkLedger(readDb)).differences).toEqual([]);
}

async function stateOf(assignmentId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('assignment')
    .select('state')
    .where('id', '=', assignmentId)
    .executeTakeFirst();
  return row?.state;
}

test('ordering holds every unit; an approval pays at once; the sweep brings it to the wallet', async () => {
  const before = await wallet(client);
  const batchId = await orderedBatch(run, client, {}, { tasks: 3 });
  expect(before - (await wallet(client))).toBe(18n);
  const first = await answer(chidi, batchId);
  await balanced();
  const decided = await run(
    approveAssignments,
    { assignmentIds: [first] },
    { actor: client, root: batchId },
  );
  expect(decided).toMatchObject({ done: 1, skipped: [] });
  await balanced();
  const work = { batchId, workerId: chidi.partyId };
  await run(sweepWork, work, { actor: clock, root: batchId });
  await run(sweepWork, work, { actor: clock, root: batchId });
  expect(await wallet(chidi)).toBe(5n);
  await balanced();
});

test('one worker never meets a task twice, and the last slot is the last', async () => {
  const batchId = await orderedBatch(run, client, { wantedEach: 2 }, { tasks: 2 });
  const seen = [await accept(chidi, batchId), await accept(chidi, batchId)];
  expect(new Set(seen.map((one) => one.taskId)).size).toBe(2);
  await expect(accept(chidi, batchId)).rejects.toMatchObject({ code: 'no_task_left' });
  await accept(grace, batchId);
  await accept(grace, batchId);
  await expect(accept(grace, batchId)).rejects.toMatchObject({ code: 'no_task_left' });
  await balanced();
});

test('a returned and an abandoned task go to somebody else', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 1 });
  const first = await accept(chidi, batchId);
  const { assignmentId } = first;
  await run(returnAssignment, { assignmentId }, { actor: chidi, root: batchId });
  await expect(accept(chidi, batchId)).rejects.toMatchObject({ code: 'no_task_left' });
  const second = await accept(grace, batchId);
  expect(second.taskId).toBe(first.taskId);
  const late = new Date(Date.now() + 3_700_000);
  const lapse = { assignmentId: second.assignmentId };
  await run(abandonAssignment, lapse, { actor: clock, root: batchId, now: late });
  await run(abandonAssignment, lapse, { actor: clock, root: batchId, now: late });
  const input = { assignmentId: second.assignmentId, fields: { colour: 'red' } };
  const submitted = run(submitAssignment, input, { actor: grace, root: batchId, now: late });
  await expect(submitted).rejects.toMatchObject({ code: 'deadline_passed' });
  await balanced();
});

test('a rejection holds the money for its days; repaired once, it is decided anew', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 1 });
  const assignmentId = await answer(chidi, batchId);
  const reject = {
    assignmentIds: [assignmentId],
    reason: 'wrong_answer' as const,
    feedback: 'No.',
  };
  await run(rejectAssignments, reject, { actor: client, root: batchId });
  await balanced();
  const again = { assignmentId, fields: { colour: 'blue' } };
  await run(repairAnswer, again, { actor: chidi, root: batchId });
  await run(rejectAssignments, reject, { actor: client, root: batchId });
  const third = run(repairAnswer, again, { actor: chidi, root: batchId });
  await expect(third).rejects.toMatchObject({ code: 'appeal_closed' });
  const before = await wallet(client);
  const later = new Date(Date.now() + 8 * DAY_MS);
  await run(settleRejection, { assignmentId }, { actor: clock, root: batchId, now: later });
  await run(settleRejection, { assignmentId }, { actor: clock, root: batchId, now: later });
  expect((await wallet(client)) - before).toBe(6n);
  await balanced();
  const input = { assignmentIds: [assignmentId], override: true };
  await run(approveAssignments, input, { actor: client, root: batchId, now: later });
  expect(await stateOf(assignmentId)).toBe('approved');
  await balanced();
});

test('an appeal is decided by an operator and pays as an approval does', async () => {
  const batchId = await orderedBatch(run, client, { reopenRejected: true }, { tasks: 2 });
  const [one, two] = [await answer(chidi, batchId), await answer(chidi, batchId)];
  const input = { assignmentIds: [one, two], reason: 'careless' as const, feedback: 'Look again.' };
  const before = await wallet(client);
  await run(rejectAssignments, input, { actor: client, root: batchId });
  expect(before - (await wallet(client))).toBe(12n);
  await answer(grace, batchId);
  for (const assignmentId of [one, two]) {
    const appeal = { assignmentId, words: 'It is red.' };
    await run(appealRejection, appeal, { actor: chidi, root: batchId });
    const verdict = { assignmentId, uphold: assignmentId === one, verdict: 'Seen.' };
    await run(decideAppeal, verdict, { actor: operator, root: batchId });
    await balanced();
  }
  expect([await stateOf(one), await stateOf(two)]).toEqual(['approved', 'rejected']);
});

test('a bonus is paid on top, and a cancelled batch gives back what nobody took', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 5 });
  const assignmentId = await answer(chidi, batchId);
  const bonus = { assignmentId, amountMinor: 50n, reason: 'Well seen' };
  await run(giveBonus, bonus, { actor: client, root: batchId });
  const held = await accept(grace, batchId);
  const before = await wallet(client);
  await run(cancelBatch, { batchId }, { actor: client, root: batchId });
  while ((await run(closeTasks, { batchId }, { actor: clock, root: batchId })).more);
  expect((await wallet(client)) - before).toBe(18n);
  const given = { assignmentId: held.assignmentId };
  await run(returnAssignment, given, { actor: grace, root: batchId });
  expect((await wallet(client)) - before).toBe(24n);
  await balanced();
  await run(
    approveAssignments,
    { assignmentIds: [assignmentId] },
    { actor: client, root: batchId },
  );
  await run(sweepWork, { batchId, workerId: chidi.partyId }, { actor: clock, root: batchId });
  expect(await run(refreshBatch, { batchId }, { actor: clock, root: batchId })).toEqual({
    settled: true,
  });
  await balanced();
});

test('pay below the floor is made up for out of the reserve, the rest of which goes back', async () => {
  const terms = { floorMinor: 3_600n, reserveMinor: 100n };
  const batchId = await orderedBatch(run, client, terms, { tasks: 12 });
  const ids: string[] = [];
  for (let made = 0; made < 12; made += 1) ids.push(await answer(grace, batchId));
  await db
    .updateTable('assignment')
    .set({ activeSeconds: 9 })
    .where('batchId', '=', batchId)
    .execute();
  await run(approveAssignments, { assignmentIds: ids }, { actor: client, root: batchId });
  const refresh = () => run(refreshBatch, { batchId }, { actor: clock, root: batchId });
  await refresh();
  const work = await db
    .selectFrom('batchWorker')
    .select(['earnedMinor', 'topUpMinor'])
    .where('batchId', '=', batchId)
    .executeTakeFirstOrThrow();
  expect(work).toEqual({ earnedMinor: 60n, topUpMinor: 48n });
  await balanced();
  const before = await wallet(client);
  await run(sweepWork, { batchId, workerId: grace.partyId }, { actor: clock, root: batchId });
  expect(await refresh()).toEqual({ settled: true });
  expect((await wallet(client)) - before).toBe(100n - 48n - 10n);
  await balanced();
});
