/** The cells of one row → the input, the known answer and the number of answers of one task. */
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import { addressCheck } from '#domain/forms/fill-form.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { RowProblem } from '#domain/sheets/row-problem.ts';
import { TASK_LIMITS } from './batch-terms.ts';
import { goldAnswer } from './gold-answer.ts';
import type { Use } from './row-columns.ts';

export type Cell = { use: Use; place: number; value: unknown };
type At = { row: number; line: number };
export type RowContent = { input: { [name: string]: string }; key?: AnswerFields; wanted?: number };

export function rowReader(
  form: TaskForm | undefined,
  { inputChars }: { inputChars: number },
): (cells: readonly Cell[], at: At) => RowContent {
  const broken = form === undefined ? () => [] : addressCheck(form);
  return (cells, at) => {
    const input: [string, string][] = [];
    const gold: Cell[] = [];
    let wanted: number | null = null;
    for (const cell of cells) {
      const { use, value } = cell;
      if (use.kind === 'input') input.push([use.name, textOf(cell, at)]);
      else if (use.kind === 'wanted') wanted = wantedIn(cell, at);
      else if (isGiven(value)) gold.push(cell);
    }
    const content: RowContent = { input: Object.fromEntries(input) };
    const [astray] = broken(content.input);
    if (astray !== undefined) {
      const place = cells.find(({ use }) => use.kind === 'input' && use.name === astray)?.place;
      const where = { column: astray, ...(place === undefined ? {} : { place }) };
      throw new RowProblem({ rule: 'address', ...at, ...where });
    }
    if (gold.length > 0) content.key = keyOf(form, gold, at);
    if (wanted !== null) content.wanted = wanted;
    holdToLimit(content, cells, { ...at, limit: inputChars });
    return content;
  };
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

function textOf({ use, place, value }: Cell, at: At): string {
  const where = { ...at, column: use.name, place };
  const text = value === null || value === undefined ? '' : value;
  if (typeof text === 'number' || typeof text === 'boolean') return String(text);
  if (typeof text !== 'string') throw new RowProblem({ rule: 'text_only', ...where });
  if (text.includes('\u0000')) throw new RowProblem({ rule: 'nul', ...where });
  if (!text.isWellFormed()) throw new RowProblem({ rule: 'broken_text', ...where });
  return text;
}

function wantedIn(cell: Cell, at: At): number | null {
  const { use, place } = cell;
  const text = textOf(cell, at).trim();
  if (text === '') return null;
  const wanted = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  const limit = TASK_LIMITS.wantedEach;
  if (wanted >= 1 && wanted <= limit) return wanted;
  throw new RowProblem({ rule: 'wanted', ...at, column: use.name, place, limit });
}

function keyOf(form: TaskForm | undefined, gold: readonly Cell[], at: At): AnswerFields {
  const given = gold.map(
    ({ use, value }) => [use.kind === 'gold' ? use.field : '', value] as const,
  );
  const answer = goldAnswer(form, Object.fromEntries(given));
  if ('key' in answer) return answer.key;
  const cell = gold.find(({ use }) => use.kind === 'gold' && use.field === answer.field) ?? gold[0];
  throw new RowProblem({
    ...{ rule: 'gold_answer', ...at, found: answer.rule.replaceAll('_', ' ') },
    ...(cell === undefined ? {} : { column: cell.use.name, place: cell.place }),
    ...(answer.limit === undefined ? {} : { limit: answer.limit }),
  });
}

/** As long as the database's row of the task may be; the longest cell is to blame. */
function holdToLimit(
  { input, key }: RowContent,
  cells: readonly Cell[],
  { limit, ...at }: At & { limit: number },
): void {
  const lengths = cells.map(({ value }) => (typeof value === 'string' ? value.length : 0));
  const written = cells.reduce((sum, { use }) => sum + use.name.length + 6, 0);
  const plain = lengths.reduce((sum, length) => sum + length, written);
  // An escape takes at most six characters: a short row needs no closer look.
  if (plain * 6 <= limit && key === undefined) return;
  const chars = JSON.stringify(input).length + JSON.stringify(key ?? null).length;
  if (chars <= limit) return;
  const place = lengths.indexOf(Math.max(...lengths));
  const column = cells[place]?.use.name ?? '';
  throw new RowProblem({ rule: 'row_too_long', ...at, column, place: place + 1, limit });
}
