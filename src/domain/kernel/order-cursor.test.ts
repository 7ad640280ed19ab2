import { expect, it } from 'vitest';
import { newId } from './ids.ts';
import { type CursorType, decodeOrderCursor, encodeOrderCursor } from './order-cursor.ts';

const id = newId(0);
const opens = (value: string, type?: CursorType): boolean => {
  try {
    const cursor = encodeOrderCursor({ order: 'best', value, id });
    return decodeOrderCursor(cursor, ['best'], type).value === value;
  } catch {
    return false;
  }
};

it('gives back what PostgreSQL takes for the type, and refuses the rest', () => {
  const time = '2026-11-27 01:02:03.123456+00';
  expect([opens('1.5'), opens(time), opens('x')]).toEqual([true, true, false]);
  expect([opens(time, 'timestamptz'), opens('5', 'timestamptz')]).toEqual([true, false]);
  expect([opens('-2147483648', 'integer'), opens('2147483648', 'integer')]).toEqual([true, false]);
  expect([opens('9223372036854775807', 'bigint'), opens('9223372036854775808', 'bigint')]).toEqual([
    true,
    false,
  ]);
  expect([opens('1.5', 'bigint'), opens(time, 'bigint'), opens('1e3', 'integer')]).toEqual([
    false,
    false,
    false,
  ]);
});
