import { type RawBuilder, sql } from 'kysely';
import { LIVE_PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import { NEWCOMER_INTERVAL } from '#domain/reputation/newcomer-interval.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { weekBefore } from '../match-limits.ts';
import { NEWCOMER_CONTRACTS, type Wanted } from '../match-score.ts';

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
  /** Whoever was invited to it, stands on its list or proposed is no candidate. */
  projectId: string | null;
};

/** How many each look takes, so that its price does not grow with the directory. */
const LOOK = { byRank: 400, nearRate: 60, newest: 600, newcomers: 120, bySkills: 150 } as const;
/** With fewer who have every skill among those looked at, the whole directory is asked for them. */
const ENOUGH_SKILLED = 20;
/** Of those looked at, the best by what a listing tells are read in full. */
const READ = { best: 150, newcomers: 50 } as const;

const COLUMNS = sql`
  l.id, l.name, l.country, l.categories as category_nos, l.skills, l.rate_minor, l.quality,
  l.quality_low, l.contracts, f.availability, f.away_until, f.hours_a_week, f.time_zone,
  r.response_rate, r.response_hours, r.response_count`;

const SOURCES = sql`
  listing l join freelancer f on f.id = l.id
  left join reputation r on r.party_id = l.id and r.side = 'freelancer'`;

/**
 * A few hundred freelancers among whom the best for a project are: the best of the category, those
 * near the rate, the newest newcomers and, where the skills are rare, whoever has them all. Nobody
 * who wants no notices, or was told as often this week as the market allows.
 */
export async function readCandidates(
  db: ReadDb,
  wanted: Wanted & { categoryNo: number },
  { now, without, projectId }: CandidateFilter,
): Promise<Candidate[]> {
  const weekAgo = weekBefore(now);
  return readSql<Candidate>(
    db,
    sql`
      with place as materialized (${placed(wanted, weekAgo)}),
      look as materialized (
        select ${judged(wanted)} from place join listing l on l.id = place.id),
      skilled as materialized (
        select ${judged(wanted)} from listing l
        where l.skills @> ${[...wanted.skills]}::text[] and ${wanted.skills.length > 0}
          and (select count(*) from look where skills_had = ${wanted.skills.length})
            < ${ENOUGH_SKILLED}
        limit ${LOOK.bySkills}),
      looked as materialized (select * from look union select * from skilled),
      near as materialized (
        (select id from looked order by points desc, id limit ${READ.best})
        union
        (select id from looked where contracts < ${NEWCOMER_CONTRACTS}
          order by points desc, id limit ${READ.newcomers}))
      select ${COLUMNS} from near join ${SOURCES} on l.id = near.id
      where f.match_notices and f.listed_at is not null and l.id <> all(${[...without]}::uuid[])
        and ${roomThisWeek(sql`l.id`, weekAgo)}
        and not exists (select from project_invitation i
          where i.project_id = ${projectId}::uuid and i.freelancer_id = l.id)
        and not exists (select from project_match m
          where m.project_id = ${projectId}::uuid and m.freelancer_id = l.id)
        and not exists (select from proposal o
          where o.project_id = ${projectId}::uuid and o.freelancer_id = l.id
            and o.state = any(${[...LIVE_PROPOSAL_STATES]}::text[]))`,
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

/** Ids from the ends of the category's orders; who has no room this week makes way for the next. */
function placed({ categoryNo, ceilingMinor }: Wanted & { categoryNo: number }, weekAgo: Date) {
  const ceiling = ceilingMinor === null ? null : Math.floor(ceilingMinor);
  return sql`
    (select id from listing_place p
      where category_no = ${categoryNo} and ${roomThisWeek(sql`p.id`, weekAgo)}
      order by rank desc, id limit ${LOOK.byRank})
    union
    (select id from listing_place
      where category_no = ${categoryNo} and rate_minor <= ${ceiling}::bigint
      order by rate_minor desc, id desc limit ${LOOK.nearRate})
    union
    (select id from (
        select id, quality from listing_place where category_no = ${categoryNo}
        order by listed_at desc, id limit ${LOOK.newest}) newest
      where quality is null limit ${LOOK.newcomers})`;
}

/** The points for what stands in the listing itself: all but shared hours and response. */
function judged({ skills, ceilingMinor, categoryNo }: Wanted & { categoryNo: number }) {
  const had = sql`(select count(*) from unnest(${[...skills]}::text[]) asked
    where asked = any(l.skills))`;
  const ceiling = sql`${ceilingMinor}::float8`;
  return sql`
    l.id, l.contracts, ${had} as skills_had,
    15 * (${categoryNo}::smallint = any(l.categories))::int
      + 20.0 * ${had} / ${Math.max(1, skills.length)}::int
      + 20 * least(1, greatest(0, coalesce(
          1 - (l.rate_minor - ${ceiling}) / (0.5 * ${ceiling}), 0.5)))
      + 15 * (coalesce(l.quality_low, ${NEWCOMER_INTERVAL.low}::float8) - 1) / 4
      + 10 - 5 * l.availability as points`;
}

function roomThisWeek(id: RawBuilder<unknown>, weekAgo: Date) {
  return sql`(
    select count(*) from project_invitation told
    where told.freelancer_id = ${id} and told.source = 'match' and told.invited_at > ${weekAgo}
  ) < (select matches_per_week from market_terms)`;
}
