import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';

/**
 * Whether this viewer may see the picture of an item, and whether everybody may. Refuses
 * `not_found` for none, for a hidden one, and for one of a freelancer who is not listed, unless it
 * is the viewer's own.
 */
export async function portfolioPicture(
  db: ReadDb,
  itemId: string,
  viewerPartyId: string | null,
): Promise<{ id: string; open: boolean }> {
  const item = isId(itemId)
    ? await db
        .selectFrom('portfolioItem')
        .innerJoin('freelancer', 'freelancer.id', 'portfolioItem.freelancerId')
        .leftJoin('member', 'member.id', 'freelancer.id')
        .select(['portfolioItem.id', 'portfolioItem.hiddenAt', 'freelancerId'])
        .select(['freelancer.listedAt', 'member.suspendedAt'])
        .where('portfolioItem.id', '=', itemId)
        .where('portfolioItem.width', 'is not', null)
        .executeTakeFirst()
    : undefined;
  if (item === undefined) return refuse('not_found', { thing: 'picture' });
  const listed = item.listedAt !== null && item.suspendedAt === null;
  const open = listed && item.hiddenAt === null;
  if (!open && item.freelancerId !== viewerPartyId) {
    return refuse('not_found', { thing: 'picture' });
  }
  return { id: item.id, open };
}
