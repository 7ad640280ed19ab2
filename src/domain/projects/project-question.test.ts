import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  POSTED_DAYS,
  PROJECT_SORTS,
  parseProjectQuestion,
  printProjectQuestion,
} from './project-question.ts';

const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);

const question = fc.record(
  {
    text: fc.constantFrom('lighthouse', 'ﬁne “quotes”', '翻訳', 'a, b & c'),
    category: slug,
    skills: fc.uniqueArray(slug, { minLength: 1, maxLength: 10 }),
    place: fc.constantFrom('ES', 'europe'),
    pricing: fc.constantFrom('fixed' as const, 'hourly' as const),
    budgetFromMinor: fc.bigInt({ min: 0n, max: 99_999n }),
    budgetToMinor: fc.bigInt({ min: 100_000n, max: 10n ** 9n }),
    days: fc.constantFrom(...POSTED_DAYS),
    sort: fc.constantFrom(...PROJECT_SORTS),
  },
  { requiredKeys: ['sort'] },
);

test('an address that was printed asks the same', () => {
  fc.assert(
    fc.property(question, fc.constantFrom('USD', 'JPY'), (asked, currency) => {
      const printed = printProjectQuestion(asked, currency);
      expect(parseProjectQuestion(new URLSearchParams(printed.toString()), currency)).toEqual(
        asked,
      );
    }),
  );
});

test.each(['pricing=free', 'days=2', 'place=XX', 'sort=worst', 'budget_from=x', 'skills=A'])(
  '%s is refused',
  (query) => {
    expect(() => parseProjectQuestion(new URLSearchParams(query), 'USD')).toThrow(
      expect.objectContaining({ code: 'input_invalid', field: query.split('=')[0] }),
    );
  },
);
