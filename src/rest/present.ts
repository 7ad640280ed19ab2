/** From the domain's values to JSON, and money back again. */
import { type Cursor, decodeCursor, encodeCursor } from '#domain/kernel/cursor.ts';
import { decimalAmount, parseAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';

export type MoneyJson = { amount: string; currency: string };

export function moneyJson(amountMinor: bigint, currency: string): MoneyJson {
  return { amount: decimalAmount(amountMinor, currency), currency };
}

export function moneyOrNull(amountMinor: bigint | null, currency: string): MoneyJson | null {
  return amountMinor === null ? null : moneyJson(amountMinor, currency);
}

/**
 * Minor units of what a request names. Refuses `amount_invalid`, and `currency_mismatch` when
 * everything there is in another currency.
 */
export function minorOf(money: MoneyJson, field: string, expected?: string): bigint {
  if (expected !== undefined && money.currency !== expected) {
    refuse('currency_mismatch', { expected, given: money.currency }, `${field}.currency`);
  }
  return parseAmount(money.amount, money.currency, `${field}.amount`);
}

export function time(at: Date): string {
  return at.toISOString();
}

export function timeOrNull(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

/** Cuts rows that were read with one more than `limit` to a page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, cursor }: { item: (row: Row) => Item; cursor: (row: Row) => string },
): { items: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(item), next_cursor: more ? cursor(last) : null };
}

/** A cursor by time and id, as `before` of the queries that page by them. */
export function timeCursor(text: string | undefined): Cursor | undefined {
  return text === undefined ? undefined : decodeCursor(text);
}

export function timeCursorOf(at: Date, id: string): string {
  return encodeCursor({ at, id });
}

const LARGEST = 2n ** 31n;

/** A cursor by a number within one account or one root. Refuses what we never gave out. */
export function numberCursor(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const match = /^n:(\d{1,10})$/.exec(Buffer.from(text, 'base64url').toString());
  const number = match?.[1] === undefined ? LARGEST : BigInt(match[1]);
  if (number >= LARGEST) return refuse('input_invalid', { rule: 'cursor' }, 'cursor');
  return Number(number);
}

export function numberCursorOf(number: number | bigint): string {
  return Buffer.from(`n:${number}`).toString('base64url');
}

/** The field of a refusal as a request names it: `budgetLow` → `budget_low`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
