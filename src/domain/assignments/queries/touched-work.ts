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

/** An act may be kept so much later than the moment it is dated: it waits, and is tried again. */
const LATE = sql.raw(`interval '2 minutes'`);

/** Workers of a batch who did something, or had something decided, since their record was made. */
export async function unrecordedWorkers(db: ReadDb, batchId: string): Promise<string[]> {
  const rows = await readSql(
    db,
    sql<{ workerId: string }>`
    select w.worker_id from batch_worker w
    left join worker_record r on r.worker_id = w.worker_id
    where w.home = ${homeOf(batchId)} and w.batch_id = ${batchId}
      and (r.refreshed_at is null or w.touched_at >= r.refreshed_at - ${LATE})`,
  );
  return rows.map((row) => row.workerId);
}

/**
 * The client of a batch in which something was done or decided since the client's record was made;
 * null where nothing was.
 */
export async function unrecordedClient(db: ReadDb, batchId: string): Promise<string | null> {
  const [row] = await readSql(
    db,
    sql<{ clientId: string }>`
    select l.client_id from batch_listing l
    left join task_client_record r on r.client_id = l.client_id
    where l.batch_id = ${batchId} and exists (select from batch_worker w
      where w.home = ${homeOf(batchId)} and w.batch_id = ${batchId}
        and (r.refreshed_at is null or w.touched_at >= r.refreshed_at - ${LATE}))`,
  );
  return row?.clientId ?? null;
}
