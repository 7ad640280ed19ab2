/**
 * How a page of listings is found. There are two ways: *gather* all that fit and sort them, which
 * costs as many rows as fit; or *walk* the listings in the wanted order and take those that fit,
 * which costs (rows wanted) × (rows there ÷ rows that fit). The counts of kinds say how many fit,
 * so that the cheaper way is known before: of a million listings neither looks at more than about
 * √(26 × 1,000,000) ≈ 5,000.
 */

import type { FreelancerSort } from '#domain/directory/freelancer-question.ts';
import { EVERY_KIND, EVERYWHERE } from '#domain/directory/listing.ts';
import type { ReadDb } from '#platform/database.ts';
import { countedListings, kindsOf, type ListingFilter } from './listing-filter.ts';
import type { Part } from './understand-words.ts';

export type Plan = 'nothing' | 'gather' | 'walk';

/** More are never gathered, whatever was estimated: then the list is walked. */
export const MOST_GATHERED = 20_000;

/** A walk goes no further, unless there were too many to gather. */
export const MOST_WALKED = 6_000;

/** So few are gathered always: order and filters may be related, and a walk may be unlucky. */
const FEW = 1_500;

export async function planOf(
  db: ReadDb,
  wanted: { filter: ListingFilter; parts: readonly Part[]; sort: FreelancerSort; limit: number },
): Promise<Plan> {
  const { filter, parts, sort, limit } = wanted;
  const { categoryNo, place } = filter;
  if (categoryNo === null) return 'nothing';
  const alongPlace = sort === 'best' && filter.isCountry;
  const [fit = 0, along = 0, all = 0] = await countedListings(db, [
    { categoryNo, place, kinds: kindsOf(filter) },
    { categoryNo, place: alongPlace ? place : EVERYWHERE, kinds: [EVERY_KIND] },
    { categoryNo: 0, place: EVERYWHERE, kinds: [EVERY_KIND] },
  ]);
  if (fit === 0) return 'nothing';
  const expected = expectedRows(fit, all, parts);
  const walked = (limit * along) / Math.max(1, expected);
  return expected <= FEW || expected <= walked ? 'gather' : 'walk';
}

/**
 * Between what would fit if the parts had nothing to do with each other and what would if the
 * rarest one implied all others; words of one trade go together.
 */
export function expectedRows(fit: number, all: number, parts: readonly Part[]): number {
  const apart = parts.reduce((rest, { listings }) => (rest * listings) / Math.max(1, all), fit);
  const together = Math.min(fit, ...parts.map(({ listings }) => listings));
  return Math.sqrt(Math.max(1, apart) * Math.max(1, together));
}
