/** Rows to try a form on, typed as CSV. Server only. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { type TaskInput, variablesOf } from '#domain/forms/variables.ts';

const MOST_ROWS = 50;

/** The rows that were typed; null where it is no CSV. */
export function rowsIn(csv: string): TaskInput[] | null {
  try {
    const rows = parse(csv, {
      columns: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    return (rows as TaskInput[]).slice(0, MOST_ROWS);
  } catch {
    return null;
  }
}

/** Rows as CSV; without any, one row in which each column says its name. */
export function sampleCsv(form: TaskForm, samples: readonly TaskInput[]): string {
  const names = variablesOf(form);
  if (names.length === 0) return '';
  const fits = samples.filter((row) => names.every((name) => Object.hasOwn(row, name)));
  const rows = fits.length > 0 ? fits : [Object.fromEntries(names.map((name) => [name, name]))];
  return stringify(
    rows.map((row) => names.map((name) => row[name] ?? '')),
    {
      header: true,
      columns: names.map((key) => ({ key, header: key })),
    },
  );
}
