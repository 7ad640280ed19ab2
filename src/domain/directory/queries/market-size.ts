import { sql } from 'kysely';
import type { ReadDb } from '#platform/database.ts';

export type MarketSize = {
  /** Listed freelancers, and in how many countries. */
  freelancers: number;
  countries: number;
  openProjects: number;
  /** Of them, published since `since`. */
  freshProjects: number;
};

/** How much there is to find now. */
export async function marketSize(
  db: ReadDb,
  { now, since }: { now: Date; since: Date },
): Promise<MarketSize> {
  const listed = await db
    .selectFrom('listingCount')
    .select([
      sql<number>`coalesce(sum(listings) filter (where place = ''), 0)::int`.as('freelancers'),
      // Regions are words, countries two letters.
      sql<number>`count(*) filter (where length(place) = 2)::int`.as('countries'),
    ])
    .where('categoryNo', '=', 0)
    .where('kind', '=', -1)
    .where('listings', '>', 0)
    .executeTakeFirstOrThrow();
  const open = await db
    .selectFrom('project')
    .select([
      sql<number>`count(*)::int`.as('openProjects'),
      sql<number>`count(*) filter (where published_at >= ${since})::int`.as('freshProjects'),
    ])
    .where('state', '=', 'open')
    .where('audience', '=', 'everyone')
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow();
  return { ...listed, ...open };
}
