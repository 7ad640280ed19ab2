import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import {
  PORTFOLIO_LIMITS,
  type PortfolioTexts,
  portfolioProblems,
  tidyPortfolio,
} from '../portfolio.ts';
import { lockOwnFreelancer } from './lock-freelancer.ts';
import { takePicture } from './loose-picture.ts';
import { refreshListing } from './refresh-listing.ts';

export type AddPortfolioItem = PortfolioTexts & {
  /** Made by the caller, who kept the picture under it. */
  itemId: string;
  /** In pixels, as it was drawn; null for an item without a picture. */
  picture: { width: number; height: number } | null;
};

/**
 * Shows something in the portfolio of the actor's party, behind what is there; run it with the
 * item's id as root, on the party's home. Refuses `input_invalid` with the field; a thirteenth item
 * by `too_many` of title.
 */
export async function addPortfolioItem(
  ctx: Context,
  input: AddPortfolioItem,
): Promise<{ itemId: string; seq: number }> {
  const { itemId, picture } = input;
  const { id: freelancerId } = await lockOwnFreelancer(ctx);
  const texts = tidyPortfolio(input);
  const [problem] = portfolioProblems(texts, picture !== null);
  if (problem !== undefined) throw problem;
  if (!isId(itemId)) refuse('input_invalid', { rule: 'not_listed' }, 'itemId');
  await assertCategory(ctx, texts.category);
  const items = await ctx.tx
    .selectFrom('portfolioItem')
    .select('position')
    .where('freelancerId', '=', freelancerId)
    .orderBy('position', 'desc')
    .execute();
  const limit = PORTFOLIO_LIMITS.items;
  if (items.length >= limit) refuse('input_invalid', { rule: 'too_many', limit }, 'title');
  if (picture !== null) await takePicture(ctx, itemId, freelancerId);
  await ctx.tx
    .insertInto('portfolioItem')
    .values({
      ...texts,
      id: itemId,
      freelancerId,
      position: (items[0]?.position ?? 0) + 1,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      addedAt: ctx.now,
    })
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'portfolio.added',
    rootKind: 'party',
    rootId: freelancerId,
    subjectId: itemId,
    parties: [freelancerId],
    data: { title: texts.title, picture: picture !== null },
  });
  await refreshListing(ctx, freelancerId);
  return { itemId, seq };
}

/** An item may stand under any category that takes new uses. */
export async function assertCategory(ctx: Context, slug: string | null): Promise<void> {
  if (slug === null) return;
  const category = await ctx.tx
    .selectFrom('category')
    .select('slug')
    .where('slug', '=', slug)
    .where('retiredAt', 'is', null)
    .executeTakeFirst();
  if (category === undefined) refuse('input_invalid', { rule: 'not_listed' }, 'category');
}
