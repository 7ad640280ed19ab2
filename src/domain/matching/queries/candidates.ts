import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { Wanted } from '../match-score.ts';

/** A listed freelancer with all that the score reads. */
export type Candidate = {
  id: string;
  name: string;
  country: string;
  categoryNos: number[];
  skills: string[];
  rateMinor: bigint;
  quality: number | null;
  qualityLow: number | null;
  contracts: number;
  availability: 'open' | 'limited' | 'away';
  awayUntil: string | null;
  hoursAWeek: number | null;
  timeZone: string;
  responseRate: number | null;
  responseHours: number | null;
  responseCount: number | null;
};

export type CandidateFilter = {
  now: Date;
  /** Parties that are no candidates. */
  without: readonly string[];
  /** Whoever was invited to it or stands on its list is no candidate. */
  projectId: string | null;
};

const WEEK_MS = 7 * 86_400_000;

const COLUMNS = sql`
  l.id, l.name, l.country, l.categories as category_nos, l.skills, l.rate_minor, l.quality,
  l.quality_low, l.contracts, f.availability, f.away_until, f.hours_a_week, f.time_zone,
  r.response_rate, r.response_hours, r.response_count`;

const SOURCES = sql`
  listing l join freelancer f on f.id = l.id
  left join reputation r on r.party_id = l.id and r.side = 'freelancer'`;

/**
 * A few hundred freelancers among whom the best for a project are: the best of the category, those
 * of them within the rate, those with the skills, and the newest of the newcomers. Nobody who wants
 * no notices, or was told as often this week as the market allows.
 */
export async function readCandidates(
  db: ReadDb,
  wanted: Wanted & { categoryNo: number },
  { now, without, projectId }: CandidateFilter,
): Promise<Candidate[]> {
  const weekAgo = new Date(now.getTime() - WEEK_MS);
  return readSql<Candidate>(
    db,
    sql`
      with near as materialized (${nearIds(wanted)})
      select ${COLUMNS} from near join ${SOURCES} on l.id = near.id
      where f.match_notices and f.listed_at is not null and l.id <> all(${[...without]}::uuid[])
        and (select count(*) from project_invitation i
          where i.freelancer_id = l.id and i.source = 'match' and i.invited_at > ${weekAgo}
        ) < (select matches_per_week from market_terms)
        and not exists (select from project_invitation i
          where i.project_id = ${projectId}::uuid and i.freelancer_id = l.id)
        and not exists (select from project_match m
          where m.project_id = ${projectId}::uuid and m.freelancer_id = l.id)`,
  );
}

/** These freelancers, listed ones only. */
export async function candidatesById(db: ReadDb, ids: readonly string[]): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  return readSql<Candidate>(
    db,
    sql`select ${COLUMNS} from ${SOURCES} where l.id = any(${[...ids]}::uuid[])`,
  );
}

function nearIds({ categoryNo, skills, ceilingMinor }: Wanted & { categoryNo: number }) {
  return sql`
    (select id from listing_place where category_no = ${categoryNo}
      order by rank desc, id limit 300)
    union
    (select id from listing_place
      where category_no = ${categoryNo} and rate_minor <= ${ceilingMinor}
      order by rate_minor desc, id desc limit 100)
    union
    (select id from listing where skills @> ${[...skills]}::text[]
      and cardinality(${[...skills]}::text[]) > 0 limit 100)
    union
    (select id from listing_place where category_no = ${categoryNo} and quality is null
      order by rank desc, id limit 100)`;
}
