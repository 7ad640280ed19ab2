/** What happens where the ends of tasks and batches, extensions and returns meet. */
import { expect, test } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { refreshBatch } from '#domain/assignments/commands/refresh-batch.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { returnAssignment } from '#domain/assignments/commands/return-assignment.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import { draftedBatch, orderedBatch } from '#test/cast/batches.ts';
import { checkLedger, DAY_MS, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { batchProgress } from '../queries/batch-progress.ts';
import { expiredTasks } from '../queries/due-batches.ts';
import { findBatch } from '../queries/find-batch.ts';
import { addTasks } from './add-tasks.ts';
import { cancelBatch, expireBatch } from './change-batch-state.ts';
import { disposeTask, extendTask, markTask } from './change-task.ts';
import { closeTasks, expireTask } from './close-tasks.ts';
import { extendBatch, widenTasks } from './extend-batch.ts';
import { orderBatch } from './order-batch.ts';

const { run, db, readDb } = await testDatabase();
const clock = systemActor('test-clock');
const client = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
const grace = await castMember(run, 'Grace Santos');
await payIn(run, client, { amountMinor: 100_000n });

const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);

const take = (worker: MemberActor, batchId: string, at = now) =>
  run(acceptNext, { batchId }, { actor: worker, root: batchId, now: at });

const giveBack = (worker: MemberActor, assignmentId: string, at = now) =>
  run(returnAssignment, { assignmentId }, { actor: worker, root: assignmentId, now: at });

async function answer(worker: MemberActor, batchId: string): Promise<string> {
  const { assignmentId } = await take(worker, batchId);
  const input = { assignmentId, fields: { colour: 'red' } };
  await run(submitAssignment, input, { actor: worker, root: batchId, now });
  return assignmentId;
}

async function wallet(): Promise<bigint> {
  const balances = await walletBalances(readDb, [client.partyId]);
  return balances.get(client.partyId)?.[0]?.amountMinor ?? 0n;
}

async function turnPages(batchId: string, at = now): Promise<void> {
  const options = { actor: clock, root: batchId, now: at };
  while ((await run(closeTasks, { batchId }, options)).more);
  while ((await run(widenTasks, { batchId }, options)).more);
  expect((await checkLedger(readDb)).differences).toEqual([]);
}

async function tasksOf(batchId: string) {
  const rows = db.selectFrom('task').selectAll().where('batchId', '=', batchId);
  return rows.orderBy('number').execute();
}

async function firstTask(batchId: string): Promise<string> {
  return (await tasksOf(batchId))[0]?.id ?? '';
}

test('a task given back between the end and its clock leaves no money behind', async () => {
  const before = await wallet();
  const batchId = await orderedBatch(run, client, { wantedEach: 3 }, { tasks: 1, now });
  const { assignmentId } = await take(chidi, batchId);
  await giveBack(chidi, assignmentId, later(8 * DAY_MS));
  const late = { actor: clock, root: batchId, now: later(8 * DAY_MS) };
  await run(expireBatch, { batchId }, late);
  await turnPages(batchId, late.now);
  expect(await wallet()).toBe(before);
});

test('so does one whose own time was over', async () => {
  const before = await wallet();
  const tasks = [{ input: { thing: 'x' }, wanted: 3, expiresAt: later(60_000) }];
  const batchId = await orderedBatch(run, client, {}, { tasks, now });
  const { assignmentId, taskId } = await take(chidi, batchId);
  await giveBack(chidi, assignmentId, later(61_000));
  const late = { actor: clock, root: batchId, now: later(61_000) };
  expect(await run(expireTask, { taskId }, late)).toEqual({ expired: true });
  expect(await wallet()).toBe(before);
});

test('a draft holds no money for a task whose time is over; once ordered, it goes back', async () => {
  const before = await wallet();
  const tasks = [{ input: { thing: 'x' }, expiresAt: later(60_000) }, { input: { thing: 'y' } }];
  const batchId = await draftedBatch(run, client, {}, { tasks, now });
  const taskId = await firstTask(batchId);
  const late = { actor: clock, root: batchId, now: later(61_000) };
  const due = async () => (await expiredTasks(readDb, late.now, 100)).map(({ id }) => id);
  expect(await due()).not.toContain(taskId);
  expect(await run(expireTask, { taskId }, late)).toEqual({ expired: false });
  await run(orderBatch, { batchId }, { ...late, actor: client });
  expect(before - (await wallet())).toBe(12n);
  expect(await due()).toContain(taskId);
  expect(await run(expireTask, { taskId }, late)).toEqual({ expired: true });
  expect(before - (await wallet())).toBe(6n);
});

