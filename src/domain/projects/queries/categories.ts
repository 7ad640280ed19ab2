import type { ReadDb } from '#platform/database.ts';

export type Category = Awaited<ReturnType<typeof categories>>[number];

/** All categories in their order. */
export async function categories(db: ReadDb) {
  return db.selectFrom('category').select(['slug', 'family', 'name']).orderBy('position').execute();
}
