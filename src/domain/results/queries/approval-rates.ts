import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { WorkerRates } from '../result-columns.ts';

type RatesOf = (workerId: string) => WorkerRates;

/** Workers that are remembered at once. */
const REMEMBERED = 10_000;

const NONE = { approved: 0, decided: 0 } as const;
const UNKNOWN: WorkerRates = { lifetime: NONE, last30Days: NONE, last7Days: NONE };

/**
 * How much of the work of workers is approved: ever, by their record over all clients, and in this
 * batch in the last 30 and 7 days. Asked once per worker and file, a page at a time.
 */
export function approvalRates(
  db: ReadDb,
  batchId: string,
  now: Date,
): (workerIds: readonly string[]) => Promise<RatesOf> {
  const known = new Map<string, WorkerRates>();
  return async (workerIds) => {
    if (known.size > REMEMBERED) known.clear();
    const asked = [...new Set(workerIds)].filter((id) => !known.has(id));
    for (const row of asked.length === 0 ? [] : await readRates(db, { asked, batchId, now })) {
      known.set(row.workerId, {
        lifetime: { approved: Number(row.approved), decided: Number(row.decided) },
        last30Days: { approved: row.approved30, decided: row.decided30 },
        last7Days: { approved: row.approved7, decided: row.decided7 },
      });
    }
    return (workerId) => known.get(workerId) ?? UNKNOWN;
  };
}

type Row = {
  workerId: string;
  approved: bigint;
  decided: bigint;
  approved30: number;
  decided30: number;
  approved7: number;
  decided7: number;
};

async function readRates(
  db: ReadDb,
  { asked, batchId, now }: { asked: string[]; batchId: string; now: Date },
): Promise<Row[]> {
  const since = (days: number) => new Date(now.getTime() - days * 86_400_000);
  return readSql(
    db,
    sql<Row>`
      select w.id as worker_id, coalesce(r.approved, 0)::bigint as approved,
        coalesce(r.approved + r.rejected, 0)::bigint as decided,
        d.approved30, d.decided30, d.approved7, d.decided7
      from unnest(${asked}::uuid[]) as w (id)
      left join worker_record r on r.worker_id = w.id,
      lateral (
        select count(*) filter (where state = 'approved')::int as approved30,
          count(*)::int as decided30,
          count(*) filter (where state = 'approved' and decided_at > ${since(7)})::int as approved7,
          count(*) filter (where decided_at > ${since(7)})::int as decided7
        from assignment a
        where a.home = ${homeOf(batchId)} and a.worker_id = w.id and a.batch_id = ${batchId}
          and a.decided_at > ${since(30)} and a.state in ('approved', 'rejected')
      ) d`,
  );
}
