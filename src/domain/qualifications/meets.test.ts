import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#domain/kernel/ids.ts';
import { type Held, mayDo, meets, whatIsMissing } from './meets.ts';
import { type Comparator, GUARDS, type Requirement } from './requirement.ts';
import { approvalRate, isVouched, SYSTEM_IDS } from './system-types.ts';

const SPANISH = newId(3);
const NOBODY: Held = { values: {}, country: null, subdivision: null };

function holding(value: number): Held {
  return { ...NOBODY, values: { [SPANISH]: value } };
}

function living(country: string | null, subdivision: string | null = null): Held {
  return { values: {}, country, subdivision };
}

function needs(comparator: Comparator, ...values: number[]): Requirement {
  return { qualificationId: SPANISH, comparator, values, guards: 'accept' };
}

function from(comparator: Comparator, ...values: string[]): Requirement {
  return { qualificationId: SYSTEM_IDS.place, comparator, values, guards: 'accept' };
}

describe('numbers', () => {
  test.each<[Comparator, number[], boolean[]]>([
    ['LessThan', [80], [true, false, false]],
    ['LessThanOrEqualTo', [80], [true, true, false]],
    ['GreaterThan', [80], [false, false, true]],
    ['GreaterThanOrEqualTo', [80], [false, true, true]],
    ['EqualTo', [80], [false, true, false]],
    ['NotEqualTo', [80], [true, false, true]],
    ['In', [79, 80], [true, true, false]],
    ['NotIn', [79, 80], [false, false, true]],
    ['Exists', [], [true, true, true]],
    ['DoesNotExist', [], [false, false, false]],
  ])('%s of 79, 80 and 81', (comparator, values, expected) => {
    const requirement = needs(comparator, ...values);
    expect([79, 80, 81].map((value) => meets(requirement, holding(value)))).toEqual(expected);
    expect(meets(requirement, NOBODY)).toBe(comparator === 'DoesNotExist');
  });

  test('what is held meets a comparator or its opposite, never both; nothing meets neither', () => {
    const pairs: [Comparator, Comparator][] = [
      ['LessThan', 'GreaterThanOrEqualTo'],
      ['GreaterThan', 'LessThanOrEqualTo'],
      ['EqualTo', 'NotEqualTo'],
      ['In', 'NotIn'],
      ['Exists', 'DoesNotExist'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.integer(), fc.integer(), ([a, b], bound, value) => {
        const answers = [a, b].map((one) => meets(needs(one, bound), holding(value)));
        expect(answers.filter(Boolean)).toHaveLength(1);
        const none = [a, b].map((one) => meets(needs(one, bound), NOBODY));
        expect(none.filter(Boolean)).toHaveLength(b === 'DoesNotExist' ? 1 : 0);
      }),
    );
  });
});

describe('places', () => {
  test('a country holds its parts; a part only itself', () => {
    expect(meets(from('EqualTo', 'US'), living('US', 'CA'))).toBe(true);
    expect(meets(from('EqualTo', 'US-CA'), living('US', 'CA'))).toBe(true);
    expect(meets(from('EqualTo', 'US-NY'), living('US', 'CA'))).toBe(false);
    expect(meets(from('In', 'DE', 'US-NY'), living('DE'))).toBe(true);
    expect(meets(from('NotIn', 'DE', 'US'), living('US', 'CA'))).toBe(false);
    expect(meets(from('NotEqualTo', 'US-CA'), living('DE'))).toBe(true);
  });

  test('where it is not known, nobody is let in by guessing', () => {
    expect(meets(from('EqualTo', 'US-CA'), living('US'))).toBe(false);
    expect(meets(from('NotEqualTo', 'US-CA'), living('US'))).toBe(false);
    expect(meets(from('NotIn', 'US'), living(null))).toBe(false);
    expect(meets(from('Exists'), living(null))).toBe(false);
  });
});

test('an act needs every requirement that guards it, and no other', () => {
  const each = (guard: Requirement['guards']) => [{ ...needs('Exists'), guards: guard }];
  const allowed = GUARDS.map((guard) =>
    (['discover', 'preview', 'accept'] as const).map((act) => mayDo(act, each(guard), NOBODY)),
  );
  expect(allowed).toEqual([
    [true, true, false],
    [true, false, false],
    [false, false, false],
  ]);
});

test('who may accept may preview, who may preview may discover, and nothing is missing', () => {
  const requirement = fc.record({
    qualificationId: fc.constantFrom(SPANISH, SYSTEM_IDS.approvalRate),
    comparator: fc.constantFrom<Comparator>('LessThan', 'GreaterThan', 'Exists', 'DoesNotExist'),
    values: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 1 }),
    guards: fc.constantFrom(...GUARDS),
  });
  const value = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.array(requirement, { maxLength: 10 }), value, value, (all, one, other) => {
      const values = { [SPANISH]: one, [SYSTEM_IDS.approvalRate]: other };
      const held = { ...NOBODY, values };
      const may = (act: 'accept' | 'preview' | 'discover') => mayDo(act, all, held);
      if (may('accept')) expect(may('preview')).toBe(true);
      if (may('preview')) expect(may('discover')).toBe(true);
      expect(whatIsMissing(all, held).length === 0).toBe(may('accept'));
    }),
  );
});

test('what is missing says what the worker has instead', () => {
  const wanted = [needs('GreaterThanOrEqualTo', 95), from('In', 'DE'), needs('Exists')];
  const held = { ...living('US', 'CA'), values: { [SPANISH]: 92 } };
  expect(whatIsMissing(wanted, held)).toEqual([
    { requirement: wanted[0], have: 92 },
    { requirement: wanted[1], have: 'US-CA' },
  ]);
  expect(whatIsMissing(wanted, NOBODY).map(({ have }) => have)).toEqual([null, null, null]);
});

test('the approval rate begins to count at a hundred answers, and is never rounded up', () => {
  const counts = { batches: 20, submitted: 99n, approved: 1n, rejected: 98n };
  expect(approvalRate(counts)).toBe(100);
  expect(approvalRate({ ...counts, submitted: 100n })).toBe(1);
  expect(approvalRate({ ...counts, submitted: 100n, approved: 0n, rejected: 0n })).toBe(100);
  const good = { batches: 10, submitted: 1_010n, approved: 1_000n, rejected: 1n };
  expect(approvalRate(good)).toBe(99);
  expect(isVouched(good)).toBe(true);
  expect(isVouched({ ...good, batches: 9 })).toBe(false);
  expect(isVouched({ ...good, rejected: 11n })).toBe(false);
});
