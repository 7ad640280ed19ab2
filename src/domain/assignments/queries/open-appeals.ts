import { sql } from 'kysely';
import { requireOperator } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

export type AppealRow = {
  assignmentId: string;
  batchId: string;
  title: string;
  clientName: string;
  workerName: string;
  words: string;
  filedAt: Date;
};

/** Appeals that wait for an operator, the longest waiting first. */
export async function openAppeals(
  db: ReadDb,
  actor: Actor,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<AppealRow>> {
  requireOperator(actor);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const rows = await readSql(
    db,
    sql<AppealRow>`
    select l.assignment_id, l.batch_id, b.title, c.name as client_name, w.name as worker_name,
      l.words, l.filed_at
    from appeal l
    join batch_listing b on b.batch_id = l.batch_id
    join party c on c.id = l.client_id
    join party w on w.id = l.worker_id
    where l.state = 'open' ${
      after === null
        ? sql``
        : sql`and (l.filed_at, l.assignment_id) > (${after.at}, ${after.id}::uuid)`
    }
    order by l.filed_at, l.assignment_id limit ${limit + 1}`,
  );
  return toPage(rows, limit, (row) => ({ at: row.filedAt, id: row.assignmentId }));
}

export type StoppedBatch = {
  batchId: string;
  name: string;
  clientName: string;
  approved: number;
  rejected: number;
  breakerAt: Date;
};

/** Batches whose rejections were stopped and which no operator has let go on. */
export async function stoppedBatches(db: ReadDb, actor: Actor): Promise<StoppedBatch[]> {
  requireOperator(actor);
  return readSql(
    db,
    sql<StoppedBatch>`
    select b.id as batch_id, b.name, c.name as client_name, l.approved, l.rejected, b.breaker_at
    from batch b
    join batch_listing l on l.batch_id = b.id
    join party c on c.id = b.client_id
    where b.breaker_at is not null and b.breaker_freed_at is null
    order by b.breaker_at limit 200`,
  );
}
