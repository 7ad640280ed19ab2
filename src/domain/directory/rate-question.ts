/** Which countries a question about rates means. */
import { COUNTRIES } from '#domain/accounts/country.ts';
import { hoursShared, mainZone, type Region, regionOf, type Shore, shoreOf } from './region.ts';

export type WhereCountries = {
  country?: string | undefined;
  region?: Region | undefined;
  /** The country that looks; without it, shore and shared hours choose nothing. */
  from?: string | null | undefined;
  shore?: Shore | undefined;
  /** At least so many hours shared with the main clock of `from`, 0 to 8. */
  hoursShared?: number | undefined;
  /** The day whose clocks count; the year's mean without it. */
  at?: Date | undefined;
};

/** The codes of the countries asked for; null for all of them. */
export function countriesWhere(question: WhereCountries): string[] | null {
  const tests = testsOf(question);
  if (tests.length === 0) return null;
  return COUNTRIES.map(({ code }) => code).filter((code) => tests.every((test) => test(code)));
}

function testsOf(question: WhereCountries): ((country: string) => boolean)[] {
  const { country, region, shore, hoursShared: least, at } = question;
  const from = question.from ?? null;
  const tests: ((country: string) => boolean)[] = [];
  if (country !== undefined) tests.push((code) => code === country);
  if (region !== undefined) tests.push((code) => regionOf(code) === region);
  if (from === null) return tests;
  if (shore !== undefined) tests.push((code) => shoreOf(from, code) === shore);
  if (least !== undefined) {
    const own = mainZone(from);
    tests.push((code) => hoursShared(own, mainZone(code), at) >= least);
  }
  return tests;
}
