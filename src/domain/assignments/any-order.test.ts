/**
 * Acts on one small batch in any order, against a model of it that knows the states only. After
 * each act slots, counts and money must agree; after the last, everything is ended and every cent
 * must have found its owner.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemActor } from '#domain/kernel/actor.ts';
import { accountId, escrowOf } from '#domain/ledger/account.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import { expireBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { BATCH_ACTS, BatchPlay, lapse, turnPages } from '#test/cast/batch-play.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { checkLedger, DAY_MS, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import { settleRejection } from './commands/appeal-rejection.ts';
import { approveAssignments } from './commands/approve-assignments.ts';
import { refreshBatch } from './commands/refresh-batch.ts';
import { sweepWork } from './commands/sweep-work.ts';

const { run, db, readDb } = await testDatabase();
const clock = systemActor('test-clock');
const operator = await castOperator(run, 'Sam Whitlock');
const workers = [
  await castMember(run, 'Chidi Okafor'),
  await castMember(run, 'Grace Santos'),
  await castMember(run, 'Ana Lima'),
];
const workerIds = workers.map((worker) => worker.partyId);
const UNIT = 6n;
const PAID_IN = 10_000n;
let clients = 0;

function assignmentsOf(batchId: string) {
  return db.selectFrom('assignment').selectAll().where('batchId', '=', batchId).execute();
}

async function escrow(batchId: string): Promise<bigint> {
  const row = await db
    .selectFrom('ledgerAccount')
    .select('balanceMinor')
    .where('id', '=', accountId(escrowOf(batchId, 'USD')))
    .executeTakeFirst();
  return row?.balanceMinor ?? 0n;
}

const KEPT = ['accepted', 'submitted', 'approved', 'rejected'];

async function agree(play: BatchPlay): Promise<void> {
  const { batchId } = play;
  const rows = await assignmentsOf(batchId);
  expect(new Map(rows.map((row) => [row.id, row.state]))).toEqual(play.states);
  const batch = await db
    .selectFrom('batch')
    .selectAll()
    .where('id', '=', batchId)
    .executeTakeFirstOrThrow();
  let units = batch.unplaced;
  for (const task of await play.tasks()) {
    const own = rows.filter((row) => row.taskId === task.id && KEPT.includes(row.state));
    expect(task.wanted - task.slots, 'each wanted answer is free or held once').toBe(own.length);
    expect(new Set(own.map((row) => row.workerId)).size, 'one of each worker').toBe(own.length);
    expect(task.open, 'open as long as a paid slot is free').toBe(task.slots > task.released);
    units += BigInt(task.slots - task.released);
  }
  const held = rows.reduce((sum, row) => sum + row.heldMinor, 0n);
  expect(await escrow(batchId)).toBe(units * UNIT + held);
  const { rows: counts } = await sql<Record<string, number>>`
    select sum(live)::int as accepted, sum(waiting)::int as submitted,
      sum(approved)::int as approved, sum(rejected)::int as rejected,
      sum(returned)::int as returned, sum(abandoned)::int as abandoned
    from batch_worker where batch_id = ${batchId}`.execute(db);
  for (const [state, count] of Object.entries(counts[0] ?? {})) {
    expect(count ?? 0, state).toBe(rows.filter((row) => row.state === state).length);
  }
}

/** Everything ends: what is held lapses, what was handed in is approved, objections are over. */
async function finish(play: BatchPlay): Promise<bigint> {
  for (const [id, state] of play.states) {
    if (state === 'submitted') {
      await play.act(play.client, approveAssignments, { assignmentIds: [id] });
      play.states.set(id, 'approved');
    }
  }
  await turnPages(play);
  play.now += 400 * DAY_MS;
  for (const [id, state] of play.states) {
    if (state === 'accepted') await lapse(play, id);
    if (state === 'rejected') await play.act(clock, settleRejection, { assignmentId: id });
  }
  await play.act(clock, expireBatch, { batchId: play.batchId });
  await turnPages(play);
  for (const workerId of workerIds) {
    await play.act(clock, sweepWork, { batchId: play.batchId, workerId });
  }
  await agree(play);
  expect(await play.act(clock, refreshBatch, { batchId: play.batchId })).toEqual({ settled: true });
  expect(await escrow(play.batchId)).toBe(0n);
  return BigInt([...play.states.values()].filter((state) => state === 'approved').length);
}

async function wallets(parties: readonly string[]): Promise<bigint> {
  const balances = await walletBalances(readDb, [...parties]);
  return parties.reduce((sum, id) => sum + (balances.get(id)?.[0]?.amountMinor ?? 0n), 0n);
}

const names = Object.keys(BATCH_ACTS);
// What makes the others possible comes up more often.
const likely = [...names, ...Array(4).fill('accept'), ...Array(4).fill('submit'), 'turnPages'];

const plays = fc.record({
  reopenRejected: fc.boolean(),
  acts: fc.array(fc.tuple(fc.constantFrom(...likely), fc.nat(11)), { minLength: 8, maxLength: 30 }),
});

test('whatever is done in whatever order, slots, counts and money agree', async () => {
  const property = fc.asyncProperty(plays, async ({ reopenRejected, acts }) => {
    clients += 1;
    const client = await castMember(run, `Client ${clients}`);
    await payIn(run, client, { amountMinor: PAID_IN });
    const before = await wallets(workerIds);
    const batchId = await orderedBatch(run, client, { wantedEach: 2, reopenRejected });
    const play = new BatchPlay({ run, db, client, workers, operator }, batchId);
    for (const [name, place] of acts) {
      await BATCH_ACTS[name]?.(play, place);
      await agree(play);
    }
    const paid = await finish(play);
    expect(await wallets([client.partyId])).toBe(PAID_IN - paid * UNIT);
    expect((await wallets(workerIds)) - before).toBe(paid * 5n);
  });
  await fc.assert(property, { numRuns: 40 });
  expect((await checkLedger(readDb)).differences).toEqual([]);
}, 180_000);
