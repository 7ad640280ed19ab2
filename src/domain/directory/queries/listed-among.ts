import type { ReadDb } from '#platform/database.ts';

/** Which of these parties have a profile that everybody can read. */
export async function listedAmong(db: ReadDb, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('listing').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}
