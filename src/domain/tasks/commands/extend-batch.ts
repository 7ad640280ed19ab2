import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { BATCH_STATES, refuseHidden } from '../batch.ts';
import { TASK_LIMITS } from '../batch-terms.ts';
import { extensionFault } from '../extension.ts';
import { extensionCost } from '../queries/extension-cost.ts';
import { lastPos } from '../task.ts';
import { giveBack } from './close-tasks.ts';
import { holdMoney } from './hold-money.ts';
import { listBatch } from './list-batch.ts';
import { type LockedBatch, lockBatch, lockOwnBatch } from './lock-batch.ts';

export type ExtendBatch = {
  batchId: string;
  /** The new end, not before the old one, which stays when absent; in the future once it ended. */
  expiresAt?: Date;
  /** Answers more for every ordinary task. */
  moreEach?: number;
  /** The new cap of what the batch may cost in all; null lifts it. */
  budgetCapMinor?: bigint | null;
  /** Refuses `terms_changed` when it costs something else. */
  totalMinor?: string;
};

/**
 * More time, more answers for each task, or another cap. What it costs goes into escrow at once;
 * the slots reach the tasks page by page. A batch that ended is open again, with the slots that
 * nobody took; more answers also open tasks again whose own time was over. Refuses what extends
 * nothing.
 */
export async function extendBatch(
  ctx: Context,
  input: ExtendBatch,
): Promise<{ batchId: string; seq: number; totalMinor: string }> {
  requireMember(ctx.actor, 'fund');
  const batch = await lockOwnBatch(ctx, input.batchId);
  const state = stateAfter(batch);
  const { moreEach = 0 } = input;
  const expiresAt = newEnd(ctx, batch, input.expiresAt);
  if (batch.widenEach !== null) refuse('change_pending', { thing: 'batch' });
  if (!Number.isInteger(moreEach) || moreEach < 0 || moreEach > TASK_LIMITS.wantedEach) {
    const range = { rule: 'out_of_range', from: 0, to: TASK_LIMITS.wantedEach };
    refuse('input_invalid', range, 'moreEach');
  }
  const db = ctx.tx as unknown as ReadDb;
  const cost = await extensionCost(db, batch, moreEach);
  const { added, assignments, totalMinor: amountMinor } = cost;
  const totalMinor = amountMinor.toString();
  if (input.totalMinor !== undefined && input.totalMinor !== totalMinor) {
    refuse('terms_changed', { totalMinor, currency: batch.currency });
  }
  const { budgetCapMinor = batch.budgetCapMinor } = input;
  const fault = extensionFault(batch, { assignments, expiresAt, budgetCapMinor });
  if (fault !== null) throw fault;
  const neededMinor = batch.fundedMinor + amountMinor;
  if (budgetCapMinor !== null && budgetCapMinor < neededMinor) {
    const sums = { neededMinor: neededMinor.toString(), capMinor: budgetCapMinor.toString() };
    refuse('budget_exceeded', { currency: batch.currency, ...sums }, 'budgetCap');
  }
  await ctx.tx
    .updateTable('batch')
    .set((set) => ({
      state,
      expiresAt,
      budgetCapMinor,
      endReason: null,
      endedAt: null,
      unplaced: set('unplaced', '+', assignments),
      wanted: set('wanted', '+', added),
      wantedEach: set('wantedEach', '+', added > 0n ? moreEach : 0),
      widenEach: assignments > 0n ? moreEach : null,
      widenedTo: 0,
    }))
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'batch.extended',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: {
      name: batch.name,
      moreEach,
      assignments: assignments.toString(),
      expiresAt: expiresAt.toISOString(),
      currency: batch.currency,
      amountMinor: totalMinor,
    },
  });
  await holdMoney(ctx, batch, {
    amountMinor,
    act: 'batch.extended',
    reference: `batch:${batch.id}:extend:${event.seq}`,
    eventId: event.id,
  });
  await listBatch(ctx, batch.id);
  return { batchId: batch.id, seq: event.seq, totalMinor };
}

function stateAfter(batch: LockedBatch): LockedBatch['state'] {
  refuseHidden(batch, 'extend');
  return nextState(BATCH_STATES, batch.state, { act: 'extend', who: 'client' });
}

function newEnd(ctx: Context, batch: LockedBatch, asked: Date | undefined): Date {
  const end = asked ?? batch.expiresAt;
  if (end === null || end <= ctx.now) return refuse('date_in_past', {}, 'expiresAt');
  const latest = ctx.now.getTime() + TASK_LIMITS.mostSeconds * 1_000;
  if (end.getTime() > latest) {
    const range = { rule: 'out_of_range', from: 30, to: TASK_LIMITS.mostSeconds };
    return refuse('input_invalid', range, 'expiresAt');
  }
  return end;
}

/** Tasks that one transaction gives their new slots. */
export const WIDENED_AT_ONCE = 2_000;

/**
 * Gives the next tasks the slots that an extension paid for. Done again until `more` is false; what
 * is left then, because tasks were put away meanwhile, goes back to the client.
 */
export async function widenTasks(
  ctx: Context,
  input: { batchId: string },
): Promise<{ more: boolean }> {
  const batch = await lockBatch(ctx, input.batchId);
  const { widenEach, widenedTo } = batch;
  if (widenEach === null || batch.state === 'closing') return { more: false };
  const { rows } = await sql<{ number: number; placed: number }>`
    with page as (
      select id, released, gold, disposed_at is not null as away from task
      where home = ${ctx.home} and batch_id = ${batch.id} and number > ${widenedTo}
      order by number limit ${WIDENED_AT_ONCE} for no key update
    ), more as (
      select id, case when away then released else 0 end as released,
        case when away or gold then 0 else ${widenEach}::int end as added,
        case when away then 0 else released end as revived
      from page
    )
    update task
    set wanted = wanted + more.added, slots = slots + more.added, released = more.released,
      open = slots + more.added > more.released,
      pos = case when open then pos else ${lastPos(ctx.now, 0)}::bigint + number end,
      expires_at = case when expires_at > ${ctx.now} then expires_at end
    from more where task.home = ${ctx.home} and task.id = more.id
    returning task.number, more.added + more.revived as placed`.execute(ctx.tx);
  const placed = rows.reduce((sum, row) => sum + BigInt(row.placed), 0n);
  const left = batch.unplaced - placed;
  const last = rows.reduce((most, row) => Math.max(most, row.number), widenedTo);
  const more = rows.length === WIDENED_AT_ONCE;
  await ctx.tx
    .updateTable('batch')
    .set({
      widenedTo: more ? last : 0,
      widenEach: more ? widenEach : null,
      unplaced: more ? left : 0n,
    })
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  await appendEvent(ctx, {
    kind: 'batch.widened',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: batch.name, count: rows.length },
  });
  if (!more) {
    await giveBack(ctx, batch, { assignments: left, name: 'unplaced' });
    await listBatch(ctx, batch.id);
  }
  return { more };
}
