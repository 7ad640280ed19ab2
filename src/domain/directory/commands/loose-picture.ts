import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { PORTFOLIO_LIMITS } from '../portfolio.ts';

/**
 * Notes a picture before its first byte is stored, so that whatever becomes of the upload, the
 * sweep knows what to remove. It has no event: the item that takes it has one. Refuses
 * `too_many_files`.
 */
export async function notePicture(
  ctx: Context,
  { pictureId }: { pictureId: string },
): Promise<{ pictureId: string }> {
  const { partyId } = requireMember(ctx.actor, 'propose');
  const limit = PORTFOLIO_LIMITS.loose;
  const waiting = await ctx.tx
    .selectFrom('loosePicture')
    .select('id')
    .where('partyId', '=', partyId)
    .where('dropAfter', '>', ctx.now)
    .limit(limit)
    .execute();
  if (waiting.length >= limit) refuse('too_many_files', { limit }, 'picture');
  const dropAfter = new Date(ctx.now.getTime() + PORTFOLIO_LIMITS.looseMinutes * 60_000);
  await ctx.tx
    .insertInto('loosePicture')
    .values({ id: pictureId, partyId, dropAfter })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ dropAfter }))
    .execute();
  return { pictureId };
}

/** Forgets a loose picture whose time is over; the sweep has removed its bytes before. */
export async function dropPicture(
  ctx: Context,
  { pictureId }: { pictureId: string },
): Promise<{ dropped: boolean }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed', { act: 'drop' });
  const gone = await ctx.tx
    .deleteFrom('loosePicture')
    .where('id', '=', pictureId)
    .where('dropAfter', '<=', ctx.now)
    .returning('id')
    .executeTakeFirst();
  return { dropped: gone !== undefined };
}

/** Takes the picture for its item; refuses `picture_refused` when it waited too long. */
export async function takePicture(ctx: Context, pictureId: string, partyId: string): Promise<void> {
  const taken = await ctx.tx
    .deleteFrom('loosePicture')
    .where('id', '=', pictureId)
    .where('partyId', '=', partyId)
    .where('dropAfter', '>', ctx.now)
    .returning('id')
    .executeTakeFirst();
  if (taken === undefined) refuse('picture_refused', {}, 'picture');
}

/** Gives the picture of an item that goes to the sweep. */
export async function looseAgain(ctx: Context, pictureId: string, partyId: string): Promise<void> {
  await ctx.tx
    .insertInto('loosePicture')
    .values({ id: pictureId, partyId, dropAfter: ctx.now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ dropAfter: ctx.now }))
    .execute();
}
