import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';

export type SimilarPace = { seconds: number; batches: number };

/** Batches that are looked at: the newest that were measured. */
const NEWEST = 20;

/** The home that the id of a batch carries: ten bits behind the version (ids.ts). */
const HOME = sql`(('x' || substr(l.batch_id::text, 16, 3))::bit(12)::int >> 2)`;

/**
 * How long an answer took in the client's other batches of this task type, or of this title: the
 * median of their medians. Null where none was measured.
 */
export async function similarPace(
  db: ReadDb,
  asked: { clientId: string; taskTypeId: string | null; title: string; batchId?: string },
): Promise<SimilarPace | null> {
  const [row] = await readSql(
    db,
    sql<{ seconds: number | null; batches: number }>`
    select percentile_disc(0.5) within group (order by median_active_seconds) as seconds,
      count(*)::int as batches
    from (
      select l.median_active_seconds from batch_listing l
      where l.client_id = ${asked.clientId} and l.median_active_seconds is not null
        and l.batch_id <> ${asked.batchId ?? '00000000-0000-0000-0000-000000000000'}
        and (l.title = ${asked.title} or exists (
          select from batch b where b.home = ${HOME} and b.id = l.batch_id
            and b.task_type_id = ${asked.taskTypeId}))
      order by l.created_at desc limit ${NEWEST}
    ) measured`,
  );
  return row === undefined || row.seconds === null
    ? null
    : { seconds: row.seconds, batches: row.batches };
}