test('more answers also open the tasks whose time was over, and put none into those put away', async () => {
  const before = await wallet();
  const batchId = await orderedBatch(run, client, { wantedEach: 2 }, { tasks: 3, now });
  const [ended, away] = await tasksOf(batchId);
  for (const task of [ended, away]) {
    const input = { taskId: task?.id ?? '', expiresAt: now };
    await run(extendTask, input, { actor: client, root: batchId, now });
  }
  await run(disposeTask, { taskId: away?.id ?? '' }, { actor: client, root: batchId, now });
  expect(before - (await wallet())).toBe(12n);
  const extend = { batchId, moreEach: 2 };
  const { totalMinor } = await run(extendBatch, extend, { actor: client, root: batchId, now });
  expect(totalMinor).toBe('36');
  await turnPages(batchId);
  expect((await tasksOf(batchId)).map((task) => [task.slots, task.released, task.open])).toEqual([
    [4, 0, true],
    [2, 2, false],
    [4, 0, true],
  ]);
  expect(before - (await wallet())).toBe(48n);
});

test('an extension that takes time away, or changes nothing, is none', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 2, now });
  const asClient = { actor: client, root: batchId, now };
  const refused = async (input: object, field: string) => {
    const made = run(extendBatch, { batchId, ...input }, asClient);
    await expect(made).rejects.toMatchObject({ code: 'input_invalid', field });
  };
  const { expiresAt } = await findBatch(readDb, client, batchId);
  await refused({}, 'moreEach');
  await refused({ moreEach: 0, expiresAt, budgetCapMinor: null }, 'moreEach');
  await refused({ moreEach: 1, expiresAt: later(DAY_MS) }, 'expiresAt');
  await run(extendBatch, { batchId, budgetCapMinor: 900n }, asClient);
  await run(extendBatch, { batchId, expiresAt: later(9 * DAY_MS) }, asClient);
  await run(cancelBatch, { batchId }, asClient);
  await turnPages(batchId);
  await run(extendBatch, { batchId, expiresAt: later(DAY_MS) }, asClient);
});

test('what an extension paid for and cannot place goes back', async () => {
  const before = await wallet();
  const batchId = await orderedBatch(run, client, {}, { tasks: 2, now });
  const first = await answer(chidi, batchId);
  const held = await take(grace, batchId);
  const end = later(8 * DAY_MS);
  await run(expireBatch, { batchId }, { actor: clock, root: batchId, now: end });
  await turnPages(batchId, end);
  const asClient = { actor: client, root: batchId, now: end };
  const extend = { batchId, moreEach: 1, expiresAt: later(20 * DAY_MS) };
  await run(extendBatch, extend, asClient);
  // On the way: nothing else may be added, and what is given back is part of the extension.
  const more = run(addTasks, { batchId, tasks: [{ input: { thing: 'y' } }] }, asClient);
  await expect(more).rejects.toMatchObject({ code: 'change_pending' });
  await giveBack(grace, held.assignmentId, end);
  await turnPages(batchId, end);
  expect(before - (await wallet())).toBe(24n);
  expect(await tasksOf(batchId)).toMatchObject([
    { slots: 1, released: 0, open: true },
    { slots: 2, released: 0, open: true },
  ]);
  expect(first).toBeDefined();
});

