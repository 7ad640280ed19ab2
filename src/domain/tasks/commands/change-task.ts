import type { Selectable } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import type { Task } from '#platform/schema.ts';
import { unitMinor } from '../batch.ts';
import { countTask } from '../queries/count-task.ts';
import { anyLastPos, taskStatus } from '../task.ts';
import { giveBack } from './close-tasks.ts';
import { holdMoney, returnMoney } from './hold-money.ts';
import { type LockedBatch, lockOwnBatch } from './lock-batch.ts';

type Done = { taskId: string; seq: number };

/**
 * More answers for one task, or another end of it: an end that is over closes it at once and gives
 * the money of its free slots back; one in the future opens it again and holds that money again.
 */
export async function extendTask(
  ctx: Context,
  input: { taskId: string; more?: number; expiresAt?: Date },
): Promise<Done> {
  requireMember(ctx.actor, 'fund');
  const { batch, task } = await lockTask(ctx, input.taskId);
  const { more = 0 } = input;
  if (!Number.isInteger(more) || more < 0 || more > 1_000_000) {
    refuse('input_invalid', { rule: 'out_of_range', from: 0, to: 1_000_000 }, 'more');
  }
  if (task.disposedAt !== null) {
    refuse('wrong_state', { thing: 'task', state: 'disposed', act: 'extend' });
  }
  if (batch.state !== 'open' && batch.state !== 'paused') {
    refuse('wrong_state', { thing: 'batch', state: batch.state, act: 'extend' });
  }
  if (batch.widenEach !== null) refuse('change_pending', { thing: 'batch' });
  const expiresAt = input.expiresAt ?? task.expiresAt;
  const ends = expiresAt !== null && expiresAt <= ctx.now;
  const slots = task.slots + more;
  const released = ends ? slots : 0;
  const open = slots > released;
  await ctx.tx
    .updateTable('task')
    .set({
      ...{ wanted: task.wanted + more, slots, released, open, expiresAt, reviewingAt: null },
      ...(open && !task.open ? { pos: anyLastPos(ctx.now, Math.random()) } : {}),
    })
    .where('home', '=', ctx.home)
    .where('id', '=', task.id)
    .execute();
  await ctx.tx
    .updateTable('batch')
    .set((set) => ({ wanted: set('wanted', '+', BigInt(more)) }))
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  const held = BigInt(slots - released) - BigInt(task.slots - task.released);
  const amountMinor = held * unitMinor(batch);
  const data = {
    more,
    expiresAt: expiresAt?.toISOString() ?? null,
    currency: batch.currency,
    amountMinor: amountMinor.toString(),
  };
  const { id: eventId, seq } = await note(ctx, batch, { task, kind: 'task.extended', data });
  const hold = { act: 'task.extended', reference: `task:${task.id}:${seq}`, eventId };
  if (amountMinor >= 0n) await holdMoney(ctx, batch, { ...hold, amountMinor, subjectId: task.id });
  else await returnMoney(ctx, batch, { ...hold, amountMinor: -amountMinor, subjectId: task.id });
  return { taskId: task.id, seq };
}

/** Marks a task whose answers are in as being looked at, or takes the mark back. */
export async function markTask(
  ctx: Context,
  input: { taskId: string; reviewing: boolean },
): Promise<Done> {
  requireMember(ctx.actor, 'post');
  const { batch, task } = await lockTask(ctx, input.taskId);
  const status = await statusOf(ctx, batch, task);
  if (status !== (input.reviewing ? 'reviewable' : 'reviewing')) {
    refuse('wrong_state', { thing: 'task', state: status, act: 'mark' });
  }
  await ctx.tx
    .updateTable('task')
    .set({ reviewingAt: input.reviewing ? ctx.now : null })
    .where('home', '=', ctx.home)
    .where('id', '=', task.id)
    .execute();
  const data = { reviewing: input.reviewing };
  const { seq } = await note(ctx, batch, { task, kind: 'task.reviewing', data });
  return { taskId: task.id, seq };
}

/** Puts a task away for good, once each of its answers is decided. */
export async function disposeTask(ctx: Context, input: { taskId: string }): Promise<Done> {
  requireMember(ctx.actor, 'post');
  const { batch, task } = await lockTask(ctx, input.taskId);
  const counts = await countTask(ctx.tx, task.id);
  const status = await statusOf(ctx, batch, task);
  if ((status !== 'reviewable' && status !== 'reviewing') || counts.waiting > 0) {
    refuse('wrong_state', { thing: 'task', state: status, act: 'dispose' });
  }
  await ctx.tx
    .updateTable('task')
    .set({ disposedAt: ctx.now, open: false, released: task.slots })
    .where('home', '=', ctx.home)
    .where('id', '=', task.id)
    .execute();
  const { seq } = await note(ctx, batch, { task, kind: 'task.disposed', data: {} });
  // Its time was over and no clock had come by yet.
  await giveBack(ctx, batch, { assignments: BigInt(task.slots - task.released), name: task.id });
  return { taskId: task.id, seq };
}

async function lockTask(
  ctx: Context,
  taskId: string,
): Promise<{ batch: LockedBatch; task: Selectable<Task> }> {
  if (!isId(taskId)) return refuse('not_found', { thing: 'task' });
  const found = await ctx.tx
    .selectFrom('task')
    .select('batchId')
    .where('home', '=', ctx.home)
    .where('id', '=', taskId)
    .executeTakeFirst();
  if (found === undefined) return refuse('not_found', { thing: 'task' });
  const batch = await lockOwnBatch(ctx, found.batchId);
  const task = await ctx.tx
    .selectFrom('task')
    .selectAll()
    .where('home', '=', ctx.home)
    .where('id', '=', taskId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { batch, task };
}

async function statusOf(ctx: Context, batch: LockedBatch, task: Selectable<Task>) {
  const counts = await countTask(ctx.tx, task.id);
  return taskStatus({ ...task, expiresAt: task.expiresAt ?? batch.expiresAt }, counts, ctx.now);
}

async function note(
  ctx: Context,
  batch: LockedBatch,
  what: {
    task: { id: string; number: number };
    kind: 'task.extended' | 'task.reviewing' | 'task.disposed';
    data: { [key: string]: string | number | boolean | null };
  },
): Promise<{ id: string; seq: number }> {
  return appendEvent(ctx, {
    kind: what.kind,
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: what.task.id,
    parties: [batch.clientId],
    data: { name: batch.name, number: what.task.number, ...what.data },
  });
}
