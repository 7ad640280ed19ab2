import { sql } from 'kysely';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

/** The form of a task that was just handed out, whoever asks: the same for each task of a batch. */
export async function handedForm(db: ReadDb, batchId: string): Promise<TaskForm> {
  const [batch] = await readSql<{ form: TaskForm }>(
    db,
    sql`select form from batch where home = ${homeOf(batchId)} and id = ${batchId}`,
  );
  if (batch === undefined) throw new Error(`Batch ${batchId} handed a task out and is not there`);
  return batch.form;
}
