/** Listings counted for facets: from the counts that are kept, or one by one up to a limit. */
import { sql } from 'kysely';
import { EVERY_KIND, EVERYWHERE, kindsWhere, MOST_COUNTED } from '#domain/directory/listing.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import {
  allTrue,
  columnConditions,
  kindFits,
  kindsOf,
  type ListingFilter,
  rateCondition,
  says,
  shareInRates,
} from './listing-filter.ts';
import { allSaid } from './listing-order.ts';
import { allParts, type Part } from './understand-words.ts';

export type Counts = {
  /** By kind, whatever the rate; and those whose rate fits. Other parts of the question apply. */
  kinds: Map<number, number>;
  kindsInRate: Map<number, number>;
  /** By slug, and by country or region; everything else of the question applies. */
  categories: Map<string, number>;
  places: Map<string, number>;
  /**
   * By slug, of those that fit: how many have this skill as well. With a category asked, only the
   * skills that belong to it; and those asked for.
   */
  skills: Map<string, number>;
  /** By code, of those that fit. */
  languages: Map<string, number>;
};

type Row = { facet: keyof Counts; value: string; listings: number };

/**
 * Sums over the counts that are kept: a few hundred rows, however many listings there are. A band
 * that the rates asked for cut through counts by the share that is inside.
 */
export async function countByKinds(db: ReadDb, filter: ListingFilter): Promise<Counts> {
  const { place, categoryNo } = filter;
  const fitting = kindsOf(filter);
  const shares = shareInRates(filter);
  const kinds = sql`unnest(${fitting}::smallint[], ${fitting.map(shares)}::float8[])
    as fits (kind, share)`;
  const rows = await readSql<Row>(
    db,
    sql`
    select 'kinds' as facet, kind::text as value, listings from listing_count
    where category_no = ${categoryNo} and place = ${place} and kind <> ${EVERY_KIND}
    union all
    select 'categories', category.slug, round(sum(listings * share))::int
    from ${kinds} join listing_count on listing_count.kind = fits.kind and place = ${place}
    join category on category.no = category_no
    where category.retired_at is null group by category.slug
    union all
    select 'places', place, round(sum(listings * share))::int
    from listing_count join ${kinds} using (kind)
    where category_no = ${categoryNo} and place <> ${EVERYWHERE} group by place
    union all
    select case when fact ^@ '@skill:' then 'skills' else 'languages' end,
      substr(fact, strpos(fact, ':') + 1), listings
    from (
      select no, round(sum(held * share))::int as listings
      from ${kinds} join listing_fact_count using (kind)
      cross join unnest(listing_fact_count.listings) with ordinality as of (held, no)
      where category_no = ${categoryNo} and place = ${place} and held is not null
      group by no) counted
    join listing_fact using (no)
    where fact ^@ '@language:' or substr(fact, 8) = any(${offeredSkills(filter)})`,
  );
  const counts = toCounts(rows);
  const inRate = kindsWhere(kindFits(filter, ['score', 'availability']));
  for (const kind of inRate) {
    const listings = counts.kinds.get(kind) ?? 0;
    counts.kindsInRate.set(kind, Math.round(listings * shares(kind)));
  }
  return counts;
}

/**
 * Looks at each listing that fits the words, or at MOST_COUNTED of them when there are more; then
 * `exact` is false. Without words it looks at all listings. Below 100 percent it looks at a sample
 * of the table, always the same one.
 */
