import type { ReadDb } from '#platform/database.ts';

export type MarketTerms = {
  name: string;
  baseCurrency: string;
  acceptanceDays: number;
  securityDays: number;
  offerDays: number;
};

/** The rules of this marketplace that everybody may read. */
export async function marketTerms(db: ReadDb): Promise<MarketTerms> {
  return await db
    .selectFrom('marketTerms')
    .select(['name', 'baseCurrency', 'acceptanceDays', 'securityDays', 'offerDays'])
    .executeTakeFirstOrThrow();
}
