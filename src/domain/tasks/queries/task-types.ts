import type { Selectable } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Requirement } from '#domain/qualifications/requirement.ts';
import type { ReadDb } from '#platform/database.ts';
import type { TaskType } from '#platform/schema.ts';

export type TaskTypeRow = Omit<Selectable<TaskType>, 'form' | 'requirements'> & {
  form: TaskForm;
  requirements: Requirement[];
};

/** The task types of the acting party that are not archived, newest first. */
export async function taskTypes(
  db: ReadDb,
  actor: Actor,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<TaskTypeRow>> {
  const { partyId } = requireMember(actor, 'see_work');
  let query = db
    .selectFrom('taskType')
    .selectAll()
    .where('clientId', '=', partyId)
    .where('archivedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on.or([on('createdAt', '<', at), on.and([on('createdAt', '=', at), on('id', '<', id)])]),
    );
  }
  const rows = (await query.execute()).map(typed);
  return toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** One of the acting party's task types, archived ones too; refuses `not_found`. */
export async function findTaskType(
  db: ReadDb,
  actor: Actor,
  taskTypeId: string,
): Promise<TaskTypeRow> {
  const { partyId } = requireMember(actor, 'see_work');
  if (!isId(taskTypeId)) return refuse('not_found', { thing: 'task type' });
  const row = await db
    .selectFrom('taskType')
    .selectAll()
    .where('id', '=', taskTypeId)
    .where('clientId', '=', partyId)
    .executeTakeFirst();
  return row === undefined ? refuse('not_found', { thing: 'task type' }) : typed(row);
}

function typed(row: Selectable<TaskType>): TaskTypeRow {
  return {
    ...row,
    form: row.form as unknown as TaskForm,
    requirements: row.requirements as unknown as Requirement[],
  };
}
