import { getCountry } from 'countries-and-timezones';
import { countries } from 'countries-list';
import { describe, expect, test } from 'vitest';
import { COUNTRIES } from '#domain/accounts/country.ts';
import {
  countriesOn,
  hoursShared,
  isRegion,
  mainZone,
  REGIONS,
  regionName,
  regionOf,
  shoreOf,
} from './region.ts';

const WINTER = new Date('2026-01-20T10:00:00Z');
const SUMMER = new Date('2026-07-20T10:00:00Z');

describe('a region', () => {
  const continents: Record<string, string> = {
    AF: 'africa',
    AN: 'antarctica',
    AS: 'asia',
    EU: 'europe',
    NA: 'north-america',
    OC: 'oceania',
    SA: 'south-america',
  };

  test('is the continent of the list of countries', () => {
    const differing = COUNTRIES.filter(({ code }) => {
      const listed = countries[code as keyof typeof countries];
      return continents[listed.continent] !== regionOf(code);
    });
    expect(differing.map(({ code }) => code)).toEqual(['RU']);
  });

  test('is never mistaken for a country', () => {
    expect(isRegion('europe')).toBe(true);
    expect(COUNTRIES.some(({ code }) => isRegion(code))).toBe(false);
    expect(isRegion('constructor')).toBe(false);
    expect(REGIONS.map(regionName)).toContain('South America');
  });
});

describe('the main clock of a country', () => {
  test('is known to the runtime, and is one of its own', () => {
    for (const { code } of COUNTRIES) {
      const zone = mainZone(code);
      const now = new Date();
      const local = (timeZone: string) => now.toLocaleString('en', { timeZone });
      const own = getCountry(code)?.timezones.map(local) ?? [];
      if (['BV', 'XK', 'HM'].includes(code)) continue;
      expect(own, `${code} ${zone}`).toContain(local(zone));
    }
  });

  test('is the one of the largest places of work', () => {
    expect(mainZone('US')).toBe('America/New_York');
    expect(mainZone('AU')).toBe('Australia/Sydney');
    expect(mainZone('SE')).toBe('Europe/Stockholm');
  });
});

describe('a shore', () => {
  test('is seen from the viewer', () => {
    const fromUk = (country: string) => shoreOf('GB', country);
    expect(fromUk('GB')).toBe('onshore');
    expect(['ES', 'RO', 'IE', 'TR'].map(fromUk)).toEqual([
      'nearshore',
      'nearshore',
      'nearshore',
      'offshore',
    ]);
    for (const far of ['US', 'IN', 'PH', 'UY', 'AU', 'MA', 'ZA']) {
      expect(fromUk(far), far).toBe('offshore');
    }
  });

  test('takes the Americas as one', () => {
    for (const near of ['CA', 'MX', 'UY', 'BR', 'CO']) {
      expect(shoreOf('US', near), near).toBe('nearshore');
    }
    expect(shoreOf('US', 'GB')).toBe('offshore');
  });

  test('looks both ways alike, and needs a viewer', () => {
    expect(shoreOf(null, 'GB')).toBeNull();
    for (const { code } of COUNTRIES) {
      expect(shoreOf('IN', code)).toBe(shoreOf(code, 'IN'));
    }
  });

  test('lists its countries', () => {
    expect(countriesOn('onshore', 'ES')).toEqual(['ES']);
    expect(countriesOn('nearshore', 'US')).toContain('MX');
  });
});

describe('hours shared', () => {
  test('are those of two days from 9 to 17', () => {
    expect(hoursShared('Europe/London', 'Europe/London', WINTER)).toBe(8);
    expect(hoursShared('Europe/London', 'America/New_York', WINTER)).toBe(3);
    expect(hoursShared('Europe/London', 'Asia/Kolkata', WINTER)).toBe(2.5);
    expect(hoursShared('Europe/London', 'Asia/Kolkata', SUMMER)).toBe(3.5);
    expect(hoursShared('Europe/London', 'Australia/Sydney', WINTER)).toBe(0);
  });

  test('go around the day', () => {
    expect(hoursShared('Pacific/Auckland', 'America/Los_Angeles', WINTER)).toBe(5);
  });

  test('without a day are the mean of the year', () => {
    expect(hoursShared('Europe/London', 'Asia/Kolkata')).toBe(3);
    expect(hoursShared('Europe/London', 'Europe/Bucharest')).toBe(6);
  });

  test('follow the clock of the day asked', () => {
    expect(hoursShared('Europe/London', 'Asia/Kolkata', SUMMER)).toBe(3.5);
    expect(hoursShared('Europe/London', 'Asia/Kolkata', WINTER)).toBe(2.5);
    expect(hoursShared('Europe/London', 'Asia/Kolkata')).toBe(3);
  });

  test('take an unknown zone as UTC', () => {
    expect(hoursShared('Nowhere/Land', 'UTC', WINTER)).toBe(8);
  });
});
