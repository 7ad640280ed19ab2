import type { Context } from '#platform/context.ts';
import type { Terms } from '../market.ts';

/** Locks the market's terms, and with them its fee rules, for the rest of the transaction. */
export async function lockMarket(ctx: Context): Promise<Terms> {
  return await ctx.tx
    .selectFrom('marketTerms')
    .select(['name', 'bankInstructions', 'acceptanceDays', 'securityDays', 'offerDays'])
    .select(['projectDays', 'feedbackDays'])
    .select(['matchesPerProject', 'matchesPerWeek', 'newcomerPercent'])
    .forUpdate()
    .executeTakeFirstOrThrow();
}
