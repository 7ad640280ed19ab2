import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { lockOwnFreelancer, missingParts } from './lock-freelancer.ts';
import { refreshListing } from './refresh-listing.ts';

/**
 * Puts the party that the actor acts for into the directory; run it with the party's id as root.
 * Refuses `profile_incomplete` (data.missing: parts by comma) and `already_done`.
 */
export async function listFreelancer(
  ctx: Context,
  _input: Record<string, never>,
): Promise<{ seq: number }> {
  const { id, profile, country, listedAt } = await lockOwnFreelancer(ctx);
  if (listedAt !== null) refuse('already_done', { act: 'list' });
  const missing = missingParts(country, profile);
  if (missing.length > 0) refuse('profile_incomplete', { missing: missing.join(', ') });
  return setListed(ctx, id, ctx.now);
}

/** Takes the party out of the directory; its profile, portfolio and score stay. */
export async function unlistFreelancer(
  ctx: Context,
  _input: Record<string, never>,
): Promise<{ seq: number }> {
  const { id, listedAt } = await lockOwnFreelancer(ctx);
  if (listedAt === null) refuse('already_done', { act: 'unlist' });
  return setListed(ctx, id, null);
}

async function setListed(
  ctx: Context,
  id: string,
  listedAt: Date | null,
): Promise<{ seq: number }> {
  await ctx.tx
    .updateTable('freelancer')
    // Listed again it is not new again: neither to searches that alert nor to the newest.
    .set((on) => ({ listedAt, firstListedAt: on.fn.coalesce('firstListedAt', on.val(listedAt)) }))
    .where('id', '=', id)
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: listedAt === null ? 'freelancer.unlisted' : 'freelancer.listed',
    rootKind: 'party',
    rootId: id,
    subjectId: id,
    parties: [id],
    data: {},
  });
  await refreshListing(ctx, id);
  return { seq };
}
