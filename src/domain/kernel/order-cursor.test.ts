import { expect, it } from 'vitest';
import { newId } from './ids.ts';
import { type CursorType, decodeOrderCursor, encodeOrderCursor } from './order-cursor.ts';

const id = newId(0);
const opens = (value: string, type: CursorType): boolean => {
  try {
    const cursor = encodeOrderCursor({ order: 'best', value, id });
    return decodeOrderCursor(cursor, { best: type }).value === value;
  } catch {
    return false;
  }
};

it('gives back what PostgreSQL takes for the type, and refuses the rest', () => {
  const time = '2026-11-27 01:02:03.123456+00';
  expect([opens('1.5', 'real'), opens('x', 'real'), opens(time, 'real')]).toEqual([
    true,
    false,
    false,
  ]);
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

it('refuses days that are in no calendar', () => {
  for (const day of ['2026-02-30', '2026-13-01', '0000-01-01']) {
    expect(opens(`${day} 00:00:00+00`, 'timestamptz')).toBe(false);
  }
  expect(opens('2024-02-29 23:59:59+00', 'timestamptz')).toBe(true);
});

it('refuses numbers that are beyond the type', () => {
  expect([opens('1e+39', 'real'), opens('1e-50', 'real'), opens('0', 'real')]).toEqual([
    false,
    false,
    true,
  ]);
  expect([opens('1e+39', 'float8'), opens('1e+400', 'float8'), opens('1e-400', 'float8')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('knows no order by what every object has', () => {
  const cursor = encodeOrderCursor({ order: 'constructor', value: '1', id });
  expect(() => decodeOrderCursor(cursor, { best: 'integer' })).toThrow('input_invalid');
});
