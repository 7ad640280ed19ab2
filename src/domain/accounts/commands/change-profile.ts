import { refreshListing } from '#domain/directory/commands/refresh-listing.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { type Profile, rightProfile } from '../profile.ts';

/**
 * Changes the given parts of the actor's own profile; run it with the member's id as root. Tells
 * which parts differ from before; refuses `input_invalid` (data: rule) with the field, and
 * `profile_incomplete` for no country while the directory lists the member.
 */
export async function changeProfile(
  ctx: Context,
  input: Partial<Profile>,
): Promise<{ changed: string[] }> {
  const { actor, tx } = ctx;
  if (actor.kind !== 'member') return refuse('not_allowed');
  if (!actor.scopes.includes('work')) refuse('scope_missing', { scope: 'work' });
  const { name, country, ...own } = rightProfile(input);
  const before = await tx
    .selectFrom('member')
    .innerJoin('party', 'party.id', 'member.id')
    .select(['name', 'country', 'headline', 'about', 'timeZone', 'theme', 'mailNotices'])
    .where('member.id', '=', actor.memberId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const now = { ...before, ...defined({ name, country, ...own }) };
  const changed = PARTS.filter((part) => now[part] !== before[part]);
  if (changed.length === 0) return { changed };
  if (now.country === null && (await isListed(ctx, actor.memberId))) {
    refuse('profile_incomplete', { missing: 'country' }, 'country');
  }
  await tx
    .updateTable('party')
    .set({ name: now.name, country: now.country })
    .where('id', '=', actor.memberId)
    .execute();
  const { headline, about, timeZone, theme, mailNotices } = now;
  await tx
    .updateTable('member')
    .set({ headline, about, timeZone, theme, mailNotices })
    .where('id', '=', actor.memberId)
    .execute();
  // Before the event: whoever edits the profile locks it first and tells of it then.
  if (SEARCHED.some((part) => changed.includes(part))) await refreshListing(ctx, actor.memberId);
  await appendEvent(ctx, {
    kind: 'member.profile_changed',
    rootKind: 'party',
    rootId: actor.memberId,
    subjectId: actor.memberId,
    parties: [actor.memberId],
    data: { changed },
  });
  return { changed };
}

async function isListed({ tx }: Context, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('freelancer')
    .select('id')
    .where('id', '=', id)
    .where('listedAt', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the directory shows of the member itself. */
const SEARCHED = ['name', 'country'] as const;

const PARTS = ['name', 'country', 'headline', 'about', 'timeZone', 'theme', 'mailNotices'] as const;

/** Without what was not given, so that a spread keeps what was before. */
function defined<Parts extends object>(parts: Parts): Partial<Parts> {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Parts>;
}
