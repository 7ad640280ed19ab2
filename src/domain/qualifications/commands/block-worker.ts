import { requireMember } from '#domain/accounts/permission.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { chars, storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { QUALIFICATION_LIMITS } from '../qualification.ts';

export type BlockWorker = { workerId: string; reason: string };

/**
 * Takes no more work of this worker; run it with the client's party as root. The reason is the
 * client's own: the worker does not read it. What was handed in is decided as usual. Refuses
 * `input_invalid` without a reason or for somebody who is no worker, and `already_done`.
 */
export async function blockWorker(
  ctx: Context,
  { workerId, reason: written }: BlockWorker,
): Promise<{ seq: number }> {
  const actor = requireMember(ctx.actor, 'award');
  const reason = storable(written);
  const limit = QUALIFICATION_LIMITS.blockReasonChars;
  if (reason === '') refuse('input_invalid', { rule: 'required' }, 'reason');
  if (chars(reason) > limit) refuse('input_invalid', { rule: 'too_long', limit }, 'reason');
  await assertWorker(ctx, workerId);
  const { partyId: clientId, memberId: blockedBy } = actor;
  const row = await ctx.tx
    .insertInto('workerBlock')
    .values({ clientId, workerId, reason, blockedBy, blockedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['clientId', 'workerId']).doNothing())
    .returning('workerId')
    .executeTakeFirst();
  if (row === undefined) refuse('already_done', { act: 'block' });
  return note(ctx, 'worker.blocked', { clientId, workerId, reason });
}

/** Takes work of this worker again. Refuses `not_found` where it is not blocked. */
export async function unblockWorker(
  ctx: Context,
  { workerId }: { workerId: string },
): Promise<{ seq: number }> {
  const { partyId: clientId } = requireMember(ctx.actor, 'award');
  const row = isId(workerId)
    ? await ctx.tx
        .deleteFrom('workerBlock')
        .where('clientId', '=', clientId)
        .where('workerId', '=', workerId)
        .returning('reason')
        .executeTakeFirst()
    : undefined;
  if (row === undefined) return refuse('not_found', { thing: 'block' });
  return note(ctx, 'worker.unblocked', { clientId, workerId, reason: row.reason });
}

async function assertWorker(ctx: Context, workerId: string): Promise<void> {
  const member = isId(workerId)
    ? await ctx.tx.selectFrom('member').select('id').where('id', '=', workerId).executeTakeFirst()
    : undefined;
  if (member === undefined) refuse('input_invalid', { rule: 'no_worker' }, 'worker');
}

/** Only the client may read it. */
function note(
  ctx: Context,
  kind: 'worker.blocked' | 'worker.unblocked',
  { clientId, workerId, reason }: { clientId: string; workerId: string; reason: string },
) {
  return appendEvent(ctx, {
    kind,
    rootKind: 'party',
    rootId: clientId,
    subjectId: workerId,
    parties: [clientId],
    data: { reason },
  });
}
