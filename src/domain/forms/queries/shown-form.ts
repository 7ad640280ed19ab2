/** A form and the values that stand in it, wherever they are kept. */
import { sql } from 'kysely';
import { homeOf, isId } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { findTemplate } from '../gallery.ts';
import type { TaskForm } from '../task-form.ts';
import type { TaskInput } from '../variables.ts';

/** What is shown: accepted work, or something to look at first. `input` fills a form without a task. */
export type Shown =
  | { kind: 'assignment'; id: string }
  | { kind: 'task'; id: string }
  | { kind: 'batch'; id: string; input: TaskInput }
  | { kind: 'type'; id: string; input: TaskInput }
  | { kind: 'template'; id: string; sample: number };

export type ShownForm = {
  form: TaskForm;
  input: TaskInput;
  /** Of the assignment; null for what cannot be answered. */
  state: string | null;
};

/** The form, for whoever was let see it; null where there is none. */
export async function shownForm(db: ReadDb, shown: Shown): Promise<ShownForm | null> {
  if (shown.kind === 'template') {
    const template = findTemplate(shown.id);
    const input = template?.samples[shown.sample] ?? template?.samples[0] ?? {};
    return template === null ? null : { form: template.form, input, state: null };
  }
  if (!isId(shown.id)) return null;
  if (shown.kind === 'assignment') return readWork(db, shown.id);
  if (shown.kind === 'task') return readTask(db, shown.id);
  const form =
    shown.kind === 'batch' ? await readBatch(db, shown.id) : await readType(db, shown.id);
  return form === null ? null : { form, input: shown.input, state: null };
}

async function readWork(db: ReadDb, id: string): Promise<ShownForm | null> {
  const home = homeOf(id);
  const [row] = await readSql(
    db,
    sql<ShownForm>`
    select b.form, t.input, a.state from assignment a
    join batch b on b.home = ${home} and b.id = a.batch_id
    join task t on t.home = ${home} and t.id = a.task_id
    where a.home = ${home} and a.id = ${id}`,
  );
  return row ?? null;
}

async function readTask(db: ReadDb, id: string): Promise<ShownForm | null> {
  const home = homeOf(id);
  const [row] = await readSql(
    db,
    sql<ShownForm>`
    select b.form, t.input, null as state from task t
    join batch b on b.home = ${home} and b.id = t.batch_id
    where t.home = ${home} and t.id = ${id}`,
  );
  return row ?? null;
}

async function readBatch(db: ReadDb, id: string): Promise<TaskForm | null> {
  const [row] = await readSql(
    db,
    sql<{ form: TaskForm }>`select form from batch where home = ${homeOf(id)} and id = ${id}`,
  );
  return row?.form ?? null;
}

async function readType(db: ReadDb, id: string): Promise<TaskForm | null> {
  const [row] = await readSql(
    db,
    sql<{ form: TaskForm }>`select form from task_type where id = ${id}`,
  );
  return row?.form ?? null;
}
