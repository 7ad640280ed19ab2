/**
 * A crowd on one batch at the same moment: some give tasks back, some leave them, some work in two
 * windows; clients decide meanwhile, partly the same answers twice. In the end there are exactly as
 * many answers as were ordered, and every cent is where it belongs.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { checkLedger, DAY_MS, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { acceptNext } from './commands/accept-task.ts';
import { settleRejection } from './commands/appeal-rejection.ts';
import { approveAssignments } from './commands/approve-assignments.ts';
import { refreshBatch } from './commands/refresh-batch.ts';
import { rejectAssignments } from './commands/reject-assignments.ts';
import { abandonAssignment, returnAssignment } from './commands/return-assignment.ts';
import { submitAssignment } from './commands/submit-assignment.ts';
import { sweepWork } from './commands/sweep-work.ts';

const WORKERS = 64;
const EACH = 3;
const PAID_IN = 1_000_000n;
const { run, db, readDb } = await testDatabase();
const clock = systemActor('test-clock');
const workers: MemberActor[] = await Promise.all(
  Array.from({ length: WORKERS }, (_, number) => castMember(run, `Worker ${number}`)),
);

/** Mulberry32: the same seed draws the same chances, if not the same order among promises. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Crowd {
  readonly submitted: string[] = [];
  readonly left: string[] = [];
  over = false;
  readonly client: MemberActor;
  readonly batchId: string;

  constructor(client: MemberActor, batchId: string) {
    this.client = client;
    this.batchId = batchId;
  }

  /** Takes task after task until all is over; an empty batch may fill again. */
  async work(worker: MemberActor, chance: () => number): Promise<void> {
    const asWorker = { actor: worker, root: this.batchId };
    while (!this.over) {
      const taken = await run(acceptNext, { batchId: this.batchId }, asWorker).catch(unless(NONE));
      if (taken === undefined) {
        await sleep(50 + 200 * chance());
        continue;
      }
      const { assignmentId } = taken;
      const drawn = chance();
      if (drawn < 0.1) await run(returnAssignment, { assignmentId }, asWorker);
      else if (drawn < 0.15) this.left.push(assignmentId);
      else {
        const input = { assignmentId, fields: { colour: 'red' }, activeSeconds: 5 };
        await run(submitAssignment, input, asWorker);
        this.submitted.push(assignmentId);
      }
    }
  }

  /** Decides whatever lies there, one in ten of the lots twice. */
  async decide(chance: () => number): Promise<void> {
    const asClient = { actor: this.client, root: this.batchId };
    while (!this.over) {
      const assignmentIds = this.submitted.splice(0, 1 + Math.floor(chance() * 20));
      if (assignmentIds.length === 0) {
        await sleep(5);
        continue;
      }
      if (chance() < 0.1) this.submitted.push(...assignmentIds);
      const reject = { assignmentIds, reason: 'careless' as const, feedback: 'Look again.' };
      const decided =
        chance() < 0.1 ? run(rejectAssignments, reject, asClient) : Promise.resolve(undefined);
      const done = await decided.catch(unless(['rejections_stopped', 'wrong_state']));
      if (done !== undefined) {
        const stopped = done.skipped.filter(({ state }) => state === 'rejections_stopped');
        this.submitted.push(...stopped.map((one) => one.assignmentId));
        continue;
      }
      await run(approveAssignments, { assignmentIds }, asClient).catch(unless(['wrong_state']));
    }
  }

  /** The clock that finds leases whose time is over; their time is moved, not waited for. */
  async lapse(): Promise<void> {
    while (!this.over) {
      const assignmentId = this.left.shift();
      const options = { actor: clock, root: this.batchId, now: new Date(Date.now() + 3_700_000) };
      if (assignmentId === undefined) await sleep(20);
      else await run(abandonAssignment, { assignmentId }, options);
    }
  }

  async watch(isDone: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 150_000;
    while (!(await isDone()) && Date.now() < end) {
      await run(refreshBatch, { batchId: this.batchId }, { actor: clock, root: this.batchId });
      await sleep(200);
    }
    this.over = true;
  }
}

const NONE = ['no_task_left', 'batch_not_open'];

function unless(codes: readonly string[]) {
  return (error: unknown): undefined => {
    if (!isRefusal(error) || !codes.includes(error.code)) throw error;
  };
}

type Case = { tasks: number; reopenRejected: boolean };

async function playThrough({ tasks, reopenRejected }: Case, seed: number) {
  const client = await castMember(run, `Client ${seed}`);
  await payIn(run, client, { amountMinor: PAID_IN });
  const terms = { wantedEach: EACH, reopenRejected };
  const batchId = await orderedBatch(run, client, terms, { tasks });
  const crowd = new Crowd(client, batchId);
  const windows = [...workers, ...workers.slice(0, 6)];
  await Promise.all([
    ...windows.map((worker, place) => crowd.work(worker, dice(seed * 1_000 + place))),
    ...[1, 2, 3].map((place) => crowd.decide(dice(seed * 1_000 + 500 + place))),
    crowd.lapse(),
    crowd.watch(async () => (await countDone(batchId, reopenRejected)) >= tasks * EACH),
  ]);
  return { client, batchId };
}

