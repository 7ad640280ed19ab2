/** What an address asks of the rates, and how one number becomes another column. */
import { SCORE_EDGES } from '#domain/directory/listing.ts';
import { SHORES, type Shore } from '#domain/directory/region.ts';

export const RATE_SORTS = [
  '-rate',
  'rate',
  '-median',
  'median',
  '-freelancers',
  'freelancers',
  '-quality',
  'quality',
  '-onTime',
  'onTime',
  '-shared',
  'shared',
  'country',
  '-country',
] as const;

export type RateSort = (typeof RATE_SORTS)[number];

export type RatesAsked = {
  shore: Shore | undefined;
  /** At least so many, 1 to 8. */
  shared: number | undefined;
  score: number | undefined;
  /** Hours of work whose cost is asked. */
  hours: number;
  sort: RateSort;
};

const USUAL_HOURS = 10;
const MOST_HOURS = 10_000;
export const SHARED_CHOICES = [1, 2, 4, 6, 8] as const;

/** Values that mean nothing here ask nothing: an address is never refused. */
export function ratesAsked(params: URLSearchParams): RatesAsked {
  const asked = (name: string) => params.get(name) ?? '';
  return {
    shore: SHORES.find((shore) => shore === asked('shore')),
    shared: SHARED_CHOICES.find((hours) => String(hours) === asked('shared')),
    score: SCORE_EDGES.find((score) => String(score) === asked('score')),
    hours: hoursIn(asked('hours')),
    sort: RATE_SORTS.find((sort) => sort === asked('sort')) ?? '-rate',
  };
}

export function isFiltered({ shore, shared, score }: RatesAsked): boolean {
  return shore !== undefined || shared !== undefined || score !== undefined;
}

function hoursIn(typed: string): number {
  const plain = typed.replace(/[,\s]/g, '');
  if (!/^\d{1,6}$/.test(plain)) return USUAL_HOURS;
  const hours = Number(plain);
  return hours < 1 ? USUAL_HOURS : Math.min(hours, MOST_HOURS);
}
