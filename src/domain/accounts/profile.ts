/**
 * Glossary. A *member* is a person with an account; what it says about itself is its *profile*. An
 * *organization* is a client company, an agency or a vendor. Both are *parties*: they can own work
 * and money, and both have a name and a country.
 */
import { Refusal, refuse } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';
import { isCountry } from './country.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type MemberTheme = (typeof THEMES)[number];

export const ORGANIZATION_KINDS = ['client', 'agency', 'vendor'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export type Profile = {
  name: string;
  /** ISO 3166-1, such as RO. */
  country: string | null;
  /** One line under the name. */
  headline: string;
  /** Markdown. */
  about: string;
  /** An IANA zone such as Europe/Bucharest. */
  timeZone: string;
  theme: MemberTheme;
  /** Whether notifications also come by mail. */
  mailNotices: boolean;
};

export const PROFILE_LIMITS = { nameChars: 120, headlineChars: 120, aboutChars: 5_000 } as const;

export const TIME_ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/** Any name that the zone database knows, also one like Asia/Kolkata that it lists under another. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** The parts of a profile as they are stored. */
export function tidyProfile(changes: Partial<Profile>): Partial<Profile> {
  return {
    ...changes,
    ...(changes.name === undefined ? {} : { name: oneLine(changes.name) }),
    // A form's empty choice is no country.
    ...(changes.country === '' ? { country: null } : {}),
    ...(changes.headline === undefined ? {} : { headline: oneLine(changes.headline) }),
    ...(changes.about === undefined ? {} : { about: storable(changes.about) }),
  };
}

/** Every rule that tidy parts of a profile break, in the order of the form. */
export function profileProblems(changes: Partial<Profile>): Refusal[] {
  const { nameChars, headlineChars, aboutChars } = PROFILE_LIMITS;
  const { name, country, headline, about, timeZone, theme } = changes;
  return [
    ...(name === undefined ? [] : [...required('name', name), ...atMost('name', name, nameChars)]),
    ...(typeof country === 'string' && !isCountry(country) ? [wrong('country', 'not_listed')] : []),
    ...(headline === undefined ? [] : atMost('headline', headline, headlineChars)),
    ...(about === undefined ? [] : atMost('about', about, aboutChars)),
    ...(timeZone !== undefined && !isTimeZone(timeZone) ? [wrong('timeZone', 'not_listed')] : []),
    ...(theme !== undefined && !THEMES.includes(theme) ? [wrong('theme', 'not_listed')] : []),
  ];
}

/** The tidy parts of a profile, or the refusal of the first rule that they break. */
export function rightProfile(changes: Partial<Profile>): Partial<Profile> {
  const tidy = tidyProfile(changes);
  const [first] = profileProblems(tidy);
  if (first !== undefined) throw first;
  return tidy;
}

/** A party's name as it is stored; refuses `input_invalid` for none or a long one. */
export function rightName(name: string): string {
  return rightProfile({ name }).name ?? refuse('input_invalid', { rule: 'required' }, 'name');
}

function required(field: string, value: string): Refusal[] {
  return value === '' ? [wrong(field, 'required')] : [];
}

function atMost(field: string, value: string, limit: number): Refusal[] {
  if (chars(value) <= limit) return [];
  return [new Refusal('input_invalid', { rule: 'too_long', limit }, field)];
}

function wrong(field: string, rule: string): Refusal {
  return new Refusal('input_invalid', { rule }, field);
}
