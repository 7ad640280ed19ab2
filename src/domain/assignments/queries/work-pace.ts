import { sql } from 'kysely';
import { requireWorker } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf, isId } from '#domain/kernel/ids.ts';
import { hourlyPay, LEAST_MEASURED } from '#domain/tasks/task-price.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { midnight } from './midnight.ts';

/** What one worker earns in one batch, in minor units of the batch's currency. */
export type WorkPace = {
  currency: string;
  rewardMinor: bigint;
  /** Rewards of what was handed in since midnight, in the worker's zone; without what was rejected. */
  todayMinor: bigint;
  /** All rewards here, decided or not; without what was rejected. */
  allMinor: bigint;
  /** At the worker's own pace; null before the first answer. */
  ownHourlyMinor: bigint | null;
  measured: number;
  activeSeconds: bigint;
  live: number;
  waiting: number;
  approved: number;
  rejected: number;
};

type Row = Omit<WorkPace, 'ownHourlyMinor' | 'allMinor'>;

/** The worker's pace in a batch; null where it never took a task there. */
export async function workPace(
  db: ReadDb,
  actor: Actor,
  { batchId, timeZone, now }: { batchId: string; timeZone: string; now: Date },
): Promise<WorkPace | null> {
  const { memberId } = requireWorker(actor);
  if (!isId(batchId)) return null;
  const home = homeOf(batchId);
  const today = midnight(timeZone, now);
  const [row] = await readSql(
    db,
    sql<Row>`
    select b.currency, b.reward_minor, w.measured, w.active_seconds, w.live, w.waiting, w.approved,
      w.rejected,
      coalesce((select sum(a.reward_minor) from assignment a
        where a.home = ${home} and a.worker_id = ${memberId} and a.batch_id = ${batchId}
          and a.accepted_at >= ${today} - make_interval(secs => b.time_limit_seconds)
          and a.submitted_at >= ${today} and a.state <> 'rejected'), 0)::bigint as today_minor
    from batch_worker w join batch b on b.home = ${home} and b.id = w.batch_id
    where w.home = ${home} and w.batch_id = ${batchId} and w.worker_id = ${memberId}`,
  );
  if (row === undefined) return null;
  const { rewardMinor, measured, activeSeconds } = row;
  const whole = rewardMinor * BigInt(measured);
  return {
    ...row,
    allMinor: rewardMinor * BigInt(row.waiting + row.approved),
    ownHourlyMinor: hourlyPay(whole, Number(activeSeconds)),
  };
}

/** Seconds that half of all answers of the batch took at most; null while it is not measured. */
export async function medianSeconds(db: ReadDb, batchId: string): Promise<number | null> {
  const row = await db
    .selectFrom('batchListing')
    .select('medianActiveSeconds')
    .where('batchId', '=', batchId)
    .executeTakeFirst();
  return row?.medianActiveSeconds ?? null;
}

/** What stands behind a batch's measured pay of an hour. */
export type BatchPace = {
  title: string;
  currency: string;
  rewardMinor: bigint;
  medianActiveSeconds: number | null;
  hourlyMinor: bigint | null;
  /** Answers whose time was measured, and how many it takes. */
  measured: bigint;
  least: number;
  workers: number;
  refreshedAt: Date;
};

/** The measured pace of a batch; null where there is none. Whoever calls it checked who may look. */
export async function batchPace(db: ReadDb, batchId: string): Promise<BatchPace | null> {
  if (!isId(batchId)) return null;
  const [row] = await readSql(
    db,
    sql<Omit<BatchPace, 'least'>>`
    select l.title, l.currency, l.reward_minor, l.median_active_seconds, l.hourly_minor,
      l.workers, l.refreshed_at,
      coalesce((select sum(w.measured) from batch_worker w
        where w.home = ${homeOf(batchId)} and w.batch_id = l.batch_id), 0)::bigint as measured
    from batch_listing l where l.batch_id = ${batchId}`,
  );
  return row === undefined ? null : { ...row, least: LEAST_MEASURED };
}
