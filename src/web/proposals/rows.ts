/** The milestone rows of a form, by the names of their fields: `milestones.0.title`. */
import { PROPOSAL_LIMITS } from '#domain/projects/proposal-terms.ts';

const ROW = /^milestones\.(\d{1,3})\.(\w+)$/;
const LEAST_ROWS = 3;

/** Moves filled milestone rows up over empty ones, so that their numbers are those of the messages. */
export function closeRows(form: FormData): FormData {
  const numbers = new Map<string, number>();
  for (const [name, value] of form) {
    const row = ROW.exec(name)?.[1];
    if (row === undefined || typeof value !== 'string' || value.trim() === '') continue;
    if (!numbers.has(row)) numbers.set(row, numbers.size);
  }
  const closed = new FormData();
  for (const [name, value] of form) {
    const [, row, field] = ROW.exec(name) ?? [];
    const number = row === undefined ? undefined : numbers.get(row);
    if (row === undefined) closed.append(name, value);
    else if (number !== undefined) closed.append(`milestones.${number}.${field}`, value);
  }
  return closed;
}

/** How many milestone rows to draw for these field names: the filled ones and one more. */
export function rowsFor(names: Iterable<string>, more = 0): number {
  let filled = 0;
  for (const name of names) filled = Math.max(filled, Number(ROW.exec(name)?.[1] ?? -1) + 1);
  return Math.min(PROPOSAL_LIMITS.milestones, Math.max(LEAST_ROWS, filled + more));
}
