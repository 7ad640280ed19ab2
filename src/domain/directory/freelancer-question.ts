/** What somebody asks the directory, and the same in an address. */
import { isCountry } from '#domain/accounts/country.ts';
import { MAX_AMOUNT_MINOR, minorUnit } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { oneLine } from '#domain/kernel/text.ts';
import { AVAILABILITIES, type Availability } from './freelancer-profile.ts';
import { isLanguage } from './language.ts';
import { SCORE_EDGES } from './listing.ts';
import { isRegion } from './region.ts';

export type FreelancerSort = (typeof FREELANCER_SORTS)[number];

export type FreelancerQuestion = {
  /** Words as somebody types them into a search field. */
  text?: string;
  /** The slug of a category. */
  category?: string;
  /** Slugs; a freelancer has all of them. */
  skills?: string[];
  /** A country (ES) or a region (europe). */
  place?: string;
  /** An hourly rate in base currency: this one or more. */
  rateFromMinor?: bigint;
  /** This one or less. */
  rateToMinor?: bigint;
  /** This score or better: one of SCORE_EDGES. */
  score?: number;
  availability?: Availability;
  /** A language code. */
  language?: string;
  sort: FreelancerSort;
};

/** best: what fits the words and does well; score: the sure end of it; -rate: the dearest first. */
export const FREELANCER_SORTS = ['best', 'score', 'rate', '-rate', 'newest'] as const;

export const QUESTION_LIMITS = { textChars: 200, skills: 10, slugChars: 80 } as const;

/**
 * The question an address asks: `q, category, skills=a,b, place, rate_from, rate_to, score,
 * available, language, sort`. Rates are decimals in `currency`. Other parameters are left to
 * others; empty ones ask nothing. Refuses `input_invalid` with the parameter as field.
 */
export function parseQuestion(params: URLSearchParams, currency: string): FreelancerQuestion {
  const asked = (name: string) => params.get(name)?.trim() || undefined;
  const text = oneLine(params.get('q') ?? '');
  if (text.length > QUESTION_LIMITS.textChars) {
    refuse('input_invalid', { rule: 'too_long', limit: QUESTION_LIMITS.textChars }, 'q');
  }
  const skills = [
    ...new Set(
      asked('skills')
        ?.split(',')
        .map((slug) => slug.trim()),
    ),
  ];
  const question: FreelancerQuestion = {
    ...(text === '' ? {} : { text }),
    ...given('category', asked('category')),
    ...given('skills', skills.filter((slug) => slug !== '').length > 0 ? skills : undefined),
    ...given('place', asked('place')),
    ...given('rateFromMinor', minorOf(asked('rate_from'), currency, 'rate_from')),
    ...given('rateToMinor', minorOf(asked('rate_to'), currency, 'rate_to')),
    ...given('score', numberOf(asked('score'))),
    ...given('availability', asked('available') as Availability | undefined),
    ...given('language', asked('language')),
    sort: (asked('sort') ?? 'best') as FreelancerSort,
  };
  return rightQuestion({ ...question, ...(question.skills && { skills: skills.filter(Boolean) }) });
}

/** The same question as an address asks it, always in the same order and without what is usual. */
export function printQuestion(question: FreelancerQuestion, currency: string): URLSearchParams {
  const { sort, rateFromMinor, rateToMinor } = question;
  const pairs: [string, string | undefined][] = [
    ['q', question.text],
    ['category', question.category],
    ['skills', question.skills?.join(',')],
    ['place', question.place],
    ['rate_from', rateFromMinor === undefined ? undefined : decimalOf(rateFromMinor, currency)],
    ['rate_to', rateToMinor === undefined ? undefined : decimalOf(rateToMinor, currency)],
    ['score', question.score?.toString()],
    ['available', question.availability],
    ['language', question.language],
    ['sort', sort === 'best' ? undefined : sort],
  ];
  return new URLSearchParams(
    pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );
}

/** The question as it is; refuses `input_invalid` for what no listing could answer. */
export function rightQuestion(question: FreelancerQuestion): FreelancerQuestion {
  const { category, skills = [], place, score, availability, language } = question;
  const { slugChars } = QUESTION_LIMITS;
  const isSlug = (slug: string) => slug.length <= slugChars && /^[a-z0-9-]+$/.test(slug);
  if (category !== undefined && !isSlug(category)) notListed('category');
  if (skills.length > QUESTION_LIMITS.skills) {
    refuse('input_invalid', { rule: 'too_many', limit: QUESTION_LIMITS.skills }, 'skills');
  }
  if (!skills.every(isSlug)) notListed('skills');
  if (place !== undefined && !isCountry(place) && !isRegion(place)) notListed('place');
  const { rateFromMinor: from = 0n, rateToMinor: to = MAX_AMOUNT_MINOR } = question;
  if (from > to) refuse('input_invalid', { rule: 'below_low' }, 'rate_to');
  if (score !== undefined && !SCORE_EDGES.some((edge) => edge === score)) notListed('score');
  if (availability !== undefined && !AVAILABILITIES.includes(availability)) notListed('available');
  if (language !== undefined && !isLanguage(language)) notListed('language');
  if (!FREELANCER_SORTS.includes(question.sort)) notListed('sort');
  return question;
}

function notListed(field: string): never {
  return refuse('input_invalid', { rule: 'not_listed' }, field);
}

function given<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Value };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : /^\d(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** A plain decimal in minor units; refuses `input_invalid` for another form. */
export function minorOf(
  text: string | undefined,
  currency: string,
  field: string,
): bigint | undefined {
  if (text === undefined) return undefined;
  const [, whole, part = ''] = /^(\d{1,12})(?:\.(\d*))?$/.exec(text) ?? [];
  const digits = minorUnit(currency);
  if (whole === undefined || part.length > digits) {
    return refuse('input_invalid', { rule: 'no_sum' }, field);
  }
  return BigInt(whole + part.padEnd(digits, '0'));
}

/** Without decimals that are zero. */
export function decimalOf(minor: bigint, currency: string): string {
  const digits = minorUnit(currency);
  const text = minor.toString().padStart(digits + 1, '0');
  const cut = text.length - digits;
  const part = text.slice(cut);
  return /^0*$/.test(part) ? text.slice(0, cut) : `${text.slice(0, cut)}.${part}`;
}
