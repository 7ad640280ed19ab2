import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { rightName } from '../profile.ts';

export type RegisterMember = { memberId: string; name: string; email: string };

/**
 * Makes the member of an account, whose id it shares; run it with that id as root. Doing it again
 * changes nothing. Refuses `email_taken` when another member has the address.
 */
export async function registerMember(
  ctx: Context,
  input: RegisterMember,
): Promise<{ memberId: string }> {
  if (ctx.actor.kind !== 'system') refuse('not_allowed');
  const { memberId } = input;
  const { tx, now } = ctx;
  const made = await tx
    .insertInto('party')
    .values({ id: memberId, kind: 'member', name: rightName(input.name), createdAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) return { memberId };
  const email = input.email.toLowerCase();
  const member = await tx
    .insertInto('member')
    .values({ id: memberId, email, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (member === undefined) refuse('email_taken');
  await appendEvent(ctx, {
    kind: 'member.registered',
    rootKind: 'party',
    rootId: memberId,
    subjectId: memberId,
    parties: [memberId],
    data: {},
  });
  return { memberId };
}
