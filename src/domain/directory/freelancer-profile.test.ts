import { expect, test } from 'vitest';
import { completeness, type ProfileFacts } from './completeness.ts';
import {
  changedParts,
  type FreelancerProfile,
  freelancerProblems,
  NEW_PROFILE,
  settleFreelancer,
  tidyFreelancer,
} from './freelancer-profile.ts';
import { isLanguage, LANGUAGES, languageName } from './language.ts';
import { type PortfolioTexts, portfolioProblems, tidyPortfolio } from './portfolio.ts';

const now = new Date('2026-11-22T12:00:00Z');

function problems(parts: Partial<FreelancerProfile>) {
  const profile = settleFreelancer({ ...NEW_PROFILE, ...parts });
  return freelancerProblems(profile, now).map(({ code, field, data }) => [
    field,
    data.rule ?? code,
  ]);
}

test.each<[Partial<FreelancerProfile>, string, string]>([
  [{ headline: 'x'.repeat(121) }, 'headline', 'too_long'],
  [{ about: 'x'.repeat(5_001) }, 'about', 'too_long'],
  [{ categories: ['a', 'b', 'c', 'd'] }, 'categories', 'too_many'],
  [{ skills: Array.from({ length: 21 }, (_, n) => `s${n}`) }, 'skills', 'too_many'],
  [{ rateHighMinor: 5n }, 'rateLow', 'required'],
  [{ rateLowMinor: 0n }, 'rateLow', 'no_sum'],
  [{ rateLowMinor: 10_000_001n }, 'rateLow', 'rate_too_high'],
  [{ rateLowMinor: 5n, rateHighMinor: 4n }, 'rateHigh', 'below_low'],
  [{ rateLowMinor: 5n, rateHighMinor: 10_000_001n }, 'rateHigh', 'rate_too_high'],
  [{ availability: 'asleep' as 'away' }, 'availability', 'not_listed'],
  [{ availability: 'away', awayUntil: '2026-02-30' }, 'awayUntil', 'date'],
  [{ availability: 'away', awayUntil: '2026-11-21' }, 'awayUntil', 'date_in_past'],
  [{ hoursAWeek: 0 }, 'hoursAWeek', 'out_of_range'],
  [{ hoursAWeek: 169 }, 'hoursAWeek', 'out_of_range'],
  [{ hoursAWeek: 7.5 }, 'hoursAWeek', 'out_of_range'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'not_listed'],
  [{ languages: [{ code: 'xx', level: 'native' }] }, 'languages', 'not_listed'],
  [{ languages: [{ code: 'ro', level: 'some' as 'basic' }] }, 'languages', 'not_listed'],
])('%o is refused at %s: %s', (parts, field, rule) => {
  expect(problems(parts)).toEqual([[field, rule]]);
});

test('an empty profile breaks no rule, nor does a full one', () => {
  expect(problems({})).toEqual([]);
  const away = { availability: 'away', awayUntil: '2026-11-22' } as const;
  expect(problems({ rateLowMinor: 1n, rateHighMinor: 10_000_000n, ...away })).toEqual([]);
});

test('one rate is a range of one, and only who is away comes back', () => {
  const settled = settleFreelancer({ ...NEW_PROFILE, rateLowMinor: 9n, awayUntil: '2026-12-01' });
  expect(settled).toMatchObject({ rateHighMinor: 9n, awayUntil: null });
});

test('what was typed twice stands once; what is the same is no change', () => {
  const tidy = tidyFreelancer({
    headline: ' Street \n views ',
    categories: ['a', 'b', 'a'],
    languages: [
      { code: 'ro', level: 'basic' },
      { code: 'ro', level: 'native' },
    ],
  });
  expect(tidy).toEqual({
    headline: 'Street views',
    categories: ['a', 'b'],
    languages: [{ code: 'ro', level: 'native' }],
  });
  const after = { ...NEW_PROFILE, ...tidy };
  expect(changedParts(after, { ...after, languages: [{ code: 'ro', level: 'native' }] })).toEqual(
    [],
  );
  expect(changedParts(NEW_PROFILE, after)).toEqual(['headline', 'languages', 'categories']);
});

test('languages are named, each once', () => {
  expect(languageName('ro')).toBe('Romanian');
  expect(isLanguage('mo')).toBe(false);
  expect(new Set(LANGUAGES.map(({ name }) => name)).size).toBe(LANGUAGES.length);
});

const nothing: ProfileFacts = {
  headline: '',
  about: '',
  categories: [],
  skills: [],
  languages: [],
  rateLowMinor: null,
  hoursAWeek: null,
  country: null,
  portfolio: 0,
};

const everything: ProfileFacts = {
  headline: 'Street views',
  about: 'x'.repeat(80),
  categories: ['a'],
  skills: ['a', 'b', 'c', 'd', 'e'],
  languages: ['ro'],
  rateLowMinor: 1n,
  hoursAWeek: 20,
  country: 'RO',
  portfolio: 1,
};

test('points run from 0 to 100, and each part told adds its own', () => {
  expect(completeness(nothing)).toMatchObject({ points: 0, next: 'headline' });
  expect(completeness(everything)).toMatchObject({ points: 100, next: null, missing: [] });
  expect(completeness(nothing).parts.reduce((sum, { of }) => sum + of, 0)).toBe(100);
  let before = 0;
  let facts = nothing;
  for (const part of Object.keys(everything) as (keyof ProfileFacts)[]) {
    facts = { ...facts, [part]: everything[part] };
    const { points } = completeness(facts);
    expect(points).toBeGreaterThan(before);
    before = points;
  }
});

test('what the directory needs comes before what only helps', () => {
  const { missing, next } = completeness({ ...nothing, headline: 'x', about: 'x'.repeat(79) });
  expect(missing).toEqual(['about', 'categories', 'skills', 'rate', 'country']);
  expect(next).toBe('about');
  expect(completeness({ ...everything, portfolio: 0, hoursAWeek: null })).toMatchObject({
    missing: [],
    next: 'portfolio',
    points: 80,
  });
});

test.each<[Partial<PortfolioTexts>, boolean, string | undefined]>([
  [{}, false, undefined],
  [{ title: ' ' }, false, 'title'],
  [{ title: 'x'.repeat(121) }, false, 'title'],
  [{ alt: '' }, true, 'alt'],
  [{ alt: 'A harbour' }, true, undefined],
  [{ link: 'https://example.org/harbour?x=1' }, false, undefined],
  [{ link: 'javascript:alert(1)' }, false, 'link'],
  [{ link: 'https://ana:secret@example.org' }, false, 'link'],
  [{ link: 'harbour' }, false, 'link'],
])('an item with %o', (parts, picture, field) => {
  const texts = { title: 'Harbour', about: '', alt: '', link: '', category: null, ...parts };
  expect(portfolioProblems(tidyPortfolio(texts), picture)[0]?.field).toBe(field);
});
