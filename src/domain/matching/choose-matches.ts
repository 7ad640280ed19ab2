import type { Reason } from './match-score.ts';

/** A freelancer with the score for one project. */
export type Match = {
  freelancerId: string;
  name: string;
  country: string | null;
  score: number;
  newcomer: boolean;
  reasons: Reason[];
};

/**
 * The better one first; at a tie the one with the better response record, then by a lot that falls
 * anew for each project: by their ids alone, the oldest of many equal newcomers would always win.
 */
export function byScore(projectId: string): (a: Match, b: Match) => number {
  return (a, b) =>
    b.score - a.score ||
    responsePoints(b) - responsePoints(a) ||
    lotOf(projectId, a) - lotOf(projectId, b) ||
    (a.freelancerId < b.freelancerId ? -1 : 1);
}

/** FNV-1a, 32 bits: the same for the same two, and as good as chance over many. */
function lotOf(projectId: string, { freelancerId }: Match): number {
  let hash = 0x811c9dc5;
  for (const letter of projectId + freelancerId) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

export type Choice = { projectId: string; places: number; newcomerPercent: number };

/**
 * The best for so many places. A share of them is kept for newcomers: the best of these come in
 * even where others have more points. Places that no newcomer takes go to the others.
 */
export function chooseMatches(
  candidates: readonly Match[],
  { projectId, places, newcomerPercent }: Choice,
): Match[] {
  const better = byScore(projectId);
  const ranked = [...candidates].sort(better);
  const kept = newcomerPlaces(places, newcomerPercent);
  const newcomers = ranked.filter((one) => one.newcomer).slice(0, kept);
  const first = new Set(newcomers);
  const others = ranked.filter((one) => !first.has(one)).slice(0, places - newcomers.length);
  return [...newcomers, ...others].sort(better);
}

/** How many of the places are kept for newcomers: rounded up, so that a share is never nothing. */
export function newcomerPlaces(places: number, newcomerPercent: number): number {
  return Math.ceil((places * newcomerPercent) / 100);
}

function responsePoints(match: Match): number {
  return match.reasons.find((one) => one.part === 'response')?.points ?? 0;
}
