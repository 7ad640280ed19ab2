import type { ReadDb } from '#platform/database.ts';

export type PortfolioItem = Awaited<ReturnType<typeof portfolioOf>>[number];

/**
 * What a freelancer shows, in its order. Width and height in pixels are of the picture as it was
 * sent; null where an item has none. Hidden items only when asked for.
 */
export async function portfolioOf(
  db: ReadDb,
  freelancerId: string,
  { hidden = false }: { hidden?: boolean } = {},
) {
  return db
    .selectFrom('portfolioItem')
    .select(['id', 'title', 'about', 'alt', 'link', 'category', 'width', 'height'])
    .select(['addedAt', 'hiddenAt'])
    .where('freelancerId', '=', freelancerId)
    .$if(!hidden, (query) => query.where('hiddenAt', 'is', null))
    .orderBy('position')
    .orderBy('id')
    .execute();
}
