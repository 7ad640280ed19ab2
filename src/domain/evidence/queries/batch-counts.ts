/** What the counts and the pace of a batch are recomputed from: its assignments, one by one. */
import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

export type BatchCounts = {
  accepted: number;
  submitted: number;
  approved: number;
  rejected: number;
  returned: number;
  abandoned: number;
  goldRight: number;
  goldWrong: number;
  lastHour: number;
};

/** Counted from the assignments themselves, not from the sums that workers' rows keep. */
export async function batchCounts(db: ReadDb, batch: BatchRow, now: Date): Promise<BatchCounts> {
  const since = new Date(now.getTime() - 3_600_000);
  const [row] = await readSql(
    db,
    sql<BatchCounts>`
    select count(*) filter (where state = 'accepted')::int as accepted,
      count(*) filter (where state = 'submitted')::int as submitted,
      count(*) filter (where state = 'approved')::int as approved,
      count(*) filter (where state = 'rejected')::int as rejected,
      count(*) filter (where state = 'returned')::int as returned,
      count(*) filter (where state = 'abandoned')::int as abandoned,
      count(*) filter (where gold_right)::int as gold_right,
      count(*) filter (where not gold_right)::int as gold_wrong,
      count(*) filter (where submitted_at > ${since})::int as last_hour
    from assignment where home = ${homeOf(batch.id)} and batch_id = ${batch.id}`,
  );
  if (row === undefined) throw new Error('A count has a row');
  return row;
}

export type MeasuredPace = {
  measured: number;
  median: number | null;
  low: number | null;
  high: number | null;
};

/** The active seconds of the newest answers, as `listBatch` takes the median of them. */
export async function measuredPace(db: ReadDb, batch: BatchRow): Promise<MeasuredPace> {
  const newest = (state: string) => sql`
    (select active_seconds from assignment
     where home = ${homeOf(batch.id)} and batch_id = ${batch.id} and state = ${state}
       and submitted_at is not null order by submitted_at desc limit 500)`;
  const [row] = await readSql(
    db,
    sql<MeasuredPace>`
    select count(*)::int as measured,
      percentile_disc(0.5) within group (order by active_seconds) as median,
      percentile_disc(0.1) within group (order by active_seconds) as low,
      percentile_disc(0.9) within group (order by active_seconds) as high
    from (${newest('approved')} union all ${newest('submitted')}) newest`,
  );
  return row ?? { measured: 0, median: null, low: null, high: null };
}
