import { sql } from 'kysely';
import { HOMES } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

type Id = { id: string };

/** Ordered batches whose time is over; one look into the index per home. */
export async function expiredBatches(db: ReadDb, now: Date, limit: number): Promise<Id[]> {
  return readSql(
    db,
    sql<Id>`
    select due.id from generate_series(0, ${HOMES - 1}) as homes (home), lateral (
      select id from batch b where b.home = homes.home and b.state in ('open', 'paused')
        and b.expires_at <= ${now} limit ${limit}
    ) due limit ${limit}`,
  );
}

/** Open tasks of ordered batches whose own time is over: those of a draft hold no money yet. */
export async function expiredTasks(db: ReadDb, now: Date, limit: number): Promise<Id[]> {
  return readSql(
    db,
    sql<Id>`
    select due.id from generate_series(0, ${HOMES - 1}) as homes (home), lateral (
      select t.id from task t join batch b on b.home = t.home and b.id = t.batch_id
      where t.home = homes.home and t.open and t.expires_at is not null and t.expires_at <= ${now}
        and b.state in ('open', 'paused')
      limit ${limit}
    ) due limit ${limit}`,
  );
}

/** Batches that are being closed or widened, page by page. */
export async function batchesInPages(db: ReadDb, _now: Date, limit: number): Promise<Id[]> {
  return readSql(
    db,
    sql<Id>`
    select due.id from generate_series(0, ${HOMES - 1}) as homes (home), lateral (
      select id from batch b
      where b.home = homes.home and (b.state = 'closing' or b.widen_each is not null)
      limit ${limit}
    ) due limit ${limit}`,
  );
}

/** Ordered batches in which something may still change. */
export async function unsettledBatches(db: ReadDb, _now: Date, limit: number): Promise<Id[]> {
  return db
    .selectFrom('batchListing')
    .select('batchId as id')
    .where('settled', '=', false)
    .where('state', '<>', 'draft')
    .orderBy('refreshedAt')
    .limit(limit)
    .execute();
}
