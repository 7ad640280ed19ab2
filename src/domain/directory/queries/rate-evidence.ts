import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import { type RateSpan, rateSpan } from '../rate.ts';

/** One listed freelancer and what it asks for an hour, in the market's base currency. */
export type RateBehind = {
  id: string;
  name: string;
  lowMinor: bigint;
  highMinor: bigint;
  quality: number | null;
};

/**
 * The freelancers of a category and country in the order of the middles of their rates, and the
 * rates computed from them one by one: what `ratesByCountry` says, made a second way.
 */
export async function rateEvidence(
  db: ReadDb,
  { category, country, score }: { category: string; country: string; score?: number | undefined },
): Promise<{ rows: RateBehind[]; span: RateSpan | null }> {
  const rows = await readSql(
    db,
    sql<RateBehind>`
      select place.id, listing.name, place.rate_minor as low_minor,
        place.rate_high_minor as high_minor, place.quality
      from listing_place place join listing on listing.id = place.id
      where place.category_no = (select no from category where slug = ${category})
        and place.category_no > 0 and place.country = ${country}
        ${score === undefined ? sql`` : sql`and place.quality >= ${score}`}
      order by place.rate_minor + place.rate_high_minor, place.rate_minor, place.id`,
  );
  return { rows, span: rateSpan(rows) };
}
