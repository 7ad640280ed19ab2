import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { BATCH_STATES, unitMinor } from '../batch.ts';
import { TASK_LIMITS } from '../batch-terms.ts';
import { holdMoney } from './hold-money.ts';
import { listBatch } from './list-batch.ts';
import { type LockedBatch, lockBatch, lockOwnBatch } from './lock-batch.ts';

export type ExtendBatch = {
  batchId: string;
  /** The new end; the old one when absent. A batch that has ended needs one in the future. */
  expiresAt?: Date;
  /** Answers more for every ordinary task. */
  moreEach?: number;
  /** The new cap of what the batch may cost in all; null lifts it. */
  budgetCapMinor?: bigint | null;
  /** Refuses `terms_changed` when it costs something else. */
  totalMinor?: string;
};

/**
 * More time, more answers for each task, or another cap. What it costs goes into escrow at once; the
 * slots reach the tasks page by page. A batch that ended is open again, with the slots that nobody
 * took.
 */
export async function extendBatch(
  ctx: Context,
  input: ExtendBatch,
): Promise<{ batchId: string; seq: number; totalMinor: string }> {
  requireMember(ctx.actor, 'fund');
  const batch = await lockOwnBatch(ctx, input.batchId);
  const state = nextState(BATCH_STATES, batch.state, { act: 'extend', who: 'client' });
  const { moreEach = 0 } = input;
  const expiresAt = newEnd(ctx, batch, input.expiresAt);
  if (batch.widenEach !== null) refuse('change_pending', { thing: 'batch' });
  if (!Number.isInteger(moreEach) || moreEach < 0 || moreEach > TASK_LIMITS.wantedEach) {
    const range = { rule: 'out_of_range', from: 0, to: TASK_LIMITS.wantedEach };
    refuse('input_invalid', range, 'moreEach');
  }
  const revived = batch.state === 'closed' ? await releasedSlots(ctx, batch.id) : 0n;
  const assignments = BigInt(moreEach) * BigInt(batch.tasks) + revived;
  const amountMinor = assignments * unitMinor(batch);
  const totalMinor = amountMinor.toString();
  if (input.totalMinor !== undefined && input.totalMinor !== totalMinor) {
    refuse('terms_changed', { totalMinor, currency: batch.currency });
  }
  const budgetCapMinor =
    input.budgetCapMinor === undefined ? batch.budgetCapMinor : input.budgetCapMinor;
  await ctx.tx
    .updateTable('batch')
    .set((set) => ({
      state,
      expiresAt,
      budgetCapMinor,
      endReason: null,
      endedAt: null,
      unplaced: set('unplaced', '+', assignments),
      wanted: set('wanted', '+', BigInt(moreEach) * BigInt(batch.tasks)),
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
  await holdMoney(
    ctx,
    { ...batch, budgetCapMinor },
    {
      amountMinor,
      act: 'batch.extended',
      reference: `batch:${batch.id}:extend:${event.seq}`,
      eventId: event.id,
    },
  );
  await listBatch(ctx, batch.id);
  return { batchId: batch.id, seq: event.seq, totalMinor };
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

async function releasedSlots(ctx: Context, batchId: string): Promise<bigint> {
  const { rows } = await sql<{ released: bigint }>`
    select coalesce(sum(released), 0)::bigint as released from task
    where home = ${ctx.home} and batch_id = ${batchId} and disposed_at is null`.execute(ctx.tx);
  return rows[0]?.released ?? 0n;
}

/** Tasks that one transaction gives their new slots. */
export const WIDENED_AT_ONCE = 2_000;

/** Gives the next tasks the slots that an extension paid for. Done again until `more` is false. */
export async function widenTasks(
  ctx: Context,
  input: { batchId: string },
): Promise<{ more: boolean }> {
  const batch = await lockBatch(ctx, input.batchId);
  const { widenEach, widenedTo } = batch;
  if (widenEach === null || batch.state === 'closing') return { more: false };
  const { rows } = await sql<{ number: number; placed: number }>`
    with page as (
      select id, released, gold from task
      where home = ${ctx.home} and batch_id = ${batch.id} and number > ${widenedTo}
      order by number limit ${WIDENED_AT_ONCE} for no key update
    ), more as (
      select id, released, case when gold then 0 else ${widenEach}::int end as added from page
    )
    update task
    set wanted = wanted + more.added, slots = slots + more.added, released = 0,
      open = slots + more.added > 0 and disposed_at is null, expires_at = null
    from more where task.home = ${ctx.home} and task.id = more.id
    returning task.number, more.added + more.released as placed`.execute(ctx.tx);
  const placed = rows.reduce((sum, row) => sum + BigInt(row.placed), 0n);
  const last = rows.reduce((most, row) => Math.max(most, row.number), widenedTo);
  const more = rows.length === WIDENED_AT_ONCE;
  await ctx.tx
    .updateTable('batch')
    .set((set) => ({
      widenedTo: more ? last : 0,
      widenEach: more ? widenEach : null,
      unplaced: set('unplaced', '-', placed),
    }))
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
  if (!more) await listBatch(ctx, batch.id);
  return { more };
}
