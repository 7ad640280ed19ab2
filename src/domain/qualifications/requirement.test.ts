import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#domain/kernel/ids.ts';
import { parseRequirements, REQUIREMENT_LIMITS } from './requirement.ts';
import { SYSTEM_IDS } from './system-types.ts';

const SPANISH = newId(3);

function one(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return { qualificationId: SPANISH, comparator: 'GreaterThan', values: [80], ...parts };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_none, place) => place);
}

function problemOf(json: unknown): unknown {
  try {
    parseRequirements(json);
  } catch (error) {
    const { field, data } = error as { field?: string; data: { rule?: string } };
    return `${field} ${data.rule}`;
  }
  return null;
}

test('what is right is kept, and guards acceptance unless it says more', () => {
  expect(parseRequirements([one()])).toEqual([{ ...one(), guards: 'accept' }]);
  const place = { qualificationId: SYSTEM_IDS.place, comparator: 'In', values: ['US-CA', 'DE'] };
  expect(parseRequirements([{ ...place, guards: 'discover' }])).toEqual([
    { ...place, guards: 'discover' },
  ]);
  const exists = { qualificationId: SYSTEM_IDS.vouched, comparator: 'Exists' };
  expect(parseRequirements([exists])).toEqual([{ ...exists, values: [], guards: 'accept' }]);
});

const AT = 'requirements.0';
const PLACE = { qualificationId: SYSTEM_IDS.place, comparator: 'In' };
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

test.each([
  ['no list', 'all', 'requirements not_a_list'],
  ['eleven', numbers(11).map(() => one()), 'requirements too_many'],
  ['no object', [7], `${AT} not_an_object`],
  ['no id', [one({ qualificationId: 'x' })], `${AT}.qualificationId not_listed`],
  ['no comparator', [one({ comparator: '>' })], `${AT}.comparator not_listed`],
  ['no guard', [one({ guards: 'read' })], `${AT}.guards not_listed`],
  ['no value', [one({ values: [] })], `${AT}.values required`],
  ['two bounds', [one({ values: [1, 2] })], `${AT}.values too_many`],
  ['a value with Exists', [one({ comparator: 'Exists' })], `${AT}.values too_many`],
  ['a fraction', [one({ values: [0.5] })], `${AT}.values not_whole`],
  ['more than an integer', [one({ values: [2 ** 31] })], `${AT}.values not_whole`],
  ['text for a number', [one({ values: ['80'] })], `${AT}.values not_whole`],
  ['sixteen numbers', [one({ comparator: 'In', values: numbers(16) })], `${AT}.values too_many`],
  ['one twice', [one({ comparator: 'In', values: [1, 1] })], `${AT}.values twice`],
  ['no country', [{ ...PLACE, values: ['XX'] }], `${AT}.values place`],
  ['31 places', [{ ...PLACE, values: places(31) }], `${AT}.values too_many`],
  ['places in order', [{ ...PLACE, comparator: 'LessThan' }], `${AT}.comparator not_listed`],
])('refuses %s', (_name, json, problem) => {
  expect(problemOf(json)).toBe(problem);
});

test('fifteen numbers and thirty places are the end', () => {
  const { numbers: most, places: mostPlaces } = REQUIREMENT_LIMITS;
  expect(problemOf([one({ comparator: 'NotIn', values: numbers(most) })])).toBe(null);
  expect(problemOf([{ ...PLACE, values: places(mostPlaces) }])).toBe(null);
});

test('no JSON at all makes it fail otherwise than by a refusal', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.jsonValue(), fc.record(loose())), { maxLength: 12 }),
      (json) => {
        try {
          expect(parseRequirements(parseRequirements(json))).toHaveLength(json.length);
        } catch (error) {
          expect(error).toMatchObject({ code: 'input_invalid' });
        }
      },
    ),
  );
});

function places(count: number): string[] {
  return LETTERS.concat(LETTERS.map((letter) => `A${letter}`))
    .slice(0, count)
    .map((part) => `US-${part}`);
}

function loose() {
  return {
    qualificationId: fc.constantFrom(SPANISH, ...Object.values(SYSTEM_IDS), 'x'),
    comparator: fc.constantFrom('In', 'Exists', 'LessThan', 'EqualTo', 3),
    values: fc.oneof(fc.array(fc.integer()), fc.array(fc.constantFrom('US', 'US-CA', 'zz'))),
    guards: fc.constantFrom('accept', 'discover', 'preview', null),
  };
}
