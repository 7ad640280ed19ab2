/**
 * Words of the market.
 * Terms: the rules of this installation that every new agreement begins with: its clocks, its name,
 *   how money is paid in. A contract keeps the terms of its own day.
 * Fee rule: who pays what share, from when on. A rule that has begun is never edited: a later one
 *   takes its place, or it is ended. The newest rule of a currency goes before one for all of them.
 */

/** What the events of the market itself hang on: it is one, so its id is fixed. Its home is 0. */
export const MARKET_ROOT = '00000000-0000-8000-8000-000000000001';

/** The terms that count days, with what may be chosen. The database holds the same limits. */
export const TERM_DAYS = {
  acceptanceDays: { least: 1, most: 90 },
  securityDays: { least: 0, most: 90 },
  offerDays: { least: 1, most: 60 },
  projectDays: { least: 1, most: 365 },
  feedbackDays: { least: 1, most: 90 },
} as const;

export type TermDays = keyof typeof TERM_DAYS;

export const TERM_DAY_NAMES = Object.keys(TERM_DAYS) as TermDays[];

/**
 * How many freelancers are told of a new project, how often one of them is in a week, and what
 * share of the places is kept for newcomers, in percent. The database holds the same limits.
 */
export const MATCH_TERMS = {
  matchesPerProject: { least: 0, most: 50 },
  matchesPerWeek: { least: 1, most: 200 },
  newcomerPercent: { least: 0, most: 50 },
} as const;

export type MatchTerm = keyof typeof MATCH_TERMS;

export const MATCH_TERM_NAMES = Object.keys(MATCH_TERMS) as MatchTerm[];

export type Terms = Record<TermDays | MatchTerm, number> & {
  name: string;
  bankInstructions: string;
};

export const NAME_CHARS = 60;
export const INSTRUCTIONS_CHARS = 2_000;
