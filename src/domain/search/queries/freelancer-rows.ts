import { sql } from 'kysely';
import type { Availability } from '#domain/directory/listing.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

export type FreelancerRow = {
  id: string;
  name: string;
  headline: string;
  country: string;
  rateLowMinor: bigint;
  rateHighMinor: bigint;
  availability: Availability;
  quality: number | null;
  qualityLow: number | null;
  qualityHigh: number | null;
  contracts: number;
  /** Share of the amount that was delivered by the day agreed, 0 … 1. */
  onTime: number | null;
  /** Slugs, the main one first. */
  categories: string[];
  skills: { slug: string; name: string }[];
  listedAt: Date;
};

/** These listings as lists show them, in this order; those that are gone are left out. */
export async function freelancerRows(db: ReadDb, ids: readonly string[]): Promise<FreelancerRow[]> {
  if (ids.length === 0) return [];
  const rows = await readSql<FreelancerRow>(
    db,
    sql`
    select listing.id, listing.name, listing.headline, listing.country,
      listing.rate_minor as rate_low_minor, listing.rate_high_minor,
      (array['open', 'limited', 'away'])[listing.availability + 1] as availability,
      reputation.score as quality, reputation.low as quality_low,
      reputation.high as quality_high, listing.contracts, reputation.on_time,
      array(select slug from unnest(listing.categories) with ordinality chosen (no, place)
        join category using (no) order by place) as categories,
      coalesce((select jsonb_agg(jsonb_build_object('slug', slug, 'name', skill.name)
          order by place)
        from unnest(listing.skills) with ordinality chosen (slug, place)
        join skill using (slug)), '[]') as skills,
      listing.listed_at
    from unnest(${ids}::uuid[]) with ordinality wanted (id, place)
    join listing using (id)
    left join reputation on reputation.party_id = listing.id and reputation.side = 'freelancer'
    order by wanted.place`,
  );
  return rows;
}
