import { homeOf } from '#domain/kernel/ids.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { refreshListing } from './refresh-listing.ts';

/** Takes a profile out of the directory after a report; its owner may list it again once mended. */
export async function hideFreelancer(ctx: Context, id: string): Promise<void> {
  const done = await ctx.tx
    .updateTable('freelancer')
    .set({ listedAt: null })
    .where('id', '=', id)
    .where('listedAt', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (done === undefined) return;
  await appendEvent(
    { ...ctx, home: homeOf(id) },
    {
      kind: 'freelancer.unlisted',
      rootKind: 'party',
      rootId: id,
      subjectId: id,
      parties: [id],
      data: {},
    },
  );
  await refreshListing(ctx, id);
}

/** Hides a work of a portfolio after a report, or shows it again; its owner sees it either way. */
export async function showPortfolioItem(ctx: Context, id: string, shown: boolean): Promise<void> {
  await ctx.tx
    .updateTable('portfolioItem')
    .set({ hiddenAt: shown ? null : ctx.now })
    .where('id', '=', id)
    .execute();
}
