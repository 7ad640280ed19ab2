import { sql } from 'kysely';
import { nextState } from '#domain/kernel/state-table.ts';
import { BATCH_STATES } from '#domain/tasks/batch.ts';
import { returnMoney } from '#domain/tasks/commands/hold-money.ts';
import { listBatch } from '#domain/tasks/commands/list-batch.ts';
import { type LockedBatch, lockBatch } from '#domain/tasks/commands/lock-batch.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { topUpWork } from './top-up-work.ts';

/**
 * Looks a batch over: makes up for pay below its floor, closes it when every task is answered and
 * decided, gives the rest of the reserve back once nothing can be topped up any more, and writes
 * its sums into the list. Doing it twice changes nothing.
 */
export async function refreshBatch(
  ctx: Context,
  input: { batchId: string },
): Promise<{ settled: boolean }> {
  const batch = await lockBatch(ctx, input.batchId);
  if (batch.state === 'draft') return { settled: false };
  const left = await openEnds(ctx, batch.id);
  const sums = await listBatch(ctx, batch.id);
  const toppedUp = await topUpWork(ctx, batch, sums.medianSeconds);
  const offering = batch.state === 'open' || batch.state === 'paused';
  const decided = !left.open && sums.live + sums.waiting === 0 && batch.widenEach === null;
  if (offering && decided) await complete(ctx, batch, sums.approved);
  const ended = offering ? decided : batch.state === 'closed' && decided;
  const settled = ended && !left.held && !left.unswept && !toppedUp;
  if (settled) await returnReserve(ctx, batch);
  await listBatch(ctx, batch.id, { settled });
  return { settled };
}

async function openEnds(
  ctx: Context,
  batchId: string,
): Promise<{ open: boolean; held: boolean; unswept: boolean }> {
  const { rows } = await sql<{ open: boolean; held: boolean; unswept: boolean }>`
    select exists (select from task
        where home = ${ctx.home} and batch_id = ${batchId} and open) as open,
      exists (select from assignment where home = ${ctx.home} and batch_id = ${batchId}
        and state = 'rejected' and submitted_at is not null and held_minor > 0) as held,
      exists (select from batch_worker where home = ${ctx.home} and batch_id = ${batchId}
        and swept_minor < earned_minor + bonus_minor + top_up_minor) as unswept`.execute(ctx.tx);
  return rows[0] ?? { open: true, held: true, unswept: true };
}

async function complete(ctx: Context, batch: LockedBatch, approved: number): Promise<void> {
  const state = nextState(BATCH_STATES, batch.state, { act: 'close', who: 'rule' });
  await ctx.tx
    .updateTable('batch')
    .set({ state, endReason: 'completed', endedAt: ctx.now })
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  await appendEvent(ctx, {
    kind: 'batch.completed',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: batch.name, clientId: batch.clientId, approved },
  });
}

async function returnReserve(ctx: Context, { id }: LockedBatch): Promise<void> {
  const batch = await lockBatch(ctx, id);
  if (batch.reserveMinor === 0n) return;
  await ctx.tx
    .updateTable('batch')
    .set({ reserveMinor: 0n })
    .where('home', '=', ctx.home)
    .where('id', '=', id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'batch.money_returned',
    rootKind: 'batch',
    rootId: id,
    subjectId: id,
    parties: [batch.clientId],
    data: {
      name: batch.name,
      reserve: true,
      currency: batch.currency,
      amountMinor: batch.reserveMinor.toString(),
    },
  });
  await returnMoney(ctx, batch, {
    amountMinor: batch.reserveMinor,
    act: 'batch.money_returned',
    reference: `batch:${id}:reserve:${event.seq}`,
    eventId: event.id,
  });
}
