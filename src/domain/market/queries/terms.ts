import type { ReadDb } from '#platform/database.ts';
import type { Terms } from '../market.ts';

/** The terms that new agreements begin with. */
export async function termsNow(db: ReadDb): Promise<Terms & { baseCurrency: string }> {
  return await db
    .selectFrom('marketTerms')
    .select(['name', 'baseCurrency', 'bankInstructions', 'acceptanceDays', 'securityDays'])
    .select(['offerDays', 'projectDays', 'feedbackDays'])
    .select(['matchesPerProject', 'matchesPerWeek', 'newcomerPercent'])
    .executeTakeFirstOrThrow();
}
