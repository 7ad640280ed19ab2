/**
 * How a page of listings is found. There are three ways. *Gather* all that fit and sort them, which
 * costs as many rows as fit. *Walk* the listings in the wanted order and take those that fit, which
 * costs (rows wanted) × (rows there ÷ rows that fit). The counts of kinds say how many fit, so that
 * the cheaper way is known before: of a million listings neither looks at more than about
 * √(26 × 1,000,000) ≈ 5,000. And, for the best that say some words, *descend* from rank to rank,
 * which costs a few times the rows wanted, and reading the index of words.
 */

import type { FreelancerSort } from '#domain/directory/freelancer-question.ts';
import { EVERY_KIND, EVERYWHERE } from '#domain/directory/listing.ts';
import type { ReadDb } from '#platform/database.ts';
import { countedListings, kindsOf, type ListingFilter } from './listing-filter.ts';
import type { Part } from './understand-words.ts';

/** fit: gather and sort by how well the words fit. gather: or descend, where that can be. */
export type Plan = 'nothing' | 'fit' | 'gather' | 'walk';

/** More are never gathered, whatever was estimated: then the list is walked. */
export const MOST_GATHERED = 20_000;

/** A walk goes no further, unless there were too many to gather. */
export const MOST_WALKED = 6_000;

/** Where more say the words, the list goes by rank: how well they fit has to be read of each. */
export const MOST_FITTED = 1_500;

/** So many are expected at most where a list goes by fit; there may be more than expected. */
const FEW_FITTED = 600;

/** So few are gathered always: order and filters may be related, and a walk may be unlucky. */
const FEW = 1_500;

/** No longer walk is cheaper than to descend. */
const SHORT_WALK = 800;

export async function planOf(
  db: ReadDb,
  wanted: {
    filter: ListingFilter;
    parts: readonly Part[];
    sort: FreelancerSort;
    limit: number;
    byFit: boolean;
    begunByFit: boolean;
  },
): Promise<{ plan: Plan; expected: number }> {
  const { filter, parts, sort, limit, byFit, begunByFit } = wanted;
  const { categoryNo, place } = filter;
  if (categoryNo === null) return { plan: 'nothing', expected: 0 };
  const alongPlace = sort === 'best' && filter.isCountry;
  const [fit = 0, along = 0, all = 0] = await countedListings(db, [
    { categoryNo, place, kinds: kindsOf(filter) },
    { categoryNo, place: alongPlace ? place : EVERYWHERE, kinds: [EVERY_KIND] },
    { categoryNo: 0, place: EVERYWHERE, kinds: [EVERY_KIND] },
  ]);
  if (fit === 0) return { plan: 'nothing', expected: 0 };
  const expected = expectedRows(fit, all, parts);
  if (begunByFit || (byFit && expected <= FEW_FITTED)) return { plan: 'fit', expected };
  const walked = ((limit + 1) * along) / Math.max(1, expected);
  const descends = sort === 'best' && parts.length > 0;
  const gathers = descends ? walked > SHORT_WALK : expected <= FEW || expected <= walked;
  return { plan: gathers ? 'gather' : 'walk', expected };
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
