/** What the operator sets: how many are told of a project, and how often one freelancer is. */
export type MatchLimits = {
  places: number;
  newcomerPercent: number;
  perWeek: number;
};

/** Names on one project's list that were not removed. */
export const MOST_MATCHES = 50;

const WEEK_MS = 7 * 86_400_000;

/** What was told before this moment counts no more for the cap of the week. */
export function weekBefore(now: Date): Date {
  return new Date(now.getTime() - WEEK_MS);
}
