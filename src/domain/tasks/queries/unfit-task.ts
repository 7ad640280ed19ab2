import { isDeepStrictEqual } from 'node:util';
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import { addressCheck } from '#domain/forms/fill-form.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import { unfitField } from '../gold-answer.ts';

/** A task that does not go with a form: by its known answer to a field, or a value in an address. */
export type UnfitTask = { rule: 'gold_key' | 'task_address'; number: number; name: string };

/** Tasks that are looked at together. */
const PAGE = 1_000;

/** The first task of a batch that would not go with another form; null where all do. */
export async function unfitTask(
  db: ReadDb,
  batch: { id: string; goldTasks: number; form: TaskForm },
  form: TaskForm,
): Promise<UnfitTask | null> {
  if (isDeepStrictEqual(form, batch.form)) return null;
  const everyTask = addressesOf(form).some((url) => !addressesOf(batch.form).includes(url));
  if (!everyTask && batch.goldTasks === 0) return null;
  const broken = addressCheck(form);
  for (let after = 0; ; ) {
    const rows = await readPage(db, batch.id, { after, goldOnly: !everyTask });
    for (const { number, input, key } of rows) {
      const field = key === null ? null : unfitField(form, key as AnswerFields);
      if (field !== null) return { rule: 'gold_key', number, name: field };
      const [name] = broken(input as Record<string, string>);
      if (name !== undefined) return { rule: 'task_address', number, name };
    }
    if (rows.length < PAGE) return null;
    after = rows.at(-1)?.number ?? after;
  }
}

function addressesOf(form: TaskForm): string[] {
  const parts = form.kind === 'form' ? [...form.show, ...form.fields] : [];
  return parts.flatMap((part) => ('url' in part ? [part.url] : []));
}

function readPage(
  db: ReadDb,
  batchId: string,
  { after, goldOnly }: { after: number; goldOnly: boolean },
) {
  const tasks = db
    .selectFrom('task')
    .select(['number', 'input', 'key'])
    .where('home', '=', homeOf(batchId))
    .where('batchId', '=', batchId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(PAGE);
  return (goldOnly ? tasks.where('gold', '=', true) : tasks).execute();
}
