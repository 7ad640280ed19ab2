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

/** The better one first; at a tie the one with the better response record, then by id. */
export function byScore(a: Match, b: Match): number {
  return (
    b.score - a.score ||
    responsePoints(b) - responsePoints(a) ||
    (a.freelancerId < b.freelancerId ? -1 : 1)
  );
}

/**
 * The best for so many places. A share of them is kept for newcomers: the best of these come in
 * even where others have more points. Places that no newcomer takes go to the others.
 */
export function chooseMatches(
  candidates: readonly Match[],
  { places, newcomerPercent }: { places: number; newcomerPercent: number },
): Match[] {
  const ranked = [...candidates].sort(byScore);
  const kept = newcomerPlaces(places, newcomerPercent);
  const newcomers = ranked.filter((one) => one.newcomer).slice(0, kept);
  const first = new Set(newcomers);
  const others = ranked.filter((one) => !first.has(one)).slice(0, places - newcomers.length);
  return [...newcomers, ...others].sort(byScore);
}

/** How many of the places are kept for newcomers: rounded up, so that a share is never nothing. */
export function newcomerPlaces(places: number, newcomerPercent: number): number {
  return Math.ceil((places * newcomerPercent) / 100);
}

function responsePoints(match: Match): number {
  return match.reasons.find((one) => one.part === 'response')?.points ?? 0;
}