async function countDone(batchId: string, reopenRejected: boolean): Promise<number> {
  const sums = await db
    .selectFrom('batchWorker')
    .select(({ fn }) => [fn.sum<string>('approved').as('approved')])
    .select(({ fn }) => [fn.sum<string>('rejected').as('rejected')])
    .where('batchId', '=', batchId)
    .executeTakeFirst();
  return Number(sums?.approved ?? 0) + (reopenRejected ? 0 : Number(sums?.rejected ?? 0));
}

function assignmentsOf(batchId: string) {
  return db
    .selectFrom('assignment')
    .select(['id', 'taskId', 'workerId', 'state'])
    .where('batchId', '=', batchId)
    .execute();
}

/** The days to answer rejections pass, and what was earned goes to the wallets. */
async function settleAll(batchId: string): Promise<void> {
  const options = { actor: clock, root: batchId, now: new Date(Date.now() + 8 * DAY_MS) };
  const rejected = (await assignmentsOf(batchId)).filter((row) => row.state === 'rejected');
  for (const { id } of rejected) await run(settleRejection, { assignmentId: id }, options);
  for (const { partyId } of workers) {
    await run(sweepWork, { batchId, workerId: partyId }, { actor: clock, root: batchId });
  }
}

async function wallets(parties: string[]): Promise<bigint> {
  const balances = await walletBalances(readDb, parties);
  return parties.reduce((sum, id) => sum + (balances.get(id)?.[0]?.amountMinor ?? 0n), 0n);
}

async function feeIncome(): Promise<bigint> {
  const rows = await db
    .selectFrom('ledgerAccount')
    .select('balanceMinor')
    .where('kind', '=', 'fee_income')
    .execute();
  return rows.reduce((sum, row) => sum + row.balanceMinor, 0n);
}

const workerIds = workers.map((worker) => worker.partyId);

test.each([[{ tasks: 500, reopenRejected: false }], [{ tasks: 120, reopenRejected: true }]])(
  '64 workers at once give exactly what was ordered: %o',
  { timeout: 200_000 },
  async (play) => {
    const before = { workers: await wallets(workerIds), fees: await feeIncome() };
    const { client, batchId } = await playThrough(play, play.reopenRejected ? 7 : 3);
    const rows = await assignmentsOf(batchId);
    const kept = rows.filter((row) => ['approved', 'rejected'].includes(row.state));
    const approved = rows.filter((row) => row.state === 'approved');
    const ordered = play.tasks * EACH;
    expect(rows.filter((row) => ['accepted', 'submitted'].includes(row.state))).toEqual([]);
    const counted = play.reopenRejected ? approved : kept;
    expect(counted).toHaveLength(ordered);
    expect(kept.length).toBeGreaterThan(approved.length);
    const perTask = Map.groupBy(counted, (row) => row.taskId);
    expect([...perTask.values()].filter((answers) => answers.length !== EACH)).toEqual([]);
    const pairs = kept.map((row) => `${row.taskId} ${row.workerId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect((await checkLedger(readDb)).differences).toEqual([]);

    await settleAll(batchId);
    const paid = BigInt(approved.length);
    expect(await wallets([client.partyId])).toBe(PAID_IN - 6n * paid);
    expect((await wallets(workerIds)) - before.workers).toBe(5n * paid);
    expect((await feeIncome()) - before.fees).toBe(paid);
    const done = await run(refreshBatch, { batchId }, { actor: clock, root: batchId });
    expect(done).toEqual({ settled: true });
    const report = await checkLedger(readDb);
    expect(report.differences).toEqual([]);
  },
);

test('the logs of all that have no gap, and nobody waited crosswise', async () => {
  const roots = await db
    .selectFrom('event')
    .select(({ fn }) => [
      fn.countAll<bigint>().as('count'),
      fn.min<number>('seq').as('first'),
      fn.max<number>('seq').as('last'),
    ])
    .where('rootKind', '=', 'work')
    .groupBy(['home', 'rootId'])
    .execute();
  expect(roots.filter((root) => root.first !== 1 || Number(root.count) !== root.last)).toEqual([]);
  // Backends tell their counts about once a second.
  await sleep(1_500);
  const { rows } = await sql<{ deadlocks: bigint }>`
    select deadlocks from pg_stat_database where datname = current_database()`.execute(db);
  expect(rows).toEqual([{ deadlocks: 0n }]);
});
