import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { refreshListing } from './refresh-listing.ts';

/** Writes one listing anew after something that many listings say was changed. */
export async function refreshListingOf(
  ctx: Context,
  { partyId }: { partyId: string },
): Promise<null> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed', { act: 'refresh' });
  await refreshListing(ctx, partyId);
  return null;
}
