import { homeOf } from '#domain/kernel/ids.ts';
import { mayAct, nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { BATCH_STATES } from '../batch.ts';
import { listBatch } from './list-batch.ts';
import { lockBatch } from './lock-batch.ts';

/**
 * For an operator who answers a report: hides a batch, which pauses it for good, or lets its client
 * resume it again. What workers hold they may hand in, and it is paid as agreed.
 */
export async function showBatch(act: Context, batchId: string, shown: boolean): Promise<void> {
  const ctx = { ...act, home: homeOf(batchId) };
  const batch = await lockBatch(ctx, batchId);
  const step = { act: 'hide', who: 'operator' } as const;
  const pauses = !shown && mayAct(BATCH_STATES, batch.state, step);
  const state = pauses ? nextState(BATCH_STATES, batch.state, step) : batch.state;
  await ctx.tx
    .updateTable('batch')
    .set({ state, hiddenAt: shown ? null : ctx.now })
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  if (pauses) await listBatch(ctx, batch.id);
  await appendEvent(ctx, {
    kind: shown ? 'batch.shown' : 'batch.hidden',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: batch.name, clientId: batch.clientId },
  });
}
