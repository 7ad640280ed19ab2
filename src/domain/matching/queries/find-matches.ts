import { hoursShared } from '#domain/directory/region.ts';
import type { ReadDb } from '#platform/database.ts';
import { byScore, type Match } from '../choose-matches.ts';
import { isAway, isNewcomer, matchScore, type Offered } from '../match-score.ts';
import { type AskedFor, type Vocabulary, wantedOf } from '../vocabulary.ts';
import { type Candidate, type CandidateFilter, readCandidates } from './candidates.ts';
import { clientSide, clientZone } from './client-side.ts';
import { readVocabulary } from './vocabulary.ts';

export type MatchTerms = AskedFor & {
  clientId: string;
  /** The member whose working day counts. */
  postedBy: string;
  /** Absent for a project that is not written yet. Who was invited or suggested is left out. */
  projectId?: string;
};

/** Who fits these terms at `now`, the best first: at most `limit`, without those who want or take none. */
export async function findMatches(
  db: ReadDb,
  terms: MatchTerms,
  { limit, now }: { limit: number; now: Date },
): Promise<Match[]> {
  const vocabulary = await readVocabulary(db);
  return (await scoreCandidates(db, terms, { vocabulary, now })).slice(0, limit);
}

/** All candidates with their scores, the best first. */
export async function scoreCandidates(
  db: ReadDb,
  terms: MatchTerms,
  { vocabulary, now }: { vocabulary: Vocabulary; now: Date },
): Promise<Match[]> {
  const ownSide = await clientSide(db, terms.clientId);
  const filter = { now, without: ownSide, projectId: terms.projectId ?? null };
  const judge = await judgeOf(db, terms, { vocabulary, now });
  const wanted = wantedOf(terms, vocabulary);
  const categoryNo = vocabulary.categories.get(terms.category)?.no ?? 0;
  const found = await readCandidates(
    db,
    { ...wanted, categoryNo },
    filter satisfies CandidateFilter,
  );
  return found
    .map(judge)
    .filter((one) => !one.away)
    .map(({ match }) => match)
    .sort(byScore(terms.projectId ?? ''));
}

/** Scores one candidate after the other for these terms. */
export async function judgeOf(
  db: ReadDb,
  terms: MatchTerms,
  { vocabulary, now }: { vocabulary: Vocabulary; now: Date },
): Promise<(candidate: Candidate) => { match: Match; away: boolean }> {
  const wanted = wantedOf(terms, vocabulary);
  const zone = await clientZone(db, terms.postedBy);
  return (candidate) => {
    const shared = zone === null ? null : hoursShared(zone, candidate.timeZone, now);
    const offered = offeredBy(candidate, { vocabulary, shared });
    const { score, reasons } = matchScore(wanted, offered, now);
    const { id: freelancerId, name, country } = candidate;
    const match = { freelancerId, name, country, score, newcomer: isNewcomer(offered), reasons };
    return { match, away: isAway(offered, now) };
  };
}

function offeredBy(
  candidate: Candidate,
  { vocabulary, shared }: { vocabulary: Vocabulary; shared: number | null },
): Offered {
  return {
    categories: candidate.categoryNos.flatMap((no) => vocabulary.categoryByNo.get(no) ?? []),
    skills: candidate.skills,
    rateLowMinor: Number(candidate.rateMinor),
    qualityLow: candidate.quality === null ? null : candidate.qualityLow,
    contracts: candidate.contracts,
    hoursShared: shared,
    availability: candidate.availability,
    awayUntil: candidate.awayUntil,
    hoursAWeek: candidate.hoursAWeek,
    responseRate: candidate.responseRate,
    responseHours: candidate.responseHours,
    responseCount: candidate.responseCount ?? 0,
  };
}
