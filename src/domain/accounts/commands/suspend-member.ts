import { refreshListing } from '#domain/directory/commands/refresh-listing.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { requireOperator } from '../permission.ts';

export type SuspendMember = { memberId: string; reason: string };

/**
 * Shuts a member out: no session and no API key of it acts any more, and the directory lists it no
 * more. Its contracts go on by their rules. Run it with the member's id as root. Refuses
 * `already_done`, and `not_allowed` to suspend oneself.
 */
export async function suspendMember(ctx: Context, input: SuspendMember): Promise<{ seq: number }> {
  const operator = requireOperator(ctx.actor);
  const { memberId } = input;
  const reason = storable(input.reason);
  if (reason === '') refuse('input_invalid', { rule: 'required' }, 'reason');
  if (operator.memberId === memberId) refuse('not_allowed', { permission: 'suspend_oneself' });
  await lockMember(ctx, memberId);
  const done = await ctx.tx
    .updateTable('member')
    .set({ suspendedAt: ctx.now })
    .where('id', '=', memberId)
    .where('suspendedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (done === undefined) refuse('already_done', { act: 'suspend' });
  // Before the event: whoever edits the profile locks it first and tells of it then.
  await refreshListing(ctx, memberId);
  const { seq } = await appendEvent(ctx, {
    kind: 'member.suspended',
    rootKind: 'party',
    rootId: memberId,
    subjectId: memberId,
    parties: [memberId],
    data: { reason },
  });
  return { seq };
}

/** Lets a suspended member act again. Refuses `already_done` when it may. */
export async function restoreMember(
  ctx: Context,
  input: { memberId: string },
): Promise<{ seq: number }> {
  requireOperator(ctx.actor);
  const { memberId } = input;
  await lockMember(ctx, memberId);
  const done = await ctx.tx
    .updateTable('member')
    .set({ suspendedAt: null })
    .where('id', '=', memberId)
    .where('suspendedAt', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (done === undefined) refuse('already_done', { act: 'restore' });
  await refreshListing(ctx, memberId);
  const { seq } = await appendEvent(ctx, {
    kind: 'member.restored',
    rootKind: 'party',
    rootId: memberId,
    subjectId: memberId,
    parties: [memberId],
    data: {},
  });
  return { seq };
}

async function lockMember(ctx: Context, memberId: string): Promise<void> {
  const member = await ctx.tx
    .selectFrom('member')
    .select('id')
    .where('id', '=', memberId)
    .forUpdate()
    .executeTakeFirst();
  if (member === undefined) refuse('not_found', { thing: 'member' });
}
