import type { ReadDb } from '#platform/database.ts';

/** What this marketplace sets for projects: days that one stays open, and the usual currency. */
export async function projectDefaults(
  db: ReadDb,
): Promise<{ projectDays: number; currency: string }> {
  const terms = await db
    .selectFrom('marketTerms')
    .select(['projectDays', 'baseCurrency as currency'])
    .executeTakeFirstOrThrow();
  return terms;
}
