import type { ReadDb } from '#platform/database.ts';

/** Where to send a bank transfer, in the operator's own words; empty when it wrote none. */
export async function bankInstructions(db: ReadDb): Promise<string> {
  const { bankInstructions: words } = await db
    .selectFrom('marketTerms')
    .select('bankInstructions')
    .executeTakeFirstOrThrow();
  return words;
}
