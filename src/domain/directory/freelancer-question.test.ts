import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AVAILABILITIES } from './freelancer-profile.ts';
import { FREELANCER_SORTS, parseQuestion, printQuestion } from './freelancer-question.ts';
import {
  KINDS,
  kindOf,
  partsOfKind,
  rankOf,
  rateBandOf,
  SCORE_EDGES,
  scoreBandOf,
} from './listing.ts';

const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const words = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim())
  .filter((text) => text !== '');

const question = fc.record(
  {
    text: words,
    category: slug,
    skills: fc.uniqueArray(slug, { minLength: 1, maxLength: 10 }),
    place: fc.constantFrom('ES', 'US', 'europe', 'south-america'),
    rateFromMinor: fc.bigInt({ min: 0n, max: 99_999n }),
    rateToMinor: fc.bigInt({ min: 100_000n, max: 10n ** 9n }),
    score: fc.constantFrom(...SCORE_EDGES),
    availability: fc.constantFrom(...AVAILABILITIES),
    language: fc.constantFrom('en', 'ro', 'ja'),
    sort: fc.constantFrom(...FREELANCER_SORTS),
  },
  { requiredKeys: ['sort'] },
);

test('an address that was printed asks the same', () => {
  fc.assert(
    fc.property(question, fc.constantFrom('USD', 'JPY', 'KWD'), (asked, currency) => {
      const printed = printQuestion(asked, currency);
      expect(parseQuestion(new URLSearchParams(printed.toString()), currency)).toEqual(asked);
    }),
  );
});

test.each([
  ['category=A%20b', 'category'],
  ['skills=a,B', 'skills'],
  ['skills=a,b,c,d,e,f,g,h,i,j,k', 'skills'],
  ['place=XX', 'place'],
  ['place=nowhere', 'place'],
  ['rate_from=1e3', 'rate_from'],
  ['rate_to=5.001', 'rate_to'],
  ['rate_from=50&rate_to=49.99', 'rate_to'],
  ['score=4.2', 'score'],
  ['score=four', 'score'],
  ['available=now', 'available'],
  ['language=xx', 'language'],
  ['sort=worst', 'sort'],
  [`q=${'x'.repeat(201)}`, 'q'],
])('%s is refused', (query, field) => {
  expect(() => parseQuestion(new URLSearchParams(query), 'USD')).toThrow(
    expect.objectContaining({ code: 'input_invalid', field }),
  );
});

test('what is empty asks nothing', () => {
  const empty = new URLSearchParams('q=+&category=&skills=,&place=&score=&sort=');
  expect(parseQuestion(empty, 'USD')).toEqual({ sort: 'best' });
});

test('a kind is its three parts', () => {
  for (let kind = 0; kind < KINDS; kind += 1) expect(kindOf(partsOfKind(kind))).toBe(kind);
});

test('an edge belongs to the band above', () => {
  expect([0n, 999n, 1_000n, 14_999n, 15_000n].map((rate) => rateBandOf(rate, 'USD'))).toEqual([
    0, 0, 1, 7, 8,
  ]);
  expect([null, 1, 2.99, 3, 3.5, 4.4999, 4.5, 5].map(scoreBandOf)).toEqual([
    0, 1, 1, 2, 3, 4, 5, 5,
  ]);
});

test('a rank lies between 0 and 1 and grows with each of its parts', () => {
  const some = { qualityLow: 4, contracts: 10, availability: 'limited' } as const;
  expect(rankOf({ qualityLow: 5, contracts: 1e6, availability: 'open' })).toBeCloseTo(1, 12);
  expect(rankOf({ qualityLow: 1, contracts: 0, availability: 'away' })).toBe(0);
  expect(rankOf({ ...some, qualityLow: 4.1 })).toBeGreaterThan(rankOf(some));
  expect(rankOf({ ...some, contracts: 11 })).toBeGreaterThan(rankOf(some));
  expect(rankOf({ ...some, availability: 'open' })).toBeGreaterThan(rankOf(some));
});
