import type { ReadDb } from '#platform/database.ts';

export type Family = 'back-office' | 'front-office' | 'knowledge' | 'household';
export type Category = { slug: string; name: string; family: Family };

/** The categories that are offered, in their order; `kept` is among them though it is retired. */
export async function categories(db: ReadDb, kept = ''): Promise<Category[]> {
  return db
    .selectFrom('category')
    .where((on) => on.or([on('retiredAt', 'is', null), on('slug', '=', kept)]))
    .select(['slug', 'name'])
    .select((on) => on.ref('family').$castTo<Family>().as('family'))
    .orderBy('position')
    .execute();
}
