import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** What is added to a worker's row in a batch; below zero takes away. */
export type WorkChange = {
  workerId: string;
  live?: number;
  waiting?: number;
  approved?: number;
  rejected?: number;
  returned?: number;
  abandoned?: number;
  goldRight?: number;
  goldWrong?: number;
  earnedMinor?: bigint;
  bonusMinor?: bigint;
  topUpMinor?: bigint;
  /** The client's fee on these. */
  feesMinor?: bigint;
  activeSeconds?: number;
  measured?: number;
  decisionSeconds?: number;
  /** Events that the act appends to the worker's log in this batch. */
  events: number;
};

/** What each is called in the table. */
const COLUMNS = {
  live: 'live',
  waiting: 'waiting',
  approved: 'approved',
  rejected: 'rejected',
  returned: 'returned',
  abandoned: 'abandoned',
  goldRight: 'gold_right',
  goldWrong: 'gold_wrong',
  earnedMinor: 'earned_minor',
  bonusMinor: 'bonus_minor',
  topUpMinor: 'top_up_minor',
  feesMinor: 'fees_minor',
  activeSeconds: 'active_seconds',
  measured: 'measured',
  decisionSeconds: 'decision_seconds',
  events: 'events',
} as const satisfies Record<Exclude<keyof WorkChange, 'workerId'>, string>;

type Counter = keyof typeof COLUMNS;
const COUNTERS = Object.keys(COLUMNS) as Counter[];

/**
 * Changes the counts of workers in a batch, and gives for each the number of its last event: the
 * row's lock is the line in which a worker's log is counted.
 */
export async function countWork(
  ctx: Context,
  batchId: string,
  changes: readonly WorkChange[],
): Promise<Map<string, number>> {
  const [one, ...others] = changes;
  if (one === undefined) return new Map();
  const counted =
    others.length === 0 ? await countOne(ctx, batchId, one) : await countAll(ctx, batchId, changes);
  if (counted.length !== changes.length) throw new Error('A worker has no row in the batch');
  return new Map(counted.map((row) => [row.workerId, row.events]));
}

type Counted = { workerId: string; events: number };

/** The usual case names only the columns that change. */
async function countOne(ctx: Context, batchId: string, change: WorkChange): Promise<Counted[]> {
  const sets = COUNTERS.flatMap((counter) => {
    const more = change[counter] ?? 0;
    const column = sql.raw(COLUMNS[counter]);
    return BigInt(more) === 0n ? [] : [sql`${column} = ${column} + ${more}`];
  });
  const { rows } = await sql<Counted>`
    update batch_worker set ${sql.join(sets)}, touched_at = ${ctx.now}
    where home = ${ctx.home} and batch_id = ${batchId} and worker_id = ${change.workerId}
    returning worker_id, events`.execute(ctx.tx);
  return rows;
}

const ADDED = sql.raw(COUNTERS.map((c) => `${COLUMNS[c]} = w.${COLUMNS[c]} + v."${c}"`).join(', '));
const RECORD = sql.raw(COUNTERS.map((counter) => `"${counter}" bigint`).join(', '));

/** One parameter for all rows, so that the statement is the same for any number of them. */
async function countAll(
  ctx: Context,
  batchId: string,
  changes: readonly WorkChange[],
): Promise<Counted[]> {
  const workerIds = changes.map((change) => change.workerId);
  await lockWorkers(ctx, batchId, workerIds);
  const zeros = Object.fromEntries(COUNTERS.map((counter) => [counter, 0]));
  const rows = changes.map((change) => ({ ...zeros, ...change }));
  const json = JSON.stringify(rows, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const { rows: counted } = await sql<Counted>`
    update batch_worker w set ${ADDED}, touched_at = ${ctx.now}
    from jsonb_to_recordset(${json}::jsonb) v ("workerId" uuid, ${RECORD})
    where w.home = ${ctx.home} and w.batch_id = ${batchId}
      and w.worker_id = any(${workerIds}::uuid[]) and w.worker_id = v."workerId"
    returning w.worker_id, w.events`.execute(ctx.tx);
  return counted;
}

/** Locks rows of workers in the order of their ids, so that two acts never wait crosswise. */
export async function lockWorkers(
  ctx: Context,
  batchId: string,
  workerIds: readonly string[],
): Promise<void> {
  await sql`
    select from batch_worker
    where home = ${ctx.home} and batch_id = ${batchId} and worker_id = any(${workerIds}::uuid[])
    order by worker_id for no key update`.execute(ctx.tx);
}

/** Something happened in a batch that seemed over: the next minute looks at it again. */
export async function unsettle(ctx: Context, batchId: string): Promise<void> {
  await sql`update batch_listing set settled = false
    where batch_id = ${batchId} and settled`.execute(ctx.tx);
}
