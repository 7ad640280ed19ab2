import { isCountry } from '#domain/accounts/country.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { lockOwnFreelancer } from './lock-freelancer.ts';
import { refreshListing } from './refresh-listing.ts';

/**
 * Says from which country the agency works that the actor acts for; run it with its id as root. A
 * member says so in its account. Refuses `input_invalid` (field country), and `profile_incomplete`
 * for none while it is listed.
 */
export async function locateAgency(
  ctx: Context,
  { country }: { country: string | null },
): Promise<{ seq: number | null }> {
  const before = await lockOwnFreelancer(ctx);
  const { actor, id } = before;
  if (id === actor.memberId) refuse('not_allowed', { permission: 'locate' });
  if (country !== null && !isCountry(country)) {
    refuse('input_invalid', { rule: 'not_listed' }, 'country');
  }
  if (country === before.country) return { seq: null };
  if (country === null && before.listedAt !== null) {
    refuse('profile_incomplete', { missing: 'country' }, 'country');
  }
  await ctx.tx.updateTable('party').set({ country }).where('id', '=', id).execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'freelancer.changed',
    rootKind: 'party',
    rootId: id,
    subjectId: id,
    parties: [id],
    data: { changed: ['country'] },
  });
  await refreshListing(ctx, id);
  return { seq };
}
