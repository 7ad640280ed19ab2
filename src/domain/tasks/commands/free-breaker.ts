import { requireOperator } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { lockBatch } from './lock-batch.ts';

/** An operator looked at a wave of rejections and lets the client go on. */
export async function freeBreaker(
  ctx: Context,
  input: { batchId: string; note: string },
): Promise<{ batchId: string; seq: number }> {
  requireOperator(ctx.actor);
  const note = storable(input.note);
  if (note === '') refuse('input_invalid', { rule: 'required' }, 'note');
  const batch = await lockBatch(ctx, input.batchId);
  if (batch.breakerAt === null || batch.breakerFreedAt !== null) {
    refuse('wrong_state', { thing: 'breaker', state: 'closed', act: 'free' });
  }
  await ctx.tx
    .updateTable('batch')
    .set({ breakerFreedAt: ctx.now })
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'batch.breaker_freed',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: batch.name, clientId: batch.clientId, note },
  });
  return { batchId: batch.id, seq: event.seq };
}
