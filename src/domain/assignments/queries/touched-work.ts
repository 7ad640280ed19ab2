import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

/** Workers of a batch whose earnings wait to be moved to their wallets. */
export async function unsweptWorkers(db: ReadDb, batchId: string): Promise<string[]> {
  const rows = await readSql(
    db,
    sql<{ workerId: string }>`
    select worker_id from batch_worker
    where home = ${homeOf(batchId)} and batch_id = ${batchId}
      and swept_minor < earned_minor + bonus_minor + top_up_minor`,
  );
  return rows.map((row) => row.workerId);
}

/** Workers of a batch who did something, or had something decided, since their record was made. */
export async function unrecordedWorkers(db: ReadDb, batchId: string): Promise<string[]> {
  const rows = await readSql(
    db,
    sql<{ workerId: string }>`
    select w.worker_id from batch_worker w
    left join worker_record r on r.worker_id = w.worker_id
    where w.home = ${homeOf(batchId)} and w.batch_id = ${batchId}
      and (r.refreshed_at is null or r.refreshed_at <= w.touched_at)`,
  );
  return rows.map((row) => row.workerId);
}
