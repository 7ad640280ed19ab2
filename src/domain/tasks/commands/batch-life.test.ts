import { expect, test } from 'vitest';
import { acceptNext, acceptTask } from '#domain/assignments/commands/accept-task.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { refreshBatch } from '#domain/assignments/commands/refresh-batch.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { repairAnswer, submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import { SYSTEM_IDS } from '#domain/qualifications/system-types.ts';
import { COLOUR_FORM, COLOURS, draftedBatch, orderedBatch } from '#test/cast/batches.ts';
import { checkLedger, DAY_MS, payIn } from '#test/cast/contracts.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import { findBatch } from '../queries/find-batch.ts';
import { addTasks } from './add-tasks.ts';
import { cancelBatch, expireBatch, pauseBatch, resumeBatch } from './change-batch-state.ts';
import { disposeTask, extendTask, markTask } from './change-task.ts';
import { closeTasks, expireTask } from './close-tasks.ts';
import { changeDraft } from './draft-batch.ts';
import { dropDraft } from './drop-draft.ts';
import { extendBatch, widenTasks } from './extend-batch.ts';
import { freeBreaker } from './free-breaker.ts';
import { orderBatch } from './order-batch.ts';

const { run, db, readDb } = await testDatabase();
const clock = systemActor('test-clock');
const client = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
const grace = await castMember(run, 'Grace Santos');
const operator = await castOperator(run, 'Sam Whitlock');
await payIn(run, client, { amountMinor: 100_000n });

const take = (worker: MemberActor, batchId: string, now = new Date()) =>
  run(acceptNext, { batchId }, { actor: worker, root: batchId, now });

async function answer(worker: MemberActor, batchId: string, colour = 'red'): Promise<string> {
  const { assignmentId } = await take(worker, batchId);
  const input = { assignmentId, fields: { colour } };
  await run(submitAssignment, input, { actor: worker, root: batchId });
  return assignmentId;
}

async function wallet(): Promise<bigint> {
  const balances = await walletBalances(readDb, [client.partyId]);
  return balances.get(client.partyId)?.[0]?.amountMinor ?? 0n;
}

async function turnPages(batchId: string): Promise<void> {
  const options = { actor: clock, root: batchId };
  while ((await run(closeTasks, { batchId }, options)).more);
  while ((await run(widenTasks, { batchId }, options)).more);
  expect((await checkLedger(readDb)).differences).toEqual([]);
}

const tasksOf = (batchId: string) =>
  db.selectFrom('task').selectAll().where('batchId', '=', batchId).orderBy('number').execute();

test('an order that costs something else than was shown, or too much, orders nothing', async () => {
  const batchId = await draftedBatch(run, client, { budgetCapMinor: 17n });
  const options = { actor: client, root: batchId };
  const shown = run(orderBatch, { batchId, totalMinor: '15' }, options);
  await expect(shown).rejects.toMatchObject({ code: 'terms_changed', data: { totalMinor: '18' } });
  const capped = run(orderBatch, { batchId, totalMinor: '18' }, options);
  await expect(capped).rejects.toMatchObject({ code: 'budget_exceeded' });
  const poor = await castMember(run, 'Poor Client');
  const dear = await draftedBatch(run, poor, {});
  const unpaid = run(orderBatch, { batchId: dear }, { actor: poor, root: dear });
  await expect(unpaid).rejects.toMatchObject({ code: 'insufficient_funds' });
});

test('a task with a gap in its question, and a draft without tasks, cannot be ordered', async () => {
  const tasks = [{ input: { thing: 'x', note: 'y' } }, { input: { thing: 'x' } }];
  const batchId = await draftedBatch(run, client, {}, { tasks });
  const asClient = { actor: client, root: batchId };
  const gap = run(addTasks, { batchId, tasks: [...tasks, { input: { thng: 'x' } }] }, asClient);
  const data = { rule: 'variables', missing: 'thing' };
  await expect(gap).rejects.toMatchObject({ field: 'tasks.2.input', data });
  const ask = async (name: string) => {
    const form = { ...COLOUR_FORM, instructions: `About \${${name}}` };
    await run(changeDraft, { batchId, terms: { ...COLOURS, form } }, asClient);
    return run(orderBatch, { batchId }, asClient);
  };
  await expect(ask('other')).rejects.toMatchObject({ field: 'form', data: { missing: 'other' } });
  const second = { rule: 'task_gap', number: 2, name: 'note' };
  await expect(ask('note')).rejects.toMatchObject({ field: 'form', data: second });
  const empty = await draftedBatch(run, client, {}, { tasks: 0 });
  const nothing = run(orderBatch, { batchId: empty }, { actor: client, root: empty });
  await expect(nothing).rejects.toMatchObject({ field: 'tasks' });
  await run(dropDraft, { batchId: empty }, { actor: client, root: empty });
  const gone = run(orderBatch, { batchId: empty }, { actor: client, root: empty });
  await expect(gone).rejects.toMatchObject({ code: 'not_found' });
});

