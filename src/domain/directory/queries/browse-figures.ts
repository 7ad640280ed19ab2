/** How many freelancers there are of each kind and place, and what their hours cost. */
import { sql } from 'kysely';
import type { ReadDb } from '#platform/database.ts';

/** Hourly rates in minor units of the base currency; null where nobody is. */
export type Figures = {
  freelancers: number;
  lowMinor: bigint | null;
  highMinor: bigint | null;
};

export type KindFigures = Figures & { slug: string; name: string };

/** What is sold in a country, the kinds with most freelancers first. */
export async function kindsOfPlace(db: ReadDb, country: string): Promise<KindFigures[]> {
  const rows = await db
    .selectFrom('listingPlace')
    .innerJoin('category', 'category.no', 'listingPlace.categoryNo')
    .select(({ fn }) => [
      'category.slug',
      'category.name',
      fn.countAll<bigint>().as('count'),
      fn.min<bigint | null>('rateMinor').as('lowMinor'),
      fn.max<bigint | null>('rateHighMinor').as('highMinor'),
    ])
    .where('country', '=', country)
    .where('category.retiredAt', 'is', null)
    .groupBy(['category.slug', 'category.name'])
    .orderBy('count', 'desc')
    .orderBy('category.name')
    .execute();
  return rows.map(({ count, ...row }) => ({ ...row, freelancers: Number(count) }));
}

/** Everybody who is listed in a country. */
export async function figuresOfPlace(db: ReadDb, country: string): Promise<Figures> {
  const { count, ...rates } = await db
    .selectFrom('listingPlace')
    .select(({ fn }) => [
      fn.countAll<bigint>().as('count'),
      fn.min<bigint | null>('rateMinor').as('lowMinor'),
      fn.max<bigint | null>('rateHighMinor').as('highMinor'),
    ])
    .where('categoryNo', '=', 0)
    .where('country', '=', country)
    .executeTakeFirstOrThrow();
  return { ...rates, freelancers: Number(count) };
}

/** Every pair of a category and a country with somebody in it. */
export async function kindsAndPlaces(db: ReadDb): Promise<{ slug: string; country: string }[]> {
  return (
    db
      .selectFrom('listingCount')
      .innerJoin('category', 'category.no', 'listingCount.categoryNo')
      .select(['category.slug', 'listingCount.place as country'])
      .where('kind', '=', -1)
      .where('listings', '>', 0)
      .where('category.retiredAt', 'is', null)
      // Regions are words, countries two letters.
      .where(sql<boolean>`length(place) = 2`)
      .orderBy('category.slug')
      .orderBy('place')
      .execute()
  );
}

/** How many projects of a category everybody may propose on now. */
export async function openProjectsOf(db: ReadDb, category: string, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('project')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('state', '=', 'open')
    .where('audience', '=', 'everyone')
    .where('category', '=', category)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}
