/** Which listings fit, in order: the ways of `listing-plan.ts` as SQL. */
import { type RawBuilder, sql } from 'kysely';
import type { FreelancerSort } from '#domain/directory/freelancer-question.ts';
import { EVERYWHERE } from '#domain/directory/listing.ts';
import { countriesOf } from '#domain/directory/region.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { descend } from './descend-ranks.ts';
import {
  allTrue,
  columnConditions,
  kindsOf,
  type ListingFilter,
  rateCondition,
  says,
} from './listing-filter.ts';
import {
  after,
  allSaid,
  type Found,
  ORDERS,
  type Order,
  ordering,
  type Search,
} from './listing-order.ts';
import { MOST_FITTED, MOST_GATHERED, MOST_WALKED, planOf } from './listing-plan.ts';
import { allParts } from './understand-words.ts';

/** The order of a list that was gathered and sorted by how well the words fit. */
export const FIT = 'fit';
export const BY_FIT: Order = { column: 'place', type: 'float8', descending: true };

/**
 * One row more than the limit when there are more; and the order they are in. A list that began by
 * fit, or by rank, goes on so.
 */
export async function findListings(
  db: ReadDb,
  search: Search,
): Promise<{ rows: Found[]; order: FreelancerSort | typeof FIT }> {
  const { sort, cursor } = search;
  const begun = cursor?.order;
  const byFit = sort === 'best' && search.hasText && begun !== sort;
  const { plan, expected } = await planOf(db, { ...search, byFit, begunByFit: begun === FIT });
  if (plan === 'nothing') return { rows: [], order: sort };
  if (plan === 'walk') {
    const rows = await walk(db, search);
    if (rows !== 'too few') return { rows, order: sort };
  }
  if (byFit && (plan === 'fit' || plan === 'walk')) {
    const rows = await gather(db, search, true);
    if (rows !== 'too many') return { rows, order: FIT };
  }
  return { rows: await inOrder(db, search, expected), order: sort };
}

/** By whichever way is left, the longest one last. */
async function inOrder(db: ReadDb, search: Search, expected: number): Promise<Found[]> {
  const descends = search.sort === 'best' && search.parts.length > 0;
  const rows = descends ? await descend(db, search, expected) : await gather(db, search, false);
  if (rows !== 'too many') return rows;
  const all = await walk(db, search, Number.MAX_SAFE_INTEGER);
  return all === 'too few' ? [] : all;
}

/**
 * What fits is a step of its own, which is read no further than the limit of the next one: a limit
 * inside of it would make the planner read the whole table instead of the index.
 */
export async function gather(
  db: ReadDb,
  search: Search,
  byFit: boolean,
): Promise<Found[] | 'too many'> {
  const { filter, parts, cursor, limit, sort } = search;
  const order: Order = byFit ? BY_FIT : ORDERS[sort];
  const sorted: Order = { ...order, column: 'place' };
  const most = byFit ? MOST_FITTED : MOST_GATHERED;
  const rows = await readSql<Found & { gathered: number }>(
    db,
    sql`
    with fitting as materialized (
      ${parts.length === 0 ? ofKinds(filter, order) : saying(search, byFit)}),
    hit as materialized (
      select id, place from fitting where ${cursor === undefined ? sql`true` : after(sorted, cursor)}
      limit ${most + 1})
    select id, place::text as value, (select count(*)::int from hit) as gathered
    from hit order by ${ordering(sorted)} limit ${limit + 1}`,
  );
  return (rows[0]?.gathered ?? 0) > most && cursor?.order !== FIT ? 'too many' : rows;
}

/** All of the wanted kinds, by the index of kinds. */
function ofKinds(filter: ListingFilter, { column }: Order): RawBuilder<unknown> {
  const kinds = kindsOf(filter);
  const all = kinds[0] === -1;
  return sql`
    select p.id, p.${sql.ref(column)} as place from listing_place p
    where p.category_no = ${filter.categoryNo} and ${allTrue([
      ...(all ? [] : [sql`p.kind = any(${kinds}::smallint[])`]),
      // The index of kinds goes by country.
      ...(filter.place === EVERYWHERE
        ? []
        : [sql`p.country = any(${countriesOf(filter.place)}::text[])`]),
      ...columnConditions(filter, 'p'),
    ])}`;
}

/**
 * All that say the words, by the index of words, in which place, category and skills are words too.
 * How well they fit: the weight of the words by where they stand (name and headline 1, category
 * and skills ½, about ⅕; ts_rank of PostgreSQL), times 0.4 to 1 by rank.
 */
function saying({ filter, parts, sort }: Search, byFit: boolean): RawBuilder<unknown> {
  const query = allParts(parts);
  const { column } = ORDERS[sort];
  const value = byFit
    ? sql`ts_rank('{0.1, 0.2, 0.5, 1}', l.document, ${query}::tsquery) * (0.4 + 0.6 * l.rank)::float8`
    : column === 'quality_low'
      ? sql`coalesce(l.quality_low, 0)`
      : sql`l.${sql.ref(column)}`;
  return sql`
    select l.id, ${value} as place from listing l
    where ${says('l.document', allSaid({ parts, filter }))} and ${allTrue(columnConditions(filter, 'l'))}`;
}

/**
 * Along the index of the wanted order, `most` listings far: filters and order may have to do with
 * each other, or words that seldom meet. `too few` when that was not far enough for a page.
 */
export async function walk(
  db: ReadDb,
  search: Search,
  most = MOST_WALKED,
): Promise<Found[] | 'too few'> {
  const { filter, parts, sort, limit, cursor } = search;
  const order = ORDERS[sort];
  const column = sql.ref(`p.${order.column}`);
  const along = [
    sql`p.category_no = ${filter.categoryNo}`,
    ...(filter.isCountry && sort === 'best' ? [sql`p.country = ${filter.place}`] : []),
    ...(order.column === 'rate_minor' ? rateCondition(filter, 'p') : []),
    ...(cursor === undefined ? [] : [after({ ...order, column: `p.${order.column}` }, cursor)]),
  ];
  const fits = [
    ...placeCondition(filter),
    ...columnConditions(filter, 'p'),
    ...(parts.length === 0 ? [] : [sql`(l.document @@ ${allParts(parts)}::tsquery) is true`]),
  ];
  const ordered = ordering({ ...order, column: `p.${order.column}` }, 'p.id');
  const rows = await readSql<Found & { fits: boolean; last: boolean }>(
    db,
    sql`
    with path as (
      select p.* from listing_place p where ${allTrue(along)} order by ${ordered} limit ${most})
    select p.id, ${column}::text as value from path p
    ${parts.length === 0 ? sql`` : sql`join listing l on l.id = p.id`}
    where ${allTrue(fits)} order by ${ordered} limit ${limit + 1}`,
  );
  return rows.length > limit || most > MOST_WALKED ? rows : 'too few';
}

function placeCondition({ place, isCountry }: ListingFilter): RawBuilder<unknown>[] {
  if (place === EVERYWHERE) return [];
  return [isCountry ? sql`p.country = ${place}` : sql`p.region = ${place}`];
}
