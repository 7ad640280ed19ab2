import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { newId } from './ids.ts';

const id = newId(0);

it('gives back what it was made of', () => {
  const cursor = { at: new Date('2026-11-27T01:02:03.456Z'), id };
  expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
});

it.each(['+275760-09-13T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '5', 'x', ''])(
  'refuses %s for a time, which PostgreSQL may not take',
  (time) => {
    const forged = Buffer.from(`${time} ${id}`).toString('base64url');
    expect(() => decodeCursor(forged)).toThrow('input_invalid');
  },
);
