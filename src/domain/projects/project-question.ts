/** What somebody asks the open projects, and the same in an address. */
import { isCountry } from '#domain/accounts/country.ts';
import { decimalOf, minorOf } from '#domain/directory/freelancer-question.ts';
import { isRegion } from '#domain/directory/region.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { oneLine } from '#domain/kernel/text.ts';
import type { Pricing } from './project.ts';

export type ProjectSort = (typeof PROJECT_SORTS)[number];

export type ProjectQuestion = {
  /** Words as somebody types them into a search field. */
  text?: string;
  /** The slug of a category. */
  category?: string;
  /** Slugs of skills; a project asks for all of them. */
  skills?: string[];
  /** Where the client is: a country (ES) or a region (europe). */
  place?: string;
  pricing?: Pricing;
  /** Budgets in base currency; one that reaches into the range fits. Of the price, or of an hour. */
  budgetFromMinor?: bigint;
  budgetToMinor?: bigint;
  /** Published within so many days. */
  days?: number;
  sort: ProjectSort;
};

/** budget: the largest first, in base currency only; fewest: with the fewest proposals first. */
export const PROJECT_SORTS = ['newest', 'budget', 'fewest'] as const;

export const POSTED_DAYS = [1, 3, 7, 14, 30] as const;

const LIMITS = { textChars: 200, skills: 10, slugChars: 80 } as const;

/**
 * The question an address asks: `q, category, skills=a,b, place, pricing, budget_from, budget_to,
 * days, sort`. Budgets are decimals in `currency`. Refuses `input_invalid` with the parameter.
 */
export function parseProjectQuestion(params: URLSearchParams, currency: string): ProjectQuestion {
  const asked = (name: string) => params.get(name)?.trim() || undefined;
  const text = oneLine(params.get('q') ?? '');
  if (text.length > LIMITS.textChars) {
    refuse('input_invalid', { rule: 'too_long', limit: LIMITS.textChars }, 'q');
  }
  const skills = (asked('skills') ?? '').split(',').map((slug) => slug.trim());
  const days = asked('days');
  const question = {
    text: text === '' ? undefined : text,
    category: asked('category'),
    skills: skills.some(Boolean) ? [...new Set(skills.filter(Boolean))] : undefined,
    place: asked('place'),
    pricing: asked('pricing') as Pricing | undefined,
    budgetFromMinor: minorOf(asked('budget_from'), currency, 'budget_from'),
    budgetToMinor: minorOf(asked('budget_to'), currency, 'budget_to'),
    days: days === undefined ? undefined : Number(days),
    sort: asked('sort') ?? 'newest',
  };
  const given = Object.entries(question).filter(([, value]) => value !== undefined);
  return rightProjectQuestion(Object.fromEntries(given) as ProjectQuestion);
}

/** The same question as an address asks it, in one order and without what is usual. */
export function printProjectQuestion(question: ProjectQuestion, currency: string): URLSearchParams {
  const { sort, budgetFromMinor: from, budgetToMinor: to } = question;
  const pairs: [string, string | undefined][] = [
    ['q', question.text],
    ['category', question.category],
    ['skills', question.skills?.join(',')],
    ['place', question.place],
    ['pricing', question.pricing],
    ['budget_from', from === undefined ? undefined : decimalOf(from, currency)],
    ['budget_to', to === undefined ? undefined : decimalOf(to, currency)],
    ['days', question.days?.toString()],
    ['sort', sort === 'newest' ? undefined : sort],
  ];
  return new URLSearchParams(
    pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );
}

/** The question as it is; refuses `input_invalid` for what no project could answer. */
export function rightProjectQuestion(question: ProjectQuestion): ProjectQuestion {
  const { category, skills = [], place, pricing, days, sort } = question;
  const isSlug = (slug: string) => slug.length <= LIMITS.slugChars && /^[a-z0-9-]+$/.test(slug);
  if (category !== undefined && !isSlug(category)) notListed('category');
  if (skills.length > LIMITS.skills) {
    refuse('input_invalid', { rule: 'too_many', limit: LIMITS.skills }, 'skills');
  }
  if (!skills.every(isSlug)) notListed('skills');
  if (place !== undefined && !isCountry(place) && !isRegion(place)) notListed('place');
  if (pricing !== undefined && pricing !== 'fixed' && pricing !== 'hourly') notListed('pricing');
  const { budgetFromMinor: from, budgetToMinor: to } = question;
  if (from !== undefined && to !== undefined && from > to) {
    refuse('input_invalid', { rule: 'below_low' }, 'budget_to');
  }
  if (days !== undefined && !POSTED_DAYS.some((one) => one === days)) notListed('days');
  if (!PROJECT_SORTS.includes(sort)) notListed('sort');
  return question;
}

function notListed(field: string): never {
  return refuse('input_invalid', { rule: 'not_listed' }, field);
}
