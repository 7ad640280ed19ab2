import type { ReadDb } from '#platform/database.ts';

/** How many freelancers the marketplace tells of a new project; 0 where it tells nobody. */
export async function matchesPerProject(db: ReadDb): Promise<number> {
  const terms = await db
    .selectFrom('marketTerms')
    .select('matchesPerProject')
    .executeTakeFirstOrThrow();
  return terms.matchesPerProject;
}
