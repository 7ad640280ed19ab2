import { sql } from 'kysely';
import { HOMES } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { AssignmentState } from '../assignment.ts';

export type DueAssignment = { id: string; state: AssignmentState };

/** Assignments to which something happens by itself now; one look into the index per home. */
export async function dueAssignments(
  db: ReadDb,
  now: Date,
  limit: number,
): Promise<DueAssignment[]> {
  return readSql(
    db,
    sql<DueAssignment>`
    select due.id, due.state
    from generate_series(0, ${HOMES - 1}) as homes (home), lateral (
      select id, state, due_at from assignment a
      where a.home = homes.home and a.due_at <= ${now} order by a.due_at limit ${limit}
    ) due
    order by due.due_at limit ${limit}`,
  );
}
