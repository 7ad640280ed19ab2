/** What came of the ended contracts of one freelancer, by kind of work. */
import type { TaxonomyCategory } from '#domain/directory/taxonomy.ts';
import type { OutcomeRow } from '#domain/reputation/queries/outcomes.ts';

export type CategoryOutcomes = {
  slug: string;
  name: string;
  contracts: number;
  /** Mean of the stars, and of how many ratings; null where none was given. */
  stars: { mean: number; count: number } | null;
  /** Milestones that came when they were due, of those that were due. */
  onTime: { part: number; whole: number } | null;
  lastEndedAt: Date;
};

/** Most contracts first. */
export function outcomesByCategory(
  outcomes: readonly OutcomeRow[],
  categories: readonly TaxonomyCategory[],
): CategoryOutcomes[] {
  const names = new Map(categories.map(({ slug, name }) => [slug, name]));
  return [...Map.groupBy(outcomes, ({ category }) => category)]
    .map(([slug, rows]) => ({
      slug,
      name: names.get(slug) ?? slug,
      contracts: rows.length,
      stars: meanStars(rows),
      onTime: onTimeOf(rows),
      lastEndedAt: new Date(Math.max(...rows.map(({ endedAt }) => endedAt.getTime()))),
    }))
    .sort((a, b) => b.contracts - a.contracts);
}

function meanStars(rows: readonly OutcomeRow[]): CategoryOutcomes['stars'] {
  const given = rows.flatMap(({ inputs }) => inputs.seen.stars ?? []);
  if (given.length === 0) return null;
  const sum = given.reduce((all, { part }) => all + part, 0);
  return { mean: sum / given.length, count: given.length };
}

function onTimeOf(rows: readonly OutcomeRow[]): CategoryOutcomes['onTime'] {
  const seen = rows.flatMap(({ inputs }) => inputs.seen.onTime ?? []);
  if (seen.length === 0) return null;
  return {
    part: seen.reduce((all, { part }) => all + part, 0),
    whole: seen.reduce((all, { whole }) => all + whole, 0),
  };
}
