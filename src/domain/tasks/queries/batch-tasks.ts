import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { TaskCounts } from '../task.ts';
import { type BatchRow, findBatch } from './find-batch.ts';

export type TaskRow = TaskCounts & {
  id: string;
  batchId: string;
  number: number;
  gold: boolean;
  input: { [name: string]: string };
  key: AnswerFields | null;
  wanted: number;
  slots: number;
  released: number;
  open: boolean;
  expiresAt: Date | null;
  reviewingAt: Date | null;
  disposedAt: Date | null;
};

/** Tasks of a batch in their order, from behind the number `after`. */
export async function batchTasks(
  db: ReadDb,
  batch: BatchRow,
  { after = 0, limit, gold }: { after?: number; limit: number; gold?: boolean },
): Promise<{ rows: TaskRow[]; next: number | null }> {
  const rows = await read(
    db,
    homeOf(batch.id),
    sql`t.batch_id = ${batch.id} and t.number > ${after}
      ${gold === undefined ? sql`` : sql`and t.gold = ${gold}`}
      order by t.number limit ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null };
}

/** One task of the acting client with its batch; refuses `not_found`. */
export async function findTask(
  db: ReadDb,
  actor: Actor,
  taskId: string,
): Promise<{ task: TaskRow; batch: BatchRow }> {
  requireMember(actor, 'see_work');
  if (!isId(taskId)) return refuse('not_found', { thing: 'task' });
  const [task] = await read(db, homeOf(taskId), sql`t.id = ${taskId}`);
  if (task === undefined) return refuse('not_found', { thing: 'task' });
  return { task, batch: await findBatch(db, actor, task.batchId) };
}

function read(db: ReadDb, home: number, rest: ReturnType<typeof sql>): Promise<TaskRow[]> {
  return readSql(
    db,
    sql<TaskRow>`
    select t.id, t.batch_id, t.number, t.gold, t.input, t.key, t.wanted, t.slots, t.released,
      t.open, t.expires_at, t.reviewing_at, t.disposed_at,
      c.live, c.waiting, c.approved, c.rejected
    from task t, lateral (
      select count(*) filter (where state = 'accepted')::int as live,
        count(*) filter (where state = 'submitted')::int as waiting,
        count(*) filter (where state = 'approved')::int as approved,
        count(*) filter (where state = 'rejected')::int as rejected
      from assignment a where a.home = t.home and a.task_id = t.id
    ) c
    where t.home = ${home} and ${rest}`,
  );
}
