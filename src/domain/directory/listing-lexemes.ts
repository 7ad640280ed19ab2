/** What a listing is filed under besides its words: whole facts, beside them in one index. */

export type Exact = {
  categories?: readonly string[];
  skills?: readonly string[];
  languages?: readonly string[];
  /** Countries and regions. */
  places?: readonly string[];
};

/**
 * Ranks, 0 … 1, that the index of words tells apart: a listing is filed under each one that it
 * reaches, so that the best of many can be found without looking at all. A change needs all
 * listings written anew. Close together at the top, where there are the fewest and most is asked.
 */
export const RANK_STEPS = [
  0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.825, 0.85, 0.875, 0.9, 0.925, 0.95, 0.975,
] as const;

/** The word that stands for this rank or a better one. */
export function rankLexeme(step: number): string {
  return `@rank:${Math.round(step * 1_000)}`;
}

/** Compared in single precision, as listings keep and order ranks. */
export function reachesRank(rank: number, step: number): boolean {
  return Math.fround(rank) >= Math.fround(step);
}

export function rankLexemes(rank: number): string[] {
  return RANK_STEPS.filter((step) => reachesRank(rank, step)).map(rankLexeme);
}

/** The words of the index that stand for these facts. No word of a text begins with @. */
export function exactLexemes(facts: Exact): string[] {
  const { categories = [], skills = [], languages = [], places = [] } = facts;
  return [
    ...categories.map((slug) => `@category:${slug}`),
    ...skills.map((slug) => `@skill:${slug}`),
    ...languages.map((code) => `@language:${code}`),
    ...places.map((place) => `@place:${place}`),
  ];
}

/** A lexeme as a tsquery writes it. */
export function quotedLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
