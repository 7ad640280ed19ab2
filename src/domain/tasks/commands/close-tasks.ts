import { sql } from 'kysely';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { BATCH_STATES, unitMinor } from '../batch.ts';
import { returnMoney } from './hold-money.ts';
import { listBatch } from './list-batch.ts';
import { type LockedBatch, lockBatch } from './lock-batch.ts';

/** Tasks that one transaction closes: so many rows that nobody waits long for one of them. */
export const CLOSED_AT_ONCE = 2_000;

/**
 * Closes the next tasks of a batch that ends and gives the money of their free slots back. Done
 * again until `more` is false; the last time, the batch is closed.
 */
export async function closeTasks(
  ctx: Context,
  input: { batchId: string },
): Promise<{ more: boolean }> {
  const batch = await lockBatch(ctx, input.batchId);
  if (batch.state !== 'closing') return { more: false };
  const { closed, freed, first } = await closePage(ctx, batch.id);
  const assignments = freed + batch.unplaced;
  const more = closed === CLOSED_AT_ONCE;
  const state = more ? batch.state : nextState(BATCH_STATES, batch.state, CLOSE);
  await ctx.tx
    .updateTable('batch')
    .set({ state, unplaced: 0n, widenEach: null })
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  const name = `${closed === 0 ? 'unplaced' : first}:${batch.widenedTo}`;
  await giveBack(ctx, batch, { assignments, name });
  if (!more) await listBatch(ctx, batch.id);
  return { more };
}

const CLOSE = { act: 'close', who: 'rule' } as const;

/** The ids of closed tasks are told apart by the first of them: a task is closed once. */
async function closePage(
  ctx: Context,
  batchId: string,
): Promise<{ closed: number; freed: bigint; first: string }> {
  const { rows } = await sql<{ id: string; freed: number }>`
    with page as (
      select id, slots - released as freed from task
      where home = ${ctx.home} and batch_id = ${batchId} and open
      order by gold, pos limit ${CLOSED_AT_ONCE} for no key update
    )
    update task set open = false, released = slots from page
    where task.home = ${ctx.home} and task.id = page.id
    returning task.id, page.freed`.execute(ctx.tx);
  const freed = rows.reduce((sum, row) => sum + BigInt(row.freed), 0n);
  return { closed: rows.length, freed, first: rows[0]?.id ?? '' };
}

/** The money of so many assignments of a batch goes back to its client. */
export async function giveBack(
  ctx: Context,
  batch: LockedBatch,
  { assignments, name }: { assignments: bigint; name: string },
): Promise<void> {
  if (assignments === 0n) return;
  const amountMinor = assignments * unitMinor(batch);
  const event = await appendEvent(ctx, {
    kind: 'batch.money_returned',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: {
      name: batch.name,
      assignments: assignments.toString(),
      currency: batch.currency,
      amountMinor: amountMinor.toString(),
    },
  });
  await returnMoney(ctx, batch, {
    amountMinor,
    act: 'batch.money_returned',
    reference: `batch:${batch.id}:back:${event.seq}:${name}`,
    eventId: event.id,
  });
}

/**
 * One task's own time is over. Does nothing when it was extended or filled meanwhile, or when its
 * batch was not ordered yet.
 */
export async function expireTask(
  ctx: Context,
  input: { taskId: string },
): Promise<{ expired: boolean }> {
  const of = await ctx.tx
    .selectFrom('task')
    .select('batchId')
    .where('home', '=', ctx.home)
    .where('id', '=', input.taskId)
    .executeTakeFirst();
  if (of === undefined) return { expired: false };
  const batch = await lockBatch(ctx, of.batchId);
  const found = await ctx.tx
    .selectFrom('task')
    .select(['number', 'slots', 'released', 'open', 'expiresAt'])
    .where('home', '=', ctx.home)
    .where('id', '=', input.taskId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const due = found.expiresAt !== null && found.expiresAt <= ctx.now;
  const widening = batch.widenEach !== null && found.number > batch.widenedTo;
  if (batch.state === 'draft' || !found.open || !due || widening) return { expired: false };
  await ctx.tx
    .updateTable('task')
    .set({ open: false, released: found.slots })
    .where('home', '=', ctx.home)
    .where('id', '=', input.taskId)
    .execute();
  const assignments = BigInt(found.slots - found.released);
  await giveBack(ctx, batch, { assignments, name: input.taskId });
  return { expired: true };
}
