import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import { accountId, escrowOf } from '#domain/ledger/account.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { hourlyPay } from '../task-price.ts';
import type { BatchRow } from './find-batch.ts';

export type BatchProgress = {
  /** Answers: all that were ordered, and where they are. */
  wanted: bigint;
  live: number;
  waiting: number;
  approved: number;
  rejected: number;
  /** Wanted, neither held nor handed in, and not of a task whose own time ended. */
  open: bigint;
  returned: number;
  abandoned: number;
  workers: number;
  goldRight: number;
  goldWrong: number;
  /** Minor units: rewards paid, bonuses, top-ups, fees on all of them, and what escrow holds now. */
  rewardsMinor: bigint;
  bonusMinor: bigint;
  topUpMinor: bigint;
  feesMinor: bigint;
  spentMinor: bigint;
  heldMinor: bigint;
  fundedMinor: bigint;
  returnedMinor: bigint;
  /** Answers handed in within the last hour. */
  lastHour: number;
  /** When it is done at this pace; null where nothing came in the last hour or nothing is open. */
  expectedEnd: Date | null;
  /** From now to then. */
  secondsLeft: number | null;
  medianActiveSeconds: number | null;
  hourlyMinor: bigint | null;
};

type Sums = Pick<
  BatchProgress,
  | 'live'
  | 'waiting'
  | 'approved'
  | 'rejected'
  | 'returned'
  | 'abandoned'
  | 'workers'
  | 'goldRight'
  | 'goldWrong'
  | 'rewardsMinor'
  | 'bonusMinor'
  | 'topUpMinor'
  | 'feesMinor'
  | 'lastHour'
  | 'heldMinor'
> & { medianActiveSeconds: number | null; endedSlots: bigint };

const HOUR_MS = 3_600_000;

/** How far a batch is, as it is now. */
export async function batchProgress(
  db: ReadDb,
  batch: BatchRow,
  now: Date,
): Promise<BatchProgress> {
  const { endedSlots, ...sums } = await addUp(db, batch, now);
  const handedIn = BigInt(sums.waiting + sums.approved + sums.rejected);
  const offered = batch.state === 'open' || batch.state === 'paused';
  const left = batch.wanted - handedIn - BigInt(sums.live) - endedSlots;
  const open = offered && left > 0n ? left : 0n;
  const { feesMinor } = sums;
  const spentMinor = sums.rewardsMinor + sums.bonusMinor + sums.topUpMinor + feesMinor;
  const remaining = Number(open) + sums.live;
  const hours = sums.lastHour === 0 ? null : (remaining / sums.lastHour) * hoursRun(batch, now);
  return {
    ...sums,
    wanted: batch.wanted,
    open,
    spentMinor,
    fundedMinor: batch.fundedMinor,
    returnedMinor: batch.fundedMinor - spentMinor - sums.heldMinor,
    secondsLeft: hours === null ? null : hours * 3_600,
    expectedEnd:
      hours === null || remaining === 0 || batch.state !== 'open'
        ? null
        : new Date(now.getTime() + hours * HOUR_MS),
    hourlyMinor: hourlyPay(batch.rewardMinor, sums.medianActiveSeconds),
  };
}

/** How much of the last hour the batch was there for; a minute at least. */
function hoursRun({ orderedAt }: BatchRow, now: Date): number {
  if (orderedAt === null) return 1;
  const ran = (now.getTime() - orderedAt.getTime()) / HOUR_MS;
  return Math.min(1, Math.max(1 / 60, ran));
}

async function addUp(db: ReadDb, batch: BatchRow, now: Date): Promise<Sums> {
  const home = homeOf(batch.id);
  const since = new Date(now.getTime() - HOUR_MS);
  const escrow = accountId(escrowOf(batch.id, batch.currency));
  const rows = await readSql(
    db,
    sql<Sums>`
    select w.*, l.median_active_seconds,
      (select count(*)::int from assignment a where a.home = ${home} and a.batch_id = ${batch.id}
        and a.state in ('submitted', 'approved', 'rejected') and a.submitted_at > ${since}
      ) as last_hour,
      (select coalesce(sum(released), 0)::bigint from task t where t.home = ${home}
        and t.batch_id = ${batch.id} and t.released > 0 and t.expires_at is not null
      ) as ended_slots,
      coalesce((select balance_minor from ledger_account
        where home = ${home} and id = ${escrow}), 0)::bigint as held_minor
    from (
      select coalesce(sum(live), 0)::int as live, coalesce(sum(waiting), 0)::int as waiting,
        coalesce(sum(approved), 0)::int as approved, coalesce(sum(rejected), 0)::int as rejected,
        coalesce(sum(returned), 0)::int as returned, coalesce(sum(abandoned), 0)::int as abandoned,
        coalesce(sum(gold_right), 0)::int as gold_right,
        coalesce(sum(gold_wrong), 0)::int as gold_wrong,
        coalesce(sum(earned_minor), 0)::bigint as rewards_minor,
        coalesce(sum(bonus_minor), 0)::bigint as bonus_minor,
        coalesce(sum(top_up_minor), 0)::bigint as top_up_minor,
        coalesce(sum(fees_minor), 0)::bigint as fees_minor,
        count(*)::int as workers
      from batch_worker where home = ${home} and batch_id = ${batch.id}
    ) w left join batch_listing l on l.batch_id = ${batch.id}`,
  );
  const [sums] = rows;
  if (sums === undefined) throw new Error('A sum has a row');
  return sums;
}
