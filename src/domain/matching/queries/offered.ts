import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { Offered } from '../match-score.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Row = {
  timeZone: string;
  rateLowMinor: bigint | null;
  availability: Offered['availability'];
  awayUntil: string | null;
  hoursAWeek: number | null;
  low: number | null;
  contracts: number | null;
  responseRate: number | null;
  responseHours: number | null;
  responseCount: number | null;
  categories: string[];
  skills: string[];
};

/**
 * What a party offers, listed or not; null without a freelancer profile. The hours shared depend on
 * the other side, and are left open.
 */
export async function readOffered(
  db: ReadDb,
  partyId: string,
  vocabulary: Vocabulary,
): Promise<{ offered: Offered; timeZone: string } | null> {
  const [row] = await readSql<Row>(
    db,
    sql`
      select f.time_zone, f.rate_low_minor, f.availability, f.away_until, f.hours_a_week,
        r.low, r.contracts, r.response_rate, r.response_hours, r.response_count,
        array(select category from freelancer_category where freelancer_id = f.id) as categories,
        array(select skill from freelancer_skill where freelancer_id = f.id) as skills
      from freelancer f
      left join reputation r on r.party_id = f.id and r.side = 'freelancer'
      where f.id = ${partyId}`,
  );
  if (row === undefined) return null;
  const { timeZone, rateLowMinor, low, contracts, responseCount, categories, ...rest } = row;
  const offered = {
    ...rest,
    categories: categories.filter((slug) => vocabulary.categories.has(slug)),
    rateLowMinor: rateLowMinor === null ? null : Number(rateLowMinor),
    qualityLow: low,
    contracts: contracts ?? 0,
    hoursShared: null,
    responseCount: responseCount ?? 0,
  };
  return { offered, timeZone };
}
