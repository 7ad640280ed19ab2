import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

/** The names under which a free form was answered, the most frequent first; at most `limit`. */
export async function answeredNames(db: ReadDb, batchId: string, limit: number): Promise<string[]> {
  const home = homeOf(batchId);
  const rows = await readSql(
    db,
    sql<{ name: string }>`
      select name from assignment a
      join answer w on w.home = a.home and w.assignment_id = a.id and w.version = a.versions,
        jsonb_object_keys(w.fields) as name
      where a.home = ${home} and a.batch_id = ${batchId} and a.submitted_at is not null
      group by name order by count(*) desc, name limit ${limit}`,
  );
  return rows.map(({ name }) => name);
}
