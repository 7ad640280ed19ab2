import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertHome, drawHome, HOMES, homeOf, isId, namedId, newId, shortName } from './ids.ts';

const home = fc.integer({ min: 0, max: HOMES - 1 });

test('an id carries its home, its time and its version', () => {
  fc.assert(
    fc.property(
      home,
      fc.date({ min: new Date(0), max: new Date(2 ** 47), noInvalidDate: true }),
      (at, now) => {
        const id = newId(at, now);
        expect(isId(id)).toBe(true);
        expect(homeOf(id)).toBe(at);
        expect(id[14]).toBe('7');
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now.getTime());
      },
    ),
  );
});

test('a named id is the same whenever it is asked for, and has its home', () => {
  fc.assert(
    fc.property(home, fc.string(), fc.string(), (at, one, two) => {
      expect(namedId(at, one, two)).toBe(namedId(at, one, two));
      expect(homeOf(namedId(at, one, two))).toBe(at);
      expect(isId(namedId(at, one, two))).toBe(true);
    }),
  );
  expect(namedId(1, 'ab', 'c')).not.toBe(namedId(1, 'a', 'bc'));
});

test('the same seed draws the same home, others spread over all', () => {
  expect(drawHome('key')).toBe(drawHome('key'));
  const drawn = new Set(Array.from({ length: 20_000 }, (_, n) => drawHome(`seed ${n}`)));
  expect(drawn.size).toBeGreaterThan(HOMES * 0.99);
});

test('an act of another home is a mistake of whoever began it', () => {
  expect(() => assertHome(3, newId(3))).not.toThrow();
  expect(() => assertHome(3, newId(4))).toThrow('of another home');
});

test('ids do not repeat', () => {
  const now = new Date();
  expect(new Set(Array.from({ length: 10_000 }, () => newId(7, now))).size).toBe(10_000);
  expect(shortName(newId(7, now))).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
});

test.each(['', 'x', '00000000-0000-0000-0000-000000000000', "' or 1=1", '018F'.repeat(9)])(
  '%s is no id',
  (text) => expect(isId(text)).toBe(false),
);
