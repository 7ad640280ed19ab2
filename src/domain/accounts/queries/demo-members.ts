import type { ReadDb } from '#platform/database.ts';
import { DEMO_ADDRESSES } from '../demo.ts';

/** The addresses of the demo's members; none where the demo marketplace was not loaded. */
export async function demoMembers(db: ReadDb): Promise<string[]> {
  const { demo } = await db.selectFrom('marketTerms').select('demo').executeTakeFirstOrThrow();
  if (!demo) return [];
  const rows = await db
    .selectFrom('member')
    .select('email')
    .where('email', 'in', [...DEMO_ADDRESSES])
    .execute();
  const found = rows.map((row) => row.email);
  return DEMO_ADDRESSES.filter((email) => found.includes(email));
}
