import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForm } from '#domain/forms/parse-form.ts';
import { type AnswerKey, gradeTest, mostPoints, parseKey } from './answer-key.ts';

const FORM = parseForm({
  kind: 'form',
  fields: [
    { kind: 'choice', name: 'capital', label: 'Capital of Peru?', options: ['Lima', 'Cusco'] },
    { kind: 'choices', name: 'even', label: 'Even?', options: ['1', '2', '3', '4'] },
    { kind: 'scale', name: 'sure', label: 'How sure?', to: 5 },
  ],
});

const WRITTEN = {
  questions: [
    { field: 'capital', options: [{ values: ['Lima'], points: 2 }] },
    {
      field: 'even',
      options: [
        { values: ['2', '4'], points: 4 },
        { values: ['2'], points: 1 },
      ],
      otherwise: -1,
    },
    { field: 'sure', options: [{ values: ['5'], points: 1 }] },
  ],
};

function keyWith(mapping: AnswerKey['mapping']): AnswerKey {
  return parseKey({ ...WRITTEN, mapping }, FORM);
}

function problemOf(json: unknown, form = FORM): string | null {
  try {
    parseKey(json, form);
    return null;
  } catch (error) {
    const { field, data } = error as { field: string; data: { rule: string } };
    return `${field} ${data.rule}`;
  }
}

test('only the exact set scores; anything else gets the default', () => {
  const key = keyWith({ kind: 'sum' });
  const value = (answers: Record<string, unknown>) => gradeTest(key, answers).value;
  expect(value({ capital: 'Lima', even: ['4', '2'], sure: '5' })).toBe(7);
  expect(value({ capital: 'Lima', even: ['2'], sure: 5 })).toBe(4);
  expect(value({ capital: 'Cusco', even: ['2', '3', '4'] })).toBe(-1);
  expect(value({})).toBe(-1);
  expect(mostPoints(key)).toBe(7);
  const [first] = gradeTest(key, { capital: 'Lima' }).questions;
  expect(first).toEqual({ field: 'capital', points: 2, most: 2 });
});

test('the sum becomes the value as the mapping says', () => {
  const half = { capital: 'Lima', even: ['2'] };
  const value = (mapping: AnswerKey['mapping']) => gradeTest(keyWith(mapping), half).value;
  expect(value({ kind: 'percentage', most: 7 })).toBe(43);
  expect(value({ kind: 'scale', factor: 2.5 })).toBe(8);
  const ranges = [
    { from: 0, to: 3, value: 1 },
    { from: 4, to: 7, value: 2 },
  ];
  expect(value({ kind: 'ranges', ranges, otherwise: 0 })).toBe(1);
  expect(value({ kind: 'ranges', ranges: ranges.slice(1), otherwise: 9 })).toBe(9);
});

const [CAPITAL] = WRITTEN.questions;
const UPSIDE_DOWN = [{ from: 3, to: 1, value: 1 }];
const OVERLAP = [
  { from: 0, to: 3, value: 1 },
  { from: 3, to: 7, value: 2 },
];

test.each([
  ['no key', 'all', 'test.key not_right'],
  ['no question', { questions: [] }, 'test.key.questions not_right'],
  ['a field twice', { questions: [CAPITAL, CAPITAL] }, 'test.key.questions.1.field twice'],
  [
    'no such field',
    { questions: [{ ...CAPITAL, field: 'x' }] },
    'test.key.questions.0.field not_listed',
  ],
  [
    'no such option',
    { questions: [{ field: 'capital', options: [{ values: ['Rome'], points: 1 }] }] },
    'test.key.questions.0.options.0.values not_listed',
  ],
  [
    'a range upside down',
    { ...WRITTEN, mapping: { kind: 'ranges', ranges: UPSIDE_DOWN, otherwise: 0 } },
    'test.key.mapping.ranges.0.to upside_down',
  ],
  [
    'ranges that overlap',
    { ...WRITTEN, mapping: { kind: 'ranges', ranges: OVERLAP, otherwise: 0 } },
    'test.key.mapping.ranges.1 overlap',
  ],
])('refuses %s', (_name, json, problem) => {
  expect(problemOf(json)).toBe(problem);
});

test('a key grades no free text', () => {
  const form = parseForm({
    kind: 'form',
    fields: [
      { kind: 'choice', name: 'capital', label: 'Capital?', options: ['Lima', 'Cusco'] },
      { kind: 'text', name: 'why', label: 'Why?' },
    ],
  });
  expect(problemOf({ questions: [CAPITAL] }, form)).toBe('test.key only_choices');
});

test('whatever is answered, the value is a whole number that a grant can carry', () => {
  const mappings = fc.constantFrom<AnswerKey['mapping']>(
    { kind: 'sum' },
    { kind: 'percentage', most: 1 },
    { kind: 'scale', factor: 1e9 },
    { kind: 'scale', factor: -1e9 },
  );
  const answers = fc.dictionary(fc.constantFrom('capital', 'even', 'sure'), fc.jsonValue());
  fc.assert(
    fc.property(mappings, answers, (mapping, given) => {
      const { value } = gradeTest(keyWith(mapping), given);
      expect(Number.isInteger(value) && Math.abs(value) <= 2 ** 31).toBe(true);
    }),
    { examples: [[{ kind: 'sum' }, { capital: { toString: {} } }]] },
  );
});
