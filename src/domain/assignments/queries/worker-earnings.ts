import { sql } from 'kysely';
import { requireWorkerReader } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { midnight } from './midnight.ts';

/** Minor units of one currency. */
export type EarningsSum = {
  currency: string;
  /** Rewards of answers that were approved since midnight, in the worker's own zone. */
  todayMinor: bigint;
  /** How many these are. */
  today: number;
  /** Rewards of answers that wait for a decision. */
  pendingMinor: bigint;
  /** Rewards, bonuses and top-ups that were ever earned. */
  earnedMinor: bigint;
  bonusMinor: bigint;
  topUpMinor: bigint;
  /** Of these, what is in the wallet, or was. */
  paidMinor: bigint;
  waiting: number;
  approved: number;
  rejected: number;
  activeSeconds: bigint;
  measured: number;
};

export type ClientEarnings = EarningsSum & { clientId: string; clientName: string };

/** What the worker earned with tasks: by currency, and by client, the most first. */
export async function workerEarnings(
  db: ReadDb,
  actor: Actor,
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<{ sums: EarningsSum[]; clients: ClientEarnings[] }> {
  const { memberId } = requireWorkerReader(actor);
  const clients = await readSql(
    db,
    sql<ClientEarnings>`
    select b.client_id, p.name as client_name, b.currency,
      coalesce(sum(t.minor), 0)::bigint as today_minor,
      coalesce(sum(t.answers), 0)::int as today,
      sum(w.waiting * b.reward_minor)::bigint as pending_minor,
      sum(w.earned_minor + w.bonus_minor + w.top_up_minor)::bigint as earned_minor,
      sum(w.bonus_minor)::bigint as bonus_minor, sum(w.top_up_minor)::bigint as top_up_minor,
      sum(w.swept_minor)::bigint as paid_minor, sum(w.waiting)::int as waiting,
      sum(w.approved)::int as approved, sum(w.rejected)::int as rejected,
      sum(w.active_seconds)::bigint as active_seconds, sum(w.measured)::int as measured
    from (
      select m.batch_id, (('x' || substr(m.batch_id::text, 16, 3))::bit(12)::int >> 2) as home
      from worker_batch m where m.worker_id = ${memberId}
    ) m
    join batch b on b.home = m.home and b.id = m.batch_id
    join batch_worker w on w.home = m.home and w.batch_id = m.batch_id
      and w.worker_id = ${memberId}
    join party p on p.id = b.client_id
    left join lateral (
      select sum(a.reward_minor) as minor, count(*) as answers from assignment a
      where w.touched_at >= ${midnight(timeZone, now)} and a.home = m.home
        and a.worker_id = ${memberId} and a.batch_id = m.batch_id and a.state = 'approved'
        and a.decided_at >= ${midnight(timeZone, now)}
    ) t on true
    group by b.client_id, p.name, b.currency
    order by earned_minor desc, pending_minor desc, b.client_id limit 200`,
  );
  return { sums: addUp(clients), clients };
}

function addUp(clients: readonly ClientEarnings[]): EarningsSum[] {
  const sums = new Map<string, EarningsSum>();
  for (const { clientId: _id, clientName: _name, ...row } of clients) {
    const known = sums.get(row.currency);
    sums.set(
      row.currency,
      known === undefined
        ? row
        : {
            currency: row.currency,
            todayMinor: known.todayMinor + row.todayMinor,
            today: known.today + row.today,
            pendingMinor: known.pendingMinor + row.pendingMinor,
            earnedMinor: known.earnedMinor + row.earnedMinor,
            bonusMinor: known.bonusMinor + row.bonusMinor,
            topUpMinor: known.topUpMinor + row.topUpMinor,
            paidMinor: known.paidMinor + row.paidMinor,
            waiting: known.waiting + row.waiting,
            approved: known.approved + row.approved,
            rejected: known.rejected + row.rejected,
            activeSeconds: known.activeSeconds + row.activeSeconds,
            measured: known.measured + row.measured,
          },
    );
  }
  return [...sums.values()];
}
