import type { ReadDb } from '#platform/database.ts';

export type Family = 'back-office' | 'front-office' | 'knowledge' | 'household';
export type Category = { slug: string; name: string; family: Family };

/** All categories in their order. */
export async function categories(db: ReadDb): Promise<Category[]> {
  return db
    .selectFrom('category')
    .select(['slug', 'name'])
    .select((on) => on.ref('family').$castTo<Family>().as('family'))
    .orderBy('position')
    .execute();
}