test('gold is mixed in at its share, looks like any task, and is judged at once', async () => {
  const ordinary = Array.from({ length: 9 }, (_, n) => ({ input: { thing: `thing ${n}` } }));
  const gold = { input: { thing: 'grass' }, key: { colour: 'green' } };
  const terms = { goldPercent: 25 };
  const batchId = await orderedBatch(run, client, terms, { tasks: [gold, ...ordinary] });
  const handed: boolean[] = [];
  for (let n = 0; n < 4; n += 1) {
    const assignmentId = await answer(chidi, batchId, 'green');
    const row = await db
      .selectFrom('assignment')
      .select('goldRight')
      .where('id', '=', assignmentId)
      .executeTakeFirstOrThrow();
    handed.push(row.goldRight === true);
  }
  expect(handed).toEqual([false, false, false, true]);
  expect((await tasksOf(batchId))[0]).toMatchObject({ gold: true, wanted: 3, slots: 2 });
});

test('once per study: the second batch of a group hands the same worker nothing', async () => {
  const terms = { groupKey: 'study', groupLimit: 1 };
  const one = await orderedBatch(run, client, terms);
  const two = await orderedBatch(run, client, terms);
  await take(chidi, one);
  const again = { code: 'worker_limit_reached', data: { of: 'group' } };
  await expect(take(chidi, one)).rejects.toMatchObject(again);
  await expect(take(chidi, two)).rejects.toMatchObject(again);
  await take(grace, two);
  const limited = await orderedBatch(run, client, { workerLimit: 1 });
  await take(chidi, limited);
  const full = { code: 'worker_limit_reached', data: { of: 'batch' } };
  await expect(take(chidi, limited)).rejects.toMatchObject(full);
});

test('nobody works for its own side, or without what is asked for', async () => {
  const firm = await castOrganization(run, client, { name: 'Harrow & Lane', kind: 'client' });
  await payIn(run, firm, { amountMinor: 1_000n });
  const own = await orderedBatch(run, firm);
  await expect(take(client, own)).rejects.toMatchObject({ code: 'own_task' });
  const requirements = [
    {
      qualificationId: SYSTEM_IDS.approvedCount,
      comparator: 'GreaterThanOrEqualTo',
      values: [1_000],
      guards: 'accept',
    },
  ];
  const guarded = await orderedBatch(run, client, { requirements });
  await expect(take(chidi, guarded)).rejects.toMatchObject({ code: 'not_qualified' });
});

test('a wave of rejections stops until an operator lets it go on', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 12 });
  const ids: string[] = [];
  for (let n = 0; n < 12; n += 1) ids.push(await answer(chidi, batchId));
  const reject = (assignmentIds: string[]) => {
    const input = { assignmentIds, reason: 'careless' as const, feedback: 'Not read.' };
    return run(rejectAssignments, input, { actor: client, root: batchId });
  };
  const many = await reject(ids);
  const state = 'rejections_stopped';
  expect(many).toMatchObject({ done: 10, skipped: [{ state }, { state }] });
  const { breakerAt } = await findBatch(readDb, client, batchId);
  expect(breakerAt).not.toBeNull();
  const [left] = many.skipped.map(({ assignmentId }) => assignmentId);
  await expect(reject([left ?? ''])).rejects.toMatchObject({ code: state });
  // What is repaired makes no room for another: only an operator does.
  const done = many.events[0]?.assignmentId ?? '';
  const fields = { colour: 'blue' };
  await run(repairAnswer, { assignmentId: done, fields }, { actor: chidi, root: batchId });
  await expect(reject([done])).rejects.toMatchObject({ code: state });
  const note = { batchId, note: 'Looked at: all of one worker.' };
  await run(freeBreaker, note, { actor: operator, root: batchId });
  expect(await reject(ids)).toMatchObject({ done: 3, skipped: { length: 9 } });
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('paused hands out nothing; cancelled gives back what nobody took, also once only', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 4 });
  const options = { actor: client, root: batchId };
  await run(pauseBatch, { batchId }, options);
  await expect(take(chidi, batchId)).rejects.toMatchObject({ code: 'batch_not_open' });
  await run(resumeBatch, { batchId }, options);
  await take(chidi, batchId);
  const before = await wallet();
  await run(cancelBatch, { batchId }, options);
  await turnPages(batchId);
  await turnPages(batchId);
  expect((await wallet()) - before).toBe(18n);
});

