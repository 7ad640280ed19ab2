/** Keyset paging: a cursor names the last row shown by its time and id; it says nothing else. */
import { isId } from './ids.ts';
import { refuse } from './refusal.ts';

export type Cursor = { at: Date; id: string };

/** One page of a list, newest first. `next` is absent on the last page. */
export type Page<Row> = { rows: Row[]; next: string | null };

/** PostgreSQL has no year 0, and JavaScript writes years of more than four digits with a sign. */
const YEAR = /^(?!0000)\d{4}-/;

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.at.toISOString()} ${cursor.id}`).toString('base64url');
}

/** The row a cursor names. Refuses `input_invalid` (field cursor) for what we never gave out. */
export function decodeCursor(text: string): Cursor {
  const [time = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  const at = new Date(time);
  const given = !Number.isNaN(at.getTime()) && at.toISOString() === time && YEAR.test(time);
  if (!given || !isId(id)) {
    return refuse('input_invalid', { rule: 'cursor' }, 'cursor');
  }
  return { at, id };
}

/** Cuts what was read with `limit + 1` rows to a page. */
export function toPage<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => Cursor): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: shown, next: more ? encodeCursor(cursorOf(last)) : null };
}
