import {
  type Counts,
  countByKinds,
  countFitting,
  countOneByOne,
} from '#domain/search/queries/count-listings.ts';
import {
  countedListings,
  cutsBands,
  kindFits,
  type ListingFilter,
  listingFilter,
} from '#domain/search/queries/listing-filter.ts';
import {
  anyPart,
  factParts,
  type Part,
  understandWords,
} from '#domain/search/queries/understand-words.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FreelancerQuestion } from '../freelancer-question.ts';
import {
  AVAILABILITY_CODES,
  type Availability,
  EVERY_KIND,
  EVERYWHERE,
  MOST_COUNTED,
  partsOfKind,
  RATE_EDGES,
  SCORE_EDGES,
  scoreBandOf,
} from '../listing.ts';
import { regionOf } from '../region.ts';

export type FacetCount<Value> = { value: Value; count: number };

export type FreelancerFacets = {
  /** How many listings fit the whole question. */
  total: number;
  /** False where there are more than were counted: then the total says "more than". */
  exact: boolean;
  /**
   * Each facet leaves its own part of the question out. Values without a listing are left out.
   * Where words fit more than MOST_COUNTED listings, these are the counts among so many of them.
   */
  categories: FacetCount<string>[];
  /** Countries (ES) and regions (europe). */
  places: FacetCount<string>[];
  /** By the lower edge of the band, in whole units of base currency: one of RATE_EDGES. */
  rateBands: FacetCount<number>[];
  /** How many have this score or better: SCORE_EDGES. */
  scoreBands: FacetCount<number>[];
  availability: FacetCount<Availability>[];
};

/** How many listings fit a question, and how many would if one of its parts were another. */
export async function freelancerFacets(
  db: ReadDb,
  question: FreelancerQuestion,
): Promise<FreelancerFacets> {
  const filter = await listingFilter(db, question);
  const words = question.text ? (await understandWords(db, question.text)).parts : [];
  const facts = await factParts(db, question);
  if (words.length + facts.length === 0) return facetsOfKinds(db, filter);
  const found = await facetsOfWords(db, filter, [...words, ...facts]);
  if (found.total > 0 || words.length < 2) return found;
  return facetsOfWords(db, filter, [anyPart(words), ...facts]);
}

async function facetsOfKinds(db: ReadDb, filter: ListingFilter): Promise<FreelancerFacets> {
  const everyone = { categoryNo: 0, place: EVERYWHERE, kinds: [EVERY_KIND] };
  if (cutsBands(filter) && ((await countedListings(db, [everyone]))[0] ?? 0) <= MOST_COUNTED) {
    return toFacets(filter, await countOneByOne(db, filter, []));
  }
  return toFacets(filter, { counts: await countByKinds(db, filter), exact: !cutsBands(filter) });
}

async function facetsOfWords(
  db: ReadDb,
  filter: ListingFilter,
  parts: readonly Part[],
): Promise<FreelancerFacets> {
  const counted = await countOneByOne(db, filter, parts);
  const facets = toFacets(filter, counted);
  if (counted.exact) return facets;
  return { ...facets, ...(await countFitting(db, filter, parts)) };
}

function toFacets(
  filter: ListingFilter,
  { counts, exact }: { counts: Counts; exact: boolean },
): FreelancerFacets {
  const { kinds, kindsInRate } = counts;
  return {
    total: sumOf(kindsInRate, kindFits(filter)),
    exact,
    categories: largestFirst(counts.categories),
    places: largestFirst(withRegions(counts.places)),
    rateBands: told(RATE_EDGES, (_, band) =>
      sumOf(kinds, (kind) => kind.rateBand === band && kindFits(filter, ['rate'])(kind)),
    ),
    scoreBands: told(SCORE_EDGES, (edge) =>
      sumOf(
        kindsInRate,
        (kind) => kind.scoreBand >= scoreBandOf(edge) && kindFits(filter, ['score'])(kind),
      ),
    ),
    availability: told(Object.keys(AVAILABILITY_CODES) as Availability[], (one) =>
      sumOf(
        kindsInRate,
        (kind) =>
          kind.availability === AVAILABILITY_CODES[one] && kindFits(filter, ['availability'])(kind),
      ),
    ),
  };
}

type KindTest = ReturnType<typeof kindFits>;

function sumOf(counts: ReadonlyMap<number, number>, holds: KindTest): number {
  let sum = 0;
  for (const [kind, count] of counts) if (holds(partsOfKind(kind))) sum += count;
  return sum;
}

function told<Value>(
  values: readonly Value[],
  count: (value: Value, place: number) => number,
): FacetCount<Value>[] {
  return values
    .map((value, place) => ({ value, count: count(value, place) }))
    .filter((one) => one.count > 0);
}

function largestFirst(counts: ReadonlyMap<string, number>): FacetCount<string>[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Countries alone were counted one by one; their regions follow from them. */
function withRegions(places: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const countries = [...places].filter(([place]) => place.length === 2);
  if (countries.length < places.size) return places;
  const all = new Map(places);
  for (const [country, count] of countries) {
    const region = regionOf(country);
    all.set(region, (all.get(region) ?? 0) + count);
  }
  return all;
}