test('an extended batch wants as many answers of what is added later, also beyond an order', async () => {
  const terms = { wantedEach: 1_000 };
  const batchId = await orderedBatch(run, client, terms, { tasks: 1 });
  const asClient = { actor: client, root: batchId };
  await run(extendBatch, { batchId, moreEach: 2 }, asClient);
  await turnPages(batchId);
  await run(addTasks, { batchId, tasks: [{ input: { thing: 'new' } }] }, asClient);
  expect((await tasksOf(batchId)).map(({ wanted }) => wanted)).toEqual([1_002, 1_002]);
});

test('what expired is open again after an extension, with more answers for each task', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 3 });
  const first = await answer(chidi, batchId);
  const past = new Date(Date.now() + 8 * DAY_MS);
  await run(expireBatch, { batchId }, { actor: clock, root: batchId, now: past });
  await turnPages(batchId);
  const before = await wallet();
  const expiresAt = new Date(Date.now() + 10 * DAY_MS);
  const extend = { batchId, expiresAt, moreEach: 1 };
  await run(extendBatch, extend, { actor: client, root: batchId });
  expect(before - (await wallet())).toBe(30n);
  expect((await checkLedger(readDb)).differences).toEqual([]);
  await turnPages(batchId);
  expect((await tasksOf(batchId)).map(({ slots, wanted }) => [slots, wanted])).toEqual([
    [1, 2],
    [2, 2],
    [2, 2],
  ]);
  expect((await findBatch(readDb, client, batchId)).wantedEach).toBe(2);
  await run(approveAssignments, { assignmentIds: [first] }, { actor: client, root: batchId });
  for (let n = 0; n < 2; n += 1) await answer(chidi, batchId);
  for (let n = 0; n < 3; n += 1) await answer(grace, batchId);
  await expect(take(grace, batchId)).rejects.toMatchObject({ code: 'no_task_left' });
});

test('a finished batch closes by itself, and opens again when tasks are added', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 1 });
  const assignmentIds = [await answer(chidi, batchId)];
  await run(approveAssignments, { assignmentIds }, { actor: client, root: batchId });
  await run(refreshBatch, { batchId }, { actor: clock, root: batchId });
  const stateNow = async () =>
    (await db.selectFrom('batch').select('state').where('id', '=', batchId).executeTakeFirst())
      ?.state;
  expect(await stateNow()).toBe('closed');
  const more = { batchId, tasks: [{ input: { thing: 'sky' } }], firstNumber: 2 };
  const added = await run(addTasks, more, { actor: client, root: batchId });
  expect(await run(addTasks, more, { actor: client, root: batchId })).toMatchObject({ added: 0 });
  expect([added.added, await stateNow()]).toEqual([1, 'open']);
  await answer(chidi, batchId);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('one task is extended, ended, looked at and put away', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 1 });
  const options = { actor: client, root: batchId };
  const taskId = (await tasksOf(batchId))[0]?.id ?? '';
  await run(extendTask, { taskId, more: 2 }, options);
  const held = await run(acceptTask, { taskId }, { actor: chidi, root: batchId });
  const twice = run(acceptTask, { taskId }, { actor: chidi, root: batchId });
  await expect(twice).rejects.toMatchObject({ code: 'already_done' });
  const before = await wallet();
  await run(extendTask, { taskId, expiresAt: new Date(Date.now() - 1_000) }, options);
  expect((await wallet()) - before).toBe(12n);
  await expect(run(markTask, { taskId, reviewing: true }, options)).rejects.toMatchObject({
    code: 'wrong_state',
    data: { state: 'unassignable' },
  });
  const input = { assignmentId: held.assignmentId, fields: { colour: 'red' } };
  await run(submitAssignment, input, { actor: chidi, root: batchId });
  await run(markTask, { taskId, reviewing: true }, options);
  await expect(run(disposeTask, { taskId }, options)).rejects.toMatchObject({
    code: 'wrong_state',
  });
  const assignmentIds = [held.assignmentId];
  await run(approveAssignments, { assignmentIds }, options);
  await run(disposeTask, { taskId }, options);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('a task with an end of its own gives its money back when that is over', async () => {
  const expiresAt = new Date(Date.now() + DAY_MS);
  const tasks = [{ input: { thing: 'sea' }, expiresAt }, { input: { thing: 'sand' } }];
  const batchId = await orderedBatch(run, client, {}, { tasks });
  const [first] = await tasksOf(batchId);
  const before = await wallet();
  const late = { actor: clock, root: batchId, now: new Date(Date.now() + 2 * DAY_MS) };
  const taskId = first?.id ?? '';
  expect(await run(expireTask, { taskId }, late)).toEqual({ expired: true });
  expect(await run(expireTask, { taskId }, late)).toEqual({ expired: false });
  expect((await wallet()) - before).toBe(6n);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});
