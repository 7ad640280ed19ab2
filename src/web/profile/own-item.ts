import { portfolioOf } from '#domain/directory/queries/portfolio.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';

type Context = Parameters<typeof signedIn>[0];

/** An item of the party that the member acts for. Refuses `not_found`. */
export async function ownItem(context: Context, itemId: string) {
  const { readDb, actor } = signedIn(context);
  const items = await portfolioOf(readDb, actor.partyId, { hidden: true });
  const item = items.find(({ id }) => id === itemId);
  return item ?? refuse('not_found', { thing: 'portfolio_item' });
}
