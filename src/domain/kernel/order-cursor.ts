/**
 * Keyset paging in any order: a cursor names the last row shown by what it is sorted by and its id,
 * and says in which order it was, so that it leads nowhere else.
 */
import { isId } from './ids.ts';
import { refuse } from './refusal.ts';

export type OrderCursor = {
  order: string;
  /** As PostgreSQL writes it, so that nothing is lost on the way. */
  value: string;
  id: string;
};

const NUMBER = /^-?\d{1,30}(\.\d{1,30})?(e[+-]\d{1,3})?$/;
const ZERO = /^-?0+(\.0+)?(e|$)/;
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;

export function encodeOrderCursor({ order, value, id }: OrderCursor): string {
  return Buffer.from([order, value, id].join('|')).toString('base64url');
}

/** What PostgreSQL makes of the value: it takes no other text for one. */
export type CursorType = 'integer' | 'bigint' | 'real' | 'float8' | 'timestamptz';

/**
 * The row a cursor names, where its order is one of these, each with the type it is sorted by.
 * Refuses `input_invalid` (field cursor) for another order or a forged one.
 */
export function decodeOrderCursor(
  text: string,
  orders: Readonly<Record<string, CursorType>>,
): OrderCursor {
  const [order = '', value = '', id = ''] = Buffer.from(text, 'base64url').toString().split('|');
  const type = Object.hasOwn(orders, order) ? orders[order] : undefined;
  if (type === undefined || !isOf(type, value) || !isId(id)) {
    return refuse('input_invalid', { rule: 'cursor' }, 'cursor');
  }
  return { order, value, id };
}

function isOf(type: CursorType, value: string): boolean {
  switch (type) {
    case 'timestamptz':
      return isTime(value);
    case 'real':
      return isFloat(value, Math.fround);
    case 'float8':
      return isFloat(value, Number);
    case 'integer':
      return isInteger(value, 32);
    case 'bigint':
      return isInteger(value, 64);
  }
}

/** A day that is in the calendar: JavaScript would take the 30th of February for the 2nd of March. */
function isTime(value: string): boolean {
  if (!TIME.test(value) || value.startsWith('0000')) return false;
  const second = value.slice(0, 19).replace(' ', 'T');
  const at = new Date(`${second}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(second);
}

/** What is too large or too small for the type is an error to PostgreSQL. */
function isFloat(value: string, round: (value: number) => number): boolean {
  if (!NUMBER.test(value)) return false;
  const rounded = round(Number(value));
  return Number.isFinite(rounded) && (rounded !== 0 || ZERO.test(value));
}

function isInteger(value: string, bits: number): boolean {
  return /^-?\d{1,19}$/.test(value) && BigInt.asIntN(bits, BigInt(value)) === BigInt(value);
}