export async function countOneByOne(
  db: ReadDb,
  filter: ListingFilter,
  parts: readonly Part[],
  percent = 100,
): Promise<{ counts: Counts; exact: boolean; looked: number }> {
  const rows = await readSql<Row & { looked: number }>(
    db,
    sql`
    with fitting as materialized (
      select kind, categories, country, region, rate_minor, quality, availability, skills, languages
      from listing ${percent < 100 ? sql`tablesample system (${percent}) repeatable (1)` : sql``}
      where ${parts.length === 0 ? sql`true` : says('document', allParts(parts))}),
    l as materialized (select * from fitting limit ${MOST_COUNTED + 1}),
    marked as materialized (
      select kind, categories, country, skills, languages,
        ${inCategory(filter)} as in_category, ${inPlace(filter)} as in_place,
        ${allTrue(rateCondition(filter, 'l'))} as in_rate,
        ${allTrue(columnConditions(filter, 'l'))} as fits
      from l),
    skilled as materialized (
      select slug, count(*)::int as listings from marked cross join unnest(skills) slug
      where in_category and in_place and fits group by slug)
    select 'kinds' as facet, kind::text as value, count(*)::int as listings,
      (select count(*)::int from l) as looked
    from marked where in_category and in_place group by kind
    union all
    select 'kindsInRate', kind::text, count(*)::int, 0
    from marked where in_category and in_place and in_rate group by kind
    union all
    select 'categories', category.slug, its.listings, 0
    from (select no, count(*)::int as listings from marked cross join unnest(categories) no
      where in_place and fits group by no) its
    join category using (no) where category.retired_at is null
    union all
    select 'places', country, count(*)::int, (select count(*)::int from l)
    from marked where in_category and fits group by country
    union all
    select 'skills', slug, listings, 0 from skilled
    where slug = any(${offeredSkills(filter)})
    union all
    select 'languages', code, count(*)::int, 0
    from marked cross join unnest(languages) code
    where in_category and in_place and fits group by code`,
  );
  const looked = Math.max(0, ...rows.map((row) => row.looked));
  return { counts: toCounts(rows), exact: looked <= MOST_COUNTED, looked };
}

/** The counts of a sample for the whole. */
export function scaled(counts: Counts, factor: number): Counts {
  const grown = <Key>(some: Map<Key, number>) =>
    new Map([...some].map(([key, count]) => [key, Math.round(count * factor)]));
  return {
    kinds: grown(counts.kinds),
    kindsInRate: grown(counts.kindsInRate),
    categories: grown(counts.categories),
    places: grown(counts.places),
    skills: grown(counts.skills),
    languages: grown(counts.languages),
  };
}

/** How many fit words and filter; `exact` is false where that is more than MOST_COUNTED. */
export async function countFitting(
  db: ReadDb,
  filter: ListingFilter,
  parts: readonly Part[],
): Promise<{ total: number; exact: boolean }> {
  const [row] = await readSql<{ total: number }>(
    db,
    sql`
    with fitting as materialized (
      select from listing l
      where ${says('l.document', allSaid({ parts, filter }))} and ${allTrue(columnConditions(filter, 'l'))})
    select count(*)::int as total from (select from fitting limit ${MOST_COUNTED + 1}) counted`,
  );
  const total = row?.total ?? 0;
  return { total: Math.min(total, MOST_COUNTED), exact: total <= MOST_COUNTED };
}

/** How many of those that fit are filed under this skill or language; exact, but for cut bands. */
export async function countFact(db: ReadDb, filter: ListingFilter, fact: string): Promise<number> {
  const [row] = await readSql<{ total: number }>(
    db,
    sql`
    select coalesce(sum(c.listings[no]), 0)::int as total
    from listing_fact join listing_fact_count c on c.category_no = ${filter.categoryNo}
      and c.place = ${filter.place} and c.kind = any(${kindsOf(filter)}::smallint[])
    where fact = ${fact}`,
  );
  return row?.total ?? 0;
}

/** The slugs of the skills that a facet offers, as an array: it is read once, and not joined. */
function offeredSkills({ categorySlug, skills }: ListingFilter) {
  const inIt = categorySlug === undefined ? sql`true` : sql`skill.category = ${categorySlug}`;
  return sql`array(
    select skill.slug from skill join category on category.slug = skill.category
    where skill.slug = any(${skills}::text[])
      or (skill.retired_at is null and category.retired_at is null and ${inIt}))`;
}

function inCategory({ categoryNo }: ListingFilter) {
  return categoryNo === 0 ? sql`true` : sql`${categoryNo}::smallint = any(categories)`;
}

function inPlace({ place, isCountry }: ListingFilter) {
  if (place === EVERYWHERE) return sql`true`;
  return isCountry ? sql`country = ${place}` : sql`region = ${place}`;
}

function toCounts(rows: readonly Row[]): Counts {
  const pairs = (facet: Row['facet']) =>
    rows.filter((row) => row.facet === facet && row.listings > 0);
  const byKind = (facet: 'kinds' | 'kindsInRate') =>
    new Map(pairs(facet).map(({ value, listings }) => [Number(value), listings]));
  const byName = (facet: Exclude<Row['facet'], 'kinds' | 'kindsInRate'>) =>
    new Map(pairs(facet).map(({ value, listings }) => [value, listings]));
  return {
    kinds: byKind('kinds'),
    kindsInRate: byKind('kindsInRate'),
    categories: byName('categories'),
    places: byName('places'),
    skills: byName('skills'),
    languages: byName('languages'),
  };
}
