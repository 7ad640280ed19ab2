import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';

/**
 * Makes a member an operator of this marketplace, or a plain member again; only the command line
 * may. Run it with the member's id as root.
 */
export async function setOperator(
  ctx: Context,
  input: { memberId: string; operator: boolean },
): Promise<{ memberId: string; operator: boolean }> {
  if (ctx.actor.kind !== 'system') refuse('not_allowed');
  const { memberId, operator } = input;
  const done = await ctx.tx
    .updateTable('member')
    .set({ operator })
    .where('id', '=', memberId)
    .returning('id')
    .executeTakeFirst();
  if (done === undefined) refuse('not_found', { thing: 'member' });
  await appendEvent(ctx, {
    kind: 'member.operator_set',
    rootKind: 'party',
    rootId: memberId,
    subjectId: memberId,
    parties: [memberId],
    data: { operator },
  });
  return { memberId, operator };
}
