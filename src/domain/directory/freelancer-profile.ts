/**
 * Glossary. A *freelancer profile* is what a party, a member or an agency, sells: apart from what
 * the member says about itself as a person. It is *listed* once its owner says so and nothing that
 * a search needs is missing; then it stands in the directory. Rates are by the hour, in minor units
 * of the market's base currency. *Completeness* counts what is told, in points to 100.
 */
import { isTimeZone } from '#domain/accounts/profile.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';
import { isLanguage } from './language.ts';

export const AVAILABILITIES = ['open', 'limited', 'away'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const LANGUAGE_LEVELS = ['native', 'fluent', 'working', 'basic'] as const;
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number];

/** `code` is ISO 639, such as ro. */
export type SpokenLanguage = { code: string; level: LanguageLevel };

export type FreelancerProfile = {
  headline: string;
  /** Markdown. */
  about: string;
  /** An IANA zone such as Europe/Bucharest. */
  timeZone: string;
  languages: readonly SpokenLanguage[];
  rateLowMinor: bigint | null;
  rateHighMinor: bigint | null;
  availability: Availability;
  hoursAWeek: number | null;
  /** A day such as 2026-12-24; only while away. */
  awayUntil: string | null;
  /** Slugs, in the order of the owner; the first is the main one. */
  categories: readonly string[];
  skills: readonly string[];
  /** Whether the marketplace may tell of projects that fit. */
  matchNotices: boolean;
};

export const NEW_PROFILE: FreelancerProfile = {
  headline: '',
  about: '',
  timeZone: 'UTC',
  languages: [],
  rateLowMinor: null,
  rateHighMinor: null,
  availability: 'open',
  hoursAWeek: null,
  awayUntil: null,
  categories: [],
  skills: [],
  matchNotices: true,
};

export const PROFILE_PARTS = Object.keys(NEW_PROFILE) as (keyof FreelancerProfile)[];

export const FREELANCER_LIMITS = {
  headlineChars: 120,
  aboutChars: 5_000,
  /** Less than this tells nobody what is sold. */
  aboutLeastChars: 80,
  categories: 3,
  skills: 20,
  languages: 12,
  /** The highest hourly rate, in minor units of any currency. */
  rateMinor: 10_000_000n,
  hoursAWeek: 168,
} as const;

/** The parts as they are stored: trimmed, each language, category and skill once. */
export function tidyFreelancer(edit: Partial<FreelancerProfile>): Partial<FreelancerProfile> {
  const { headline, about, languages, categories, skills } = edit;
  return {
    ...edit,
    ...(headline === undefined ? {} : { headline: oneLine(headline) }),
    ...(about === undefined ? {} : { about: storable(about) }),
    ...(languages === undefined
      ? {}
      : { languages: [...new Map(languages.map((one) => [one.code, one])).values()] }),
    ...(categories === undefined ? {} : { categories: [...new Set(categories)] }),
    ...(skills === undefined ? {} : { skills: [...new Set(skills)] }),
  };
}

/**
 * Parts that follow from others: one rate is a range of one; who is not away comes back on no day.
 */
export function settleFreelancer(profile: FreelancerProfile): FreelancerProfile {
  const { rateLowMinor, rateHighMinor, availability, awayUntil } = profile;
  return {
    ...profile,
    rateHighMinor: rateLowMinor === null ? rateHighMinor : (rateHighMinor ?? rateLowMinor),
    awayUntil: availability === 'away' ? awayUntil : null,
  };
}

/**
 * Every rule that a whole, settled profile breaks, in the order of the form. Whether its categories
 * and skills exist, the database knows.
 */
export function freelancerProblems(profile: FreelancerProfile, now: Date): Refusal[] {
  const limits = FREELANCER_LIMITS;
  const { languages, availability, hoursAWeek } = profile;
  const spoken = languages.every(
    ({ code, level }) => isLanguage(code) && LANGUAGE_LEVELS.includes(level),
  );
  return [
    ...tooLong('headline', profile.headline, limits.headlineChars),
    ...tooLong('about', profile.about, limits.aboutChars),
    ...tooMany('categories', profile.categories, limits.categories),
    ...tooMany('skills', profile.skills, limits.skills),
    ...rateProblems(profile),
    ...(AVAILABILITIES.includes(availability) ? [] : [wrong('availability', 'not_listed')]),
    ...awayProblems(profile, now),
    ...(hoursAWeek === null || isBetween(hoursAWeek, 1, limits.hoursAWeek)
      ? []
      : [wrong('hoursAWeek', 'out_of_range', { from: 1, to: limits.hoursAWeek })]),
    ...(isTimeZone(profile.timeZone) ? [] : [wrong('timeZone', 'not_listed')]),
    ...tooMany('languages', languages, limits.languages),
    ...(spoken ? [] : [wrong('languages', 'not_listed')]),
  ];
}

/** Which parts of `after` differ from `before`. */
export function changedParts(before: FreelancerProfile, after: FreelancerProfile): string[] {
  return PROFILE_PARTS.filter((part) => asText(before[part]) !== asText(after[part]));
}

function rateProblems({ rateLowMinor: low, rateHighMinor: high }: FreelancerProfile): Refusal[] {
  if (low === null) return high === null ? [] : [wrong('rateLow', 'required')];
  if (low <= 0n) return [wrong('rateLow', 'no_sum')];
  if (low > FREELANCER_LIMITS.rateMinor) return [wrong('rateLow', 'rate_too_high')];
  if (high === null) return [];
  if (high < low) return [wrong('rateHigh', 'below_low')];
  return high > FREELANCER_LIMITS.rateMinor ? [wrong('rateHigh', 'rate_too_high')] : [];
}

function awayProblems({ availability, awayUntil }: FreelancerProfile, now: Date): Refusal[] {
  if (availability !== 'away' || awayUntil === null) return [];
  if (!isDay(awayUntil)) return [wrong('awayUntil', 'date')];
  if (awayUntil >= now.toISOString().slice(0, 10)) return [];
  return [new Refusal('date_in_past', {}, 'awayUntil')];
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isBetween(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function tooLong(field: string, value: string, limit: number): Refusal[] {
  return chars(value) <= limit ? [] : [wrong(field, 'too_long', { limit })];
}

function tooMany(field: string, values: readonly unknown[], limit: number): Refusal[] {
  return values.length <= limit ? [] : [wrong(field, 'too_many', { limit })];
}

function wrong(field: string, rule: string, data: Record<string, number> = {}): Refusal {
  return new Refusal('input_invalid', { rule, ...data }, field);
}

function asText(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner,
  );
}
