import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { FamilySlug } from '../taxonomy.ts';

/** A category with what its hours cost; all null and 0 while nobody is listed in it. */
export type CategoryRates = {
  slug: string;
  name: string;
  family: FamilySlug;
  lowMinor: bigint | null;
  highMinor: bigint | null;
  freelancers: number;
};

/** Every category that takes work, in its order, with its lowest and highest rate. */
export async function rateOverview(db: ReadDb): Promise<CategoryRates[]> {
  return readSql(
    db,
    sql<CategoryRates>`
      select slug, name, family,
        (select rate_minor from listing_place where category_no = no
          order by rate_minor limit 1) as low_minor,
        (select rate_high_minor from listing_place where category_no = no and category_no > 0
          order by rate_high_minor desc limit 1) as high_minor,
        coalesce((select listings from listing_count
          where category_no = no and place = '' and kind = -1), 0)::int as freelancers
      from category
      where retired_at is null
      order by position`,
  );
}
