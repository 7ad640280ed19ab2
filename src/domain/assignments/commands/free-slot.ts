import { sql } from 'kysely';
import { returnMoney } from '#domain/tasks/commands/hold-money.ts';
import { anyLastPos } from '#domain/tasks/task.ts';
import type { Context } from '#platform/context.ts';
import { giveBackToGroup } from './take-of-group.ts';

type Slot = {
  id: string;
  batchId: string;
  taskId: string;
  workerId: string;
  clientId: string;
  heldMinor: bigint;
  currency: string;
  groupKey: string | null;
};

/**
 * A lease ended without an answer: its slot is free again, behind all others, so that every worker
 * meets it. Where the batch or the task hands out no more, its money goes back to the client.
 */
export async function freeSlot(ctx: Context, slot: Slot, eventId: string): Promise<void> {
  const offered = await isOffered(ctx, slot);
  await sql`
    update task set slots = slots + 1, pos = ${anyLastPos(ctx.now, Math.random())},
      released = released + ${offered ? 0 : 1}, open = open or ${offered}
    where home = ${ctx.home} and id = ${slot.taskId}`.execute(ctx.tx);
  await giveBackToGroup(ctx, slot, slot.workerId);
  if (offered) return;
  await returnMoney(
    ctx,
    { ...slot, id: slot.batchId },
    {
      amountMinor: slot.heldMinor,
      act: 'batch.money_returned',
      reference: `assignment:${slot.id}:back`,
      subjectId: slot.id,
      eventId,
    },
  );
}

/**
 * Locks the batch against being ended meanwhile, and tells whether the task is still handed out. It
 * is too where an extension has yet to reach it, even if the time is over by then: that extension
 * already paid for whatever was given back of the task, and ending the batch gives it back.
 */
export async function isOffered(
  ctx: Context,
  { batchId, taskId }: { batchId: string; taskId: string },
): Promise<boolean> {
  const { rows } = await sql<{ running: boolean; lasts: boolean; widened: number | null }>`
    select b.state in ('open', 'paused') as running, b.expires_at > ${ctx.now} as lasts,
      case when b.widen_each is not null then b.widened_to end as widened
    from batch b where b.home = ${ctx.home} and b.id = ${batchId}
    for share of b`.execute(ctx.tx);
  const { running = false, lasts = false, widened = null } = rows[0] ?? {};
  const { rows: tasks } = await sql<{ offered: boolean }>`
    select t.disposed_at is null and (
        coalesce(t.number > ${widened}::int, false)
        or (${lasts} and (t.expires_at is null or t.expires_at > ${ctx.now}))) as offered
    from task t where t.home = ${ctx.home} and t.id = ${taskId}
    for no key update of t`.execute(ctx.tx);
  return running && tasks[0]?.offered === true;
}
