/** Rows that are typed by hand → tasks. Server only. */
import { checkAnswer } from '#domain/forms/check-answer.ts';
import { addressCheck } from '#domain/forms/fill-form.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { NewTask } from '#domain/tasks/commands/add-tasks.ts';
import { readAnswer } from '#web/forms/read-answer.ts';

/** Columns are numbered in the fields' names: a variable's own name may hold dots. */
export function cellName(row: number, column: number): string {
  return `rows.${row}.c${column}`;
}

type TypedRow = Readonly<Record<string, string>>;

/** The rows in which something stands. */
export function tasksIn(
  rows: readonly TypedRow[] | undefined,
  columns: readonly string[],
): NewTask[] {
  return (rows ?? []).flatMap((row) => {
    const cells = columns.map((name, at) => [name, row[`c${at}`] ?? ''] as const);
    if (cells.every(([, cell]) => cell === '')) return [];
    return [{ input: Object.fromEntries(cells) }];
  });
}

/** Cells that make no address where the form shows one, each at its own field. */
export function cellProblems(
  form: TaskForm,
  rows: readonly TypedRow[] | undefined,
  columns: readonly string[],
): Refusal[] {
  const broken = addressCheck(form);
  return (rows ?? []).flatMap((row, at) => {
    const [task] = tasksIn([row], columns);
    const names = task === undefined ? [] : broken(task.input);
    return names.map((name) => {
      const field = cellName(at, columns.indexOf(name));
      return new Refusal('input_invalid', { rule: 'address' }, field);
    });
  });
}

/** The right answer of a gold task, by the fields that were filled in; null where none was. */
export function keyIn(form: TaskForm, typed: FormData): NewTask['key'] | null {
  const loose = form.kind === 'form' ? { ...form, fields: form.fields.map(asOptional) } : form;
  const answer = readAnswer(loose, typed);
  const checked = checkAnswer(loose, answer);
  return checked.ok ? (checked.answer as NewTask['key']) : null;
}

function asOptional<Field extends { required: boolean }>(field: Field): Field {
  return { ...field, required: false };
}
