import type { ReadDb } from '#platform/database.ts';
import type { MatchLimits } from '../match-limits.ts';

/** What the operator allows now. */
export async function matchLimits(db: ReadDb): Promise<MatchLimits> {
  return db
    .selectFrom('marketTerms')
    .select(['matchesPerProject as places', 'newcomerPercent', 'matchesPerWeek as perWeek'])
    .executeTakeFirstOrThrow();
}
