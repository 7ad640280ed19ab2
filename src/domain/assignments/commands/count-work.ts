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

/**
 * Changes the counts of workers in a batch, and gives for each the number of its last event: the
 * row's lock is the line in which a worker's log is counted.
 */
export async function countWork(
  ctx: Context,
  batchId: string,
  changes: readonly WorkChange[],
): Promise<Map<string, number>> {
  const workerIds = changes.map((change) => change.workerId);
  if (changes.length > 1) await lockWorkers(ctx, batchId, workerIds);
  const rows = changes.map(
    (c) => sql`(${c.workerId}::uuid, ${c.live ?? 0}::int, ${c.waiting ?? 0}::int,
      ${c.approved ?? 0}::int, ${c.rejected ?? 0}::int, ${c.returned ?? 0}::int,
      ${c.abandoned ?? 0}::int, ${c.goldRight ?? 0}::int, ${c.goldWrong ?? 0}::int,
      ${c.earnedMinor ?? 0n}::bigint, ${c.bonusMinor ?? 0n}::bigint, ${c.topUpMinor ?? 0n}::bigint,
      ${c.feesMinor ?? 0n}::bigint,
      ${c.activeSeconds ?? 0}::bigint, ${c.measured ?? 0}::int,
      ${c.decisionSeconds ?? 0}::bigint, ${c.events}::int)`,
  );
  const { rows: counted } = await sql<{ workerId: string; events: number }>`
    update batch_worker w set
      live = w.live + v.live, waiting = w.waiting + v.waiting,
      approved = w.approved + v.approved, rejected = w.rejected + v.rejected,
      returned = w.returned + v.returned, abandoned = w.abandoned + v.abandoned,
      gold_right = w.gold_right + v.gold_right, gold_wrong = w.gold_wrong + v.gold_wrong,
      earned_minor = w.earned_minor + v.earned, bonus_minor = w.bonus_minor + v.bonus,
      top_up_minor = w.top_up_minor + v.top_up, fees_minor = w.fees_minor + v.fees,
      active_seconds = w.active_seconds + v.active, measured = w.measured + v.measured,
      decision_seconds = w.decision_seconds + v.decision,
      events = w.events + v.events, touched_at = ${ctx.now}
    from (values ${sql.join(rows)}) v (worker_id, live, waiting, approved, rejected, returned,
      abandoned, gold_right, gold_wrong, earned, bonus, top_up, fees, active, measured, decision, events)
    where w.home = ${ctx.home} and w.batch_id = ${batchId} and w.worker_id = v.worker_id
    returning w.worker_id, w.events`.execute(ctx.tx);
  if (counted.length !== changes.length) throw new Error('A worker has no row in the batch');
  return new Map(counted.map((row) => [row.workerId, row.events]));
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
