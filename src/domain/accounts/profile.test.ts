import { expect, test } from 'vitest';
import { COUNTRIES, countryName, isCountry } from './country.ts';
import { profileProblems, rightName, rightProfile, tidyProfile } from './profile.ts';

test.each([
  [{ name: '' }, 'name', 'required'],
  [{ name: 'x'.repeat(121) }, 'name', 'too_long'],
  [{ country: 'ZZ' }, 'country', 'not_listed'],
  [{ country: 'ro' }, 'country', 'not_listed'],
  [{ headline: 'x'.repeat(121) }, 'headline', 'too_long'],
  [{ about: 'x'.repeat(5_001) }, 'about', 'too_long'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'not_listed'],
  [{ theme: 'pink' as 'dark' }, 'theme', 'not_listed'],
] as const)('%o is refused', (changes, field, rule) => {
  const [problem] = profileProblems(changes);
  expect(problem).toMatchObject({
    code: 'input_invalid',
    field,
    data: expect.objectContaining({ rule }),
  });
  expect(() => rightProfile(changes)).toThrow('input_invalid');
});

test('a whole profile is right', () => {
  const profile = {
    name: 'Ioana Petrescu',
    country: 'RO',
    headline: 'Architectural illustrator',
    about: 'Since 2011.',
    timeZone: 'Europe/Bucharest',
    theme: 'dark',
    mailNotices: false,
  } as const;
  expect(rightProfile(profile)).toEqual(profile);
  expect(profileProblems({ country: null, timeZone: 'UTC' })).toEqual([]);
});

test('names keep one line and no control characters', () => {
  expect(rightName('  Ioana \n Petrescu\u0000 ')).toBe('Ioana Petrescu');
  expect(tidyProfile({ about: ' a\r\nb ' })).toEqual({ about: 'a\nb' });
  expect(rightName('Ioana\u202e moc.live \u2066')).toBe('Ioana moc.live');
  expect(() => rightName('\u202e')).toThrow('input_invalid');
  expect(rightName('🌊'.repeat(120))).toHaveLength(240);
});

test('no choice of a country is none', () => {
  expect(rightProfile({ country: '' })).toEqual({ country: null });
  expect(profileProblems({ country: '' })).toHaveLength(1);
});

test('the list of countries holds countries', () => {
  // 249 of ISO 3166-1, and Kosovo.
  expect(COUNTRIES).toHaveLength(250);
  expect(new Set(COUNTRIES.map((one) => one.name)).size).toBe(250);
  expect(isCountry('RO') && isCountry('JP') && isCountry('XK')).toBe(true);
  expect(['EU', 'UN', 'ZZ', 'AN', 'SU'].some(isCountry)).toBe(false);
  expect(countryName('DE')).toBe('Germany');
});
