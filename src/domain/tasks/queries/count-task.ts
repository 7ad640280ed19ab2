import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import type { Database, ReadDb, Tx } from '#platform/database.ts';
import type { TaskCounts } from '../task.ts';

/** How many assignments of a task are in which state. */
export async function countTask(db: ReadDb | Tx, taskId: string): Promise<TaskCounts> {
  const { rows } = await sql<TaskCounts>`
    select count(*) filter (where state = 'accepted')::int as live,
      count(*) filter (where state = 'submitted')::int as waiting,
      count(*) filter (where state = 'approved')::int as approved,
      count(*) filter (where state = 'rejected')::int as rejected
    from assignment where home = ${homeOf(taskId)} and task_id = ${taskId}`.execute(
    db as unknown as Database,
  );
  return rows[0] ?? { live: 0, waiting: 0, approved: 0, rejected: 0 };
}