test('a task that was put away holds no money', async () => {
  const before = await wallet();
  const tasks = [{ input: { thing: 'x' }, expiresAt: later(60_000) }, { input: { thing: 'y' } }];
  const batchId = await orderedBatch(run, client, {}, { tasks, now });
  const taskId = await firstTask(batchId);
  const late = { actor: client, root: batchId, now: later(61_000) };
  await run(disposeTask, { taskId }, late);
  expect(before - (await wallet())).toBe(6n);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('a cap holds for several rejections at once, in one act and in two', async () => {
  const terms = { reopenRejected: true, budgetCapMinor: 30n };
  const batchId = await orderedBatch(run, client, terms, { tasks: 4, now });
  const ids = [];
  for (let made = 0; made < 4; made += 1) ids.push(await answer(chidi, batchId));
  const reject = (assignmentIds: string[]) =>
    run(
      rejectAssignments,
      { assignmentIds, reason: 'other', feedback: 'No.' },
      { actor: client, root: batchId, now },
    );
  await expect(reject(ids.slice(0, 2))).rejects.toMatchObject({ code: 'budget_exceeded' });
  const both = await Promise.allSettled([reject(ids.slice(0, 1)), reject(ids.slice(1, 2))]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('a worker who did all meets what is added later, behind what was given back', async () => {
  const batchId = await orderedBatch(run, client, { wantedEach: 2 }, { tasks: 160, now });
  const given = await take(grace, batchId);
  await giveBack(grace, given.assignmentId);
  for (let done = 0; done < 160; done += 1) await answer(chidi, batchId);
  await expect(take(chidi, batchId)).rejects.toMatchObject({ code: 'no_task_left' });
  const input = { batchId, tasks: [{ input: { thing: 'new' } }] };
  const added = await run(addTasks, input, { actor: client, root: batchId, now: later(1) });
  expect((await take(chidi, batchId)).taskId).toBe(added.taskIds[0]);
});

test('behind all that a worker did and an extension opened again stand the tasks of others', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 241, now });
  for (let done = 0; done < 240; done += 1) await answer(chidi, batchId);
  const last = await answer(grace, batchId);
  await run(extendBatch, { batchId, moreEach: 1 }, { actor: client, root: batchId, now });
  await turnPages(batchId);
  const { taskId } = await take(chidi, batchId);
  const of = db.selectFrom('assignment').select('taskId').where('id', '=', last);
  expect(taskId).toBe((await of.executeTakeFirstOrThrow()).taskId);
});

test('a task that was being taken when a worker passed by is met again', async () => {
  const batchId = await orderedBatch(run, client, { wantedEach: 2 }, { tasks: 3, now });
  const [first, second] = await tasksOf(batchId);
  const other = await db.startTransaction().execute();
  await other
    .selectFrom('task')
    .select('id')
    .where('id', '=', first?.id ?? '')
    .forUpdate()
    .execute();
  expect((await take(chidi, batchId)).taskId).toBe(second?.id);
  await other.rollback().execute();
  expect((await take(chidi, batchId)).taskId).toBe(first?.id);
  expect((await take(chidi, batchId)).taskId).not.toBe(second?.id);
});

test('a task of a cancelled batch can be looked at and put away at once', async () => {
  const batchId = await orderedBatch(run, client, { wantedEach: 3 }, { tasks: 1, now });
  const assignmentIds = [await answer(chidi, batchId)];
  const asClient = { actor: client, root: batchId, now };
  await run(cancelBatch, { batchId }, asClient);
  await turnPages(batchId);
  const taskId = await firstTask(batchId);
  await run(markTask, { taskId, reviewing: true }, asClient);
  await run(approveAssignments, { assignmentIds }, asClient);
  await run(disposeTask, { taskId }, asClient);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('nobody is told of slots in tasks whose own time is over', async () => {
  const short = { input: { thing: 'x' }, wanted: 2, expiresAt: later(60_000) };
  const tasks = [short, short, { input: { thing: 'y' }, wanted: 3 }];
  const batchId = await orderedBatch(run, client, {}, { tasks, now });
  const { assignmentId, taskId } = await take(chidi, batchId);
  const late = { actor: clock, root: batchId, now: later(61_000) };
  for (const { id } of (await tasksOf(batchId)).slice(0, 2)) {
    await run(expireTask, { taskId: id }, late);
  }
  const told = async () => {
    await run(refreshBatch, { batchId }, late);
    const { open } = await batchProgress(
      readDb,
      await findBatch(readDb, client, batchId),
      late.now,
    );
    const listing = db.selectFrom('batchListing').select('available');
    const { available } = await listing.where('batchId', '=', batchId).executeTakeFirstOrThrow();
    return { open, available };
  };
  expect(await told()).toEqual({ open: 3n, available: 3n });
  await giveBack(chidi, assignmentId, late.now);
  expect(await told()).toEqual({ open: 3n, available: 3n });
  await run(extendTask, { taskId, expiresAt: later(DAY_MS) }, { ...late, actor: client });
  expect(await told()).toEqual({ open: 5n, available: 5n });
});
