/** A question in the terms of the listings' tables. */
import { type RawBuilder, sql } from 'kysely';
import type { FreelancerQuestion } from '#domain/directory/freelancer-question.ts';
import {
  AVAILABILITY_CODES,
  EVERY_CATEGORY,
  EVERY_KIND,
  EVERYWHERE,
  KINDS,
  type Kind,
  kindsWhere,
  partsOfKind,
  rateBandOf,
  rateEdges,
  scoreBandOf,
} from '#domain/directory/listing.ts';
import { minorUnit } from '#domain/kernel/money.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

/** The parts of a question that a facet may leave out: its own. */
export type Facet = 'rate' | 'score' | 'availability';

export type ListingFilter = {
  /** The number of the category asked for; 0 for all, null for one that is not there. */
  categoryNo: number | null;
  categorySlug: string | undefined;
  /** A country, a region, or '' for everywhere. */
  place: string;
  isCountry: boolean;
  rateFromMinor: bigint | undefined;
  /** The rates asked for end below this one. */
  rateBelowMinor: bigint | undefined;
  score: number | undefined;
  availability: number | undefined;
  /** Slugs of the skills asked for. */
  skills: readonly string[];
  currency: string;
};

export async function listingFilter(
  db: ReadDb,
  question: FreelancerQuestion,
): Promise<ListingFilter> {
  const { category, place, availability } = question;
  const [row] = await readSql<{ currency: string; no: number | null }>(
    db,
    sql`select base_currency as currency,
        (select no from category where slug = ${category ?? null}::text) as no
      from market_terms`,
  );
  return {
    categoryNo: category === undefined ? EVERY_CATEGORY : (row?.no ?? null),
    categorySlug: category,
    place: place ?? EVERYWHERE,
    isCountry: place !== undefined && place.length === 2,
    rateFromMinor: question.rateFromMinor,
    rateBelowMinor: question.rateToMinor === undefined ? undefined : question.rateToMinor + 1n,
    score: question.score,
    availability: availability === undefined ? undefined : AVAILABILITY_CODES[availability],
    skills: question.skills ?? [],
    currency: row?.currency ?? 'USD',
  };
}

/** Whether a kind may hold listings that fit, `without` some parts of the question. */
export function kindFits(filter: ListingFilter, without: readonly Facet[] = []) {
  const { rateFromMinor, rateBelowMinor, score, availability, currency } = filter;
  const leaves = (facet: Facet) => without.includes(facet);
  const lowest = rateBandOf(rateFromMinor ?? 0n, currency);
  const highest =
    rateBelowMinor === undefined
      ? Number.POSITIVE_INFINITY
      : rateBandOf(rateBelowMinor - 1n, currency);
  return ({ rateBand, scoreBand, availability: is }: Kind): boolean =>
    (leaves('rate') || (rateBand >= lowest && rateBand <= highest)) &&
    (leaves('score') || score === undefined || scoreBand >= scoreBandOf(score)) &&
    (leaves('availability') || availability === undefined || is === availability);
}

/** The kinds that may fit, or the one that stands for all of them. */
export function kindsOf(filter: ListingFilter): number[] {
  const kinds = kindsWhere(kindFits(filter));
  return kinds.length === KINDS ? [EVERY_KIND] : kinds;
}

/** Whether the rates asked for begin or end inside of a band, so that counts do not tell. */
export function cutsBands({ rateFromMinor, rateBelowMinor, currency }: ListingFilter): boolean {
  const edges = rateEdges(currency);
  return [rateFromMinor, rateBelowMinor].some(
    (rate) => rate !== undefined && !edges.includes(rate),
  );
}

/**
 * What share of a kind's rates is asked for, as if they were spread evenly over their band; most
 * people ask a whole number, so that whole numbers are counted.
 */
export function shareInRates(filter: ListingFilter): (kind: number) => number {
  if (!cutsBands(filter)) return () => 1;
  const edges = rateEdges(filter.currency).map(Number);
  const from = Number(filter.rateFromMinor ?? 0n);
  const unit = 10 ** minorUnit(filter.currency);
  const below = Number(filter.rateBelowMinor ?? Number.POSITIVE_INFINITY);
  return (kind) => {
    if (kind === EVERY_KIND) return 1;
    const { rateBand } = partsOfKind(kind);
    const low = edges[rateBand] ?? 0;
    const high = edges[rateBand + 1] ?? Math.max(low * 2, Number.isFinite(below) ? below : 0);
    const least = Math.max(from, low);
    const end = Math.min(below, high);
    const whole = (minor: number) => Math.ceil(minor / unit) * unit;
    return Math.max(0, end - least, whole(end) - whole(least)) / (high - low);
  };
}

/** Conditions on the columns that `listing` and `listing_place` have in common. */
export function columnConditions(filter: ListingFilter, table: 'l' | 'p'): RawBuilder<unknown>[] {
  const { score, availability } = filter;
  return [
    ...rateCondition(filter, table),
    ...(score === undefined ? [] : [sql`${sql.ref(`${table}.quality`)} >= ${score}::real`]),
    ...(availability === undefined
      ? []
      : [sql`${sql.ref(`${table}.availability`)} = ${availability}`]),
  ];
}

export function rateCondition(
  { rateFromMinor: from, rateBelowMinor: below }: ListingFilter,
  table: 'l' | 'p',
): RawBuilder<unknown>[] {
  const rate = sql.ref(`${table}.rate_minor`);
  return [
    ...(from === undefined ? [] : [sql`${rate} >= ${from}`]),
    ...(below === undefined ? [] : [sql`${rate} < ${below}`]),
  ];
}

export function allTrue(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);
}

/** How many listings are of these kinds there; exact. */
export async function countedListings(
  db: ReadDb,
  asked: readonly { categoryNo: number; place: string; kinds: number[] }[],
): Promise<number[]> {
  const sums = asked.map(
    ({ categoryNo, place, kinds }) => sql`(select coalesce(sum(listings), 0)::int
      from listing_count where category_no = ${categoryNo} and place = ${place}
        and kind = any(${kinds}::smallint[]))`,
  );
  const [row] = await readSql<{ counts: number[] }>(
    db,
    sql`select array[${sql.join(sums)}] as counts`,
  );
  return row?.counts ?? [];
}

/**
 * Whether the document says the query, by its index. The query comes from a subquery so that the
 * planner does not see it: for frequent words it would rather read the whole table, because it does
 * not know what looking into a document costs.
 */
export function says(column: string, query: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} @@ (select ${query}::tsquery)`;
}
