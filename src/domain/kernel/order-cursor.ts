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
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;

export function encodeOrderCursor({ order, value, id }: OrderCursor): string {
  return Buffer.from([order, value, id].join('|')).toString('base64url');
}

/** What PostgreSQL makes of the value, where it is cast to less than any number or time. */
export type CursorType = 'integer' | 'bigint' | 'timestamptz';

/** The row a cursor names. Refuses `input_invalid` (field cursor) for another order or a forged one. */
export function decodeOrderCursor(
  text: string,
  orders: readonly string[],
  type?: CursorType,
): OrderCursor {
  const [order = '', value = '', id = ''] = Buffer.from(text, 'base64url').toString().split('|');
  const known = type === undefined ? isTime(value) || NUMBER.test(value) : isOf(type, value);
  if (!orders.includes(order) || !known || !isId(id)) {
    return refuse('input_invalid', { rule: 'cursor' }, 'cursor');
  }
  return { order, value, id };
}

function isTime(value: string): boolean {
  return TIME.test(value) && !Number.isNaN(Date.parse(value));
}

function isOf(type: CursorType, value: string): boolean {
  if (type === 'timestamptz') return isTime(value);
  const bits = type === 'integer' ? 32 : 64;
  return /^-?\d{1,19}$/.test(value) && BigInt.asIntN(bits, BigInt(value)) === BigInt(value);
}
