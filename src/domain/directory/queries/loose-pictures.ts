import type { ReadDb } from '#platform/database.ts';

/**
 * Pictures whose time to be taken by an item is over. `shown` is true where an item has it all the
 * same, because its upload came a second time.
 */
export async function loosePictures(
  db: ReadDb,
  now: Date,
  limit: number,
): Promise<{ id: string; shown: boolean }[]> {
  return db
    .selectFrom('loosePicture')
    .leftJoin('portfolioItem', 'portfolioItem.id', 'loosePicture.id')
    .select('loosePicture.id')
    .select((on) => on('portfolioItem.id', 'is not', null).$castTo<boolean>().as('shown'))
    .where('dropAfter', '<=', now)
    .orderBy('dropAfter')
    .limit(limit)
    .execute();
}
