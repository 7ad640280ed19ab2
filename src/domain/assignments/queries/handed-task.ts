import { sql } from 'kysely';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

export type HandedTask = { input: { [name: string]: string }; form: TaskForm | null };

/**
 * What a worker needs of a task that it was just given; whoever asks. The form is the same for
 * every task of a batch, and read only when it is wanted.
 */
export async function handedTask(
  db: ReadDb,
  taskId: string,
  { withForm }: { withForm: boolean },
): Promise<HandedTask> {
  const home = homeOf(taskId);
  const [task] = await readSql(
    db,
    withForm
      ? sql<HandedTask>`
        select t.input, b.form from task t join batch b on b.home = ${home} and b.id = t.batch_id
        where t.home = ${home} and t.id = ${taskId}`
      : sql<HandedTask>`
        select input, null as form from task where home = ${home} and id = ${taskId}`,
  );
  if (task === undefined) throw new Error(`Task ${taskId} was handed out and is not there`);
  return task;
}
