import { requireMember } from '#domain/accounts/permission.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { BATCH_STATES, type EndReason, refuseHidden } from '../batch.ts';
import { listBatch } from './list-batch.ts';
import { type LockedBatch, lockBatch, lockOwnBatch } from './lock-batch.ts';

type Done = { batchId: string; seq: number };

/** No more tasks are handed out until it is resumed; what workers hold they may hand in. */
export async function pauseBatch(ctx: Context, input: { batchId: string }): Promise<Done> {
  return change(ctx, input.batchId, { act: 'pause', kind: 'batch.paused' });
}

/** Refuses `wrong_state` while an operator hides the batch. */
export async function resumeBatch(ctx: Context, input: { batchId: string }): Promise<Done> {
  return change(ctx, input.batchId, { act: 'resume', kind: 'batch.resumed' });
}

/**
 * Ends the handing out for good. The money of what nobody holds goes back to the client, page by
 * page; answers that are held or handed in are decided and paid as agreed.
 */
export async function cancelBatch(ctx: Context, input: { batchId: string }): Promise<Done> {
  requireMember(ctx.actor, 'fund');
  const batch = await lockOwnBatch(ctx, input.batchId);
  const state = nextState(BATCH_STATES, batch.state, { act: 'cancel', who: 'client' });
  return end(ctx, batch, { state, reason: 'cancelled', kind: 'batch.cancelled' });
}

/** The time of a batch is over. Does nothing when it was extended or ended meanwhile. */
export async function expireBatch(
  ctx: Context,
  input: { batchId: string },
): Promise<{ expired: boolean }> {
  const batch = await lockBatch(ctx, input.batchId);
  const due = batch.expiresAt !== null && batch.expiresAt <= ctx.now;
  if (!due || (batch.state !== 'open' && batch.state !== 'paused')) return { expired: false };
  const state = nextState(BATCH_STATES, batch.state, { act: 'expire', who: 'rule' });
  await end(ctx, batch, { state, reason: 'expired', kind: 'batch.expired' });
  return { expired: true };
}

async function change(
  ctx: Context,
  batchId: string,
  { act, kind }: { act: 'pause' | 'resume'; kind: 'batch.paused' | 'batch.resumed' },
): Promise<Done> {
  requireMember(ctx.actor, 'post');
  const batch = await lockOwnBatch(ctx, batchId);
  if (act === 'resume') refuseHidden(batch, act);
  const state = nextState(BATCH_STATES, batch.state, { act, who: 'client' });
  await ctx.tx
    .updateTable('batch')
    .set({ state })
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  await listBatch(ctx, batch.id);
  return note(ctx, batch, kind);
}

async function end(
  ctx: Context,
  batch: LockedBatch,
  how: {
    state: LockedBatch['state'];
    reason: EndReason;
    kind: 'batch.cancelled' | 'batch.expired';
  },
): Promise<Done> {
  await ctx.tx
    .updateTable('batch')
    .set({ state: how.state, endReason: how.reason, endedAt: ctx.now })
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  await listBatch(ctx, batch.id);
  return note(ctx, batch, how.kind);
}

async function note(
  ctx: Context,
  batch: LockedBatch,
  kind: 'batch.paused' | 'batch.resumed' | 'batch.cancelled' | 'batch.expired',
): Promise<Done> {
  const event = await appendEvent(ctx, {
    kind,
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: batch.name, clientId: batch.clientId },
  });
  return { batchId: batch.id, seq: event.seq };
}
