/** A client's sheet → tasks, row by row. */
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { readCsv } from '#domain/sheets/read-csv.ts';
import { readJsonLines } from '#domain/sheets/read-json-lines.ts';
import {
  isRowProblem,
  RowProblem,
  type RowProblemData,
  type SheetFormat,
} from '#domain/sheets/row-problem.ts';
import { INPUT_CHARS } from './batch.ts';
import { checkNames, checkUses, columnUses } from './row-columns.ts';
import { type Cell, rowReader } from './task-row.ts';

/** One task of a sheet. */
export type TaskRow = {
  /** Of the task, from 1 and without gaps. */
  number: number;
  /** Of the sheet, as a spreadsheet shows it. */
  row: number;
  input: { [name: string]: string };
  key?: AnswerFields;
  wanted?: number;
};

export const ROW_LIMITS = {
  rows: 1_000_000,
  columns: 500,
  nameChars: 128,
  /** All cells of a row together, in characters. */
  inputChars: INPUT_CHARS,
  /** One row as it is written, in bytes. */
  recordBytes: 524_288,
  /** What a whole sheet may weigh, in bytes. */
  fileBytes: 536_870_912,
} as const;

export type RowLimits = { [Name in keyof typeof ROW_LIMITS]: number };

export type ReadRows = {
  format: SheetFormat;
  /** What the rows are for: its variables need columns, and known answers must fit it. */
  form?: TaskForm | undefined;
  limits?: Partial<RowLimits>;
};

/**
 * Every row as a task, in constant memory. Throws `RowProblem` at the first thing that is wrong,
 * with its row and column; the rows before it have been given by then, so read to the end before
 * you make anything of them. CSV: the first row has the names; blank rows are passed over. JSON
 * Lines: one flat object per line, its names being those of columns.
 */
export async function* readRows(
  stream: AsyncIterable<Uint8Array>,
  options: ReadRows,
): AsyncGenerator<TaskRow> {
  const limits = { ...ROW_LIMITS, ...options.limits };
  const rows = options.format === 'csv' ? csvRows : jsonRows;
  let number = 0;
  try {
    for await (const row of rows(stream, { form: options.form, limits })) {
      number += 1;
      if (number > limits.rows) throw new RowProblem({ rule: 'too_many_rows', row: row.row });
      yield { number, ...row };
    }
  } catch (error) {
    throw isRowProblem(error) ? limited(error, limits) : error;
  }
  if (number === 0) throw new RowProblem({ rule: 'no_rows' });
}

type Reading = { form: TaskForm | undefined; limits: RowLimits };
type Row = Omit<TaskRow, 'number'>;

async function* csvRows(
  stream: AsyncIterable<Uint8Array>,
  { form, limits }: Reading,
): AsyncGenerator<Row> {
  const usedFor = columnUses(form);
  const read = rowReader(form, limits);
  let names: readonly string[] | null = null;
  for await (const { cells, row, line } of readCsv(stream, limits)) {
    const at = { row, line };
    if (names === null) {
      names = cells.map((name) => name.trim());
      checkNames(names, at, limits);
      if (form !== undefined) checkUses(form, names.map(usedFor), at);
      continue;
    }
    if (cells.length !== names.length) {
      const place = Math.min(cells.length, names.length) + 1;
      const column = names[place - 1];
      throw new RowProblem({
        ...{ rule: 'cells', ...at, place, expected: names.length, found: cells.length },
        ...(column === undefined ? {} : { column }),
      });
    }
    const filled = names.map((name, place): Cell => {
      return { use: usedFor(name), place: place + 1, value: cells[place] ?? '' };
    });
    yield { row, ...read(filled, at) };
  }
  if (names === null) throw new RowProblem({ rule: 'empty_file' });
}

async function* jsonRows(
  stream: AsyncIterable<Uint8Array>,
  { form, limits }: Reading,
): AsyncGenerator<Row> {
  const usedFor = columnUses(form);
  const read = rowReader(form, limits);
  const names = new Set<string>();
  let empty = true;
  for await (const { fields, row, line } of readJsonLines(stream, limits)) {
    const at = { row, line };
    empty = false;
    const own = Object.keys(fields);
    checkNames(own, at, limits);
    for (const name of own) names.add(name);
    if (names.size > limits.columns) {
      throw new RowProblem({ rule: 'too_many_columns', ...at, limit: limits.columns });
    }
    const uses = own.map(usedFor);
    if (form !== undefined) checkUses(form, uses, at);
    const cells = uses.map((use, place) => ({ use, place: place + 1, value: fields[use.name] }));
    yield { row, ...read(cells, at) };
  }
  if (empty) throw new RowProblem({ rule: 'empty_file' });
}

/** Says how much is allowed where a limit was passed. */
function limited({ data }: RowProblem, limits: RowLimits): RowProblem {
  const limit = { record_too_long: limits.recordBytes, too_many_rows: limits.rows }[
    data.rule as string
  ];
  return new RowProblem(limit === undefined ? data : { ...data, limit });
}

export type RowPreview = {
  /** Names of the columns that fill variables, in the order of the sheet. */
  columns: string[];
  rows: TaskRow[];
  /** What is wrong in or before these rows. */
  problem: RowProblemData | null;
};

/** The first rows alone, for a look before the whole sheet is read. */
export async function previewRows(
  stream: AsyncIterable<Uint8Array>,
  n = 10,
  options: Partial<ReadRows> = {},
): Promise<RowPreview> {
  const rows: TaskRow[] = [];
  let problem: RowProblemData | null = null;
  try {
    for await (const row of readRows(stream, { format: 'csv', ...options })) {
      rows.push(row);
      if (rows.length >= n) break;
    }
  } catch (error) {
    if (!isRowProblem(error)) throw error;
    problem = error.data;
  }
  return { columns: [...new Set(rows.flatMap(({ input }) => Object.keys(input)))], rows, problem };
}

/** The format that the name of a file speaks for; null where it speaks for none. */
export function sheetFormat(name: string): SheetFormat | null {
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  return /\.(jsonl|ndjson|json)$/i.test(name) ? 'jsonl' : null;
}
