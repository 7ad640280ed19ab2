import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { hourlyPay, LEAST_MEASURED } from '../task-price.ts';

/** Answers that the median pace is taken from: the newest of a batch. */
const PACE_SAMPLE = 500;

export type BatchSums = {
  live: number;
  waiting: number;
  approved: number;
  rejected: number;
  workers: number;
  paidMinor: bigint;
  decisionSeconds: bigint;
};

/**
 * Writes the batch's row in the list that is searched across homes, with the sums of the moment.
 * Every act on a batch calls it, and a job does each minute while work goes on.
 */
export async function listBatch(
  ctx: Context,
  batchId: string,
  { settled = false }: { settled?: boolean } = {},
): Promise<BatchSums & { medianSeconds: number | null }> {
  const sums = await sumBatch(ctx, batchId);
  const ended = await endedSlots(ctx, batchId);
  const medianSeconds = await medianPace(ctx, batchId);
  const batch = await ctx.tx
    .selectFrom('batch')
    .select(['clientId', 'state', 'name', 'title', 'description', 'keywords', 'requirements'])
    .select(['groupKey', 'groupLimit', 'currency', 'rewardMinor', 'priority', 'timeLimitSeconds'])
    .select(['tasks', 'goldTasks', 'wanted', 'createdAt', 'orderedAt', 'expiresAt'])
    .where('home', '=', ctx.home)
    .where('id', '=', batchId)
    .executeTakeFirstOrThrow();
  const { goldTasks, ...terms } = batch;
  const { live, waiting, approved, rejected } = sums;
  const gone = BigInt(live + waiting + approved + rejected) + ended;
  const open = terms.state === 'open' || terms.state === 'paused';
  const row = {
    ...terms,
    ...sums,
    tasks: terms.tasks + goldTasks,
    requirements: JSON.stringify(terms.requirements),
    words: sql<string>`to_tsvector('simple',
      unaccent(${[terms.title, terms.keywords.join(' '), terms.description].join(' ')}))`,
    available: open && terms.wanted > gone ? terms.wanted - gone : 0n,
    medianActiveSeconds: medianSeconds,
    hourlyMinor: hourlyPay(terms.rewardMinor, medianSeconds),
    settled,
    refreshedAt: ctx.now,
  };
  await ctx.tx
    .insertInto('batchListing')
    .values({ ...row, batchId })
    .onConflict((conflict) => conflict.column('batchId').doUpdateSet(row))
    .execute();
  return { ...sums, medianSeconds };
}

/** What the workers of a batch have done, added up. */
async function sumBatch(ctx: Context, batchId: string): Promise<BatchSums> {
  const { rows } = await sql<BatchSums>`
    select coalesce(sum(live), 0)::int as live, coalesce(sum(waiting), 0)::int as waiting,
      coalesce(sum(approved), 0)::int as approved, coalesce(sum(rejected), 0)::int as rejected,
      count(*)::int as workers,
      coalesce(sum(earned_minor + bonus_minor + top_up_minor), 0)::bigint as paid_minor,
      coalesce(sum(decision_seconds), 0)::bigint as decision_seconds
    from batch_worker where home = ${ctx.home} and batch_id = ${batchId}`.execute(ctx.tx);
  const [sums] = rows;
  if (sums === undefined) throw new Error('A sum has a row');
  return sums;
}

/** Free slots of tasks whose own time ended: nobody can take them any more. */
async function endedSlots(ctx: Context, batchId: string): Promise<bigint> {
  const { rows } = await sql<{ slots: bigint }>`
    select coalesce(sum(released), 0)::bigint as slots from task
    where home = ${ctx.home} and batch_id = ${batchId} and released > 0
      and expires_at is not null`.execute(ctx.tx);
  return rows[0]?.slots ?? 0n;
}

/** The median of the active seconds of the newest answers; null while there are too few. */
async function medianPace(ctx: Context, batchId: string): Promise<number | null> {
  const { rows } = await sql<{ median: number | null; measured: number }>`
    select percentile_disc(0.5) within group (order by active_seconds) as median,
      count(*)::int as measured
    from (
      (select active_seconds, submitted_at from assignment
       where home = ${ctx.home} and batch_id = ${batchId} and state = 'approved'
         and submitted_at is not null
       order by submitted_at desc limit ${PACE_SAMPLE})
      union all
      (select active_seconds, submitted_at from assignment
       where home = ${ctx.home} and batch_id = ${batchId} and state = 'submitted'
         and submitted_at is not null
       order by submitted_at desc limit ${PACE_SAMPLE})
    ) newest`.execute(ctx.tx);
  const [pace] = rows;
  return pace === undefined || pace.measured < LEAST_MEASURED ? null : pace.median;
}
