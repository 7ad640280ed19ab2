import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { type PortfolioTexts, portfolioProblems, tidyPortfolio } from '../portfolio.ts';
import { assertCategory } from './add-portfolio-item.ts';
import { lockOwnFreelancer } from './lock-freelancer.ts';
import { looseAgain } from './loose-picture.ts';
import { refreshListing } from './refresh-listing.ts';

type ChangePortfolioItem = { itemId: string } & Partial<PortfolioTexts>;

/** Changes the given words of an own item; its picture stays. No change is no event. */
export async function changePortfolioItem(
  ctx: Context,
  input: ChangePortfolioItem,
): Promise<{ changed: string[]; seq: number | null }> {
  const item = await lockOwnItem(ctx, input.itemId);
  const { title, about, alt, link, category } = item;
  const before: PortfolioTexts = { title, about, alt, link, category };
  const texts = tidyPortfolio({ ...before, ...given(input) });
  const changed = TEXTS.filter((part) => texts[part] !== before[part]);
  if (changed.length === 0) return { changed, seq: null };
  const [problem] = portfolioProblems(texts, item.width !== null);
  if (problem !== undefined) throw problem;
  if (changed.includes('category')) await assertCategory(ctx, texts.category);
  await ctx.tx.updateTable('portfolioItem').set(texts).where('id', '=', item.id).execute();
  return { changed, seq: await note(ctx, item, { title: texts.title, changed }) };
}

/** Moves an own item one place up or down. At the end already it stays, and `seq` is null. */
export async function movePortfolioItem(
  ctx: Context,
  { itemId, to }: { itemId: string; to: 'up' | 'down' },
): Promise<{ seq: number | null }> {
  const item = await lockOwnItem(ctx, itemId);
  const ids = await ctx.tx
    .selectFrom('portfolioItem')
    .select('id')
    .where('freelancerId', '=', item.freelancerId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const order = ids.map(({ id }) => id);
  const place = order.indexOf(itemId);
  const other = order[to === 'up' ? place - 1 : place + 1];
  if (other === undefined) return { seq: null };
  order[order.indexOf(other)] = itemId;
  order[place] = other;
  for (const [at, id] of order.entries()) {
    await ctx.tx
      .updateTable('portfolioItem')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute();
  }
  return { seq: await note(ctx, item, { title: item.title, changed: ['position'] }) };
}

/** Removes an own item; the sweep removes its picture. */
export async function removePortfolioItem(
  ctx: Context,
  { itemId }: { itemId: string },
): Promise<{ seq: number }> {
  const item = await lockOwnItem(ctx, itemId);
  const { id, freelancerId, title } = item;
  await ctx.tx.deleteFrom('portfolioItem').where('id', '=', id).execute();
  if (item.width !== null) await looseAgain(ctx, id, freelancerId);
  const { seq } = await appendEvent(ctx, {
    kind: 'portfolio.removed',
    rootKind: 'party',
    rootId: freelancerId,
    subjectId: id,
    parties: [freelancerId],
    data: { title },
  });
  await refreshListing(ctx, freelancerId);
  return { seq };
}

const TEXTS = ['title', 'about', 'alt', 'link', 'category'] as const;

type Item = Awaited<ReturnType<typeof lockOwnItem>>;

/** The freelancer's row is the lock of its portfolio. To everybody else an item is not there. */
async function lockOwnItem(ctx: Context, itemId: string) {
  const { id: freelancerId } = await lockOwnFreelancer(ctx);
  const item = isId(itemId)
    ? await ctx.tx
        .selectFrom('portfolioItem')
        .selectAll()
        .where('id', '=', itemId)
        .where('freelancerId', '=', freelancerId)
        .executeTakeFirst()
    : undefined;
  return item ?? refuse('not_found', { thing: 'portfolio_item' });
}

async function note(
  ctx: Context,
  item: Item,
  data: { title: string; changed: string[] },
): Promise<number> {
  const { seq } = await appendEvent(ctx, {
    kind: 'portfolio.changed',
    rootKind: 'party',
    rootId: item.freelancerId,
    subjectId: item.id,
    parties: [item.freelancerId],
    data,
  });
  await refreshListing(ctx, item.freelancerId);
  return seq;
}

function given({ itemId: _id, ...texts }: ChangePortfolioItem): Partial<PortfolioTexts> {
  const entries = Object.entries(texts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<PortfolioTexts>;
}
