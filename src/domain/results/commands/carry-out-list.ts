/** The steps of a list of decisions, as its job takes them. */
import { requireMember } from '#domain/accounts/permission.ts';
import {
  approveAssignments,
  type Decided,
} from '#domain/assignments/commands/approve-assignments.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type LockedBatch, lockBatch, lockOwnBatch } from '#domain/tasks/commands/lock-batch.ts';
import type { Command, Context, JsonResult } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { deciderOf } from '../queries/decision-list.ts';
import type { SkippedRow } from '../read-decisions.ts';

/** Which list: another may have taken its place meanwhile. */
export type ListStep = { batchId: string; listId: string };

/** The list was stopped, or somebody else goes on with it. */
export class ListLeft extends Error {}

/** Whoever asked for the list may not decide for the client any more. */
export class DeciderLeft extends Error {}

/**
 * A command that decides answers, as one step of a list: in the name of whoever asked for it, and
 * counted in the same transaction. Throws `ListLeft` where the list no longer runs, and
 * `DeciderLeft`.
 */
export function inList<Input, Result extends JsonResult>(
  command: Command<Input, Result>,
  { listId, batchId }: ListStep,
): Command<Input, Result> {
  return async (ctx, input) => {
    requireClock(ctx);
    const list = await ctx.tx
      .selectFrom('decisionList as l')
      .innerJoin('batch', 'batch.id', 'l.batchId')
      .select(['l.approved', 'l.rejected', 'l.askedBy', 'batch.clientId'])
      .where('batch.home', '=', ctx.home)
      .where('l.batchId', '=', batchId)
      .where('l.id', '=', listId)
      .where('l.state', '=', 'running')
      .forUpdate('l')
      .executeTakeFirst();
    if (list === undefined) throw new ListLeft();
    const actor = await deciderOf(ctx.tx as unknown as ReadDb, list);
    if (actor === null) throw new DeciderLeft();
    const result = await command({ ...ctx, actor }, input);
    const { done } = result as unknown as Decided;
    const what = (command as unknown) === approveAssignments ? 'approved' : 'rejected';
    ctx.later(
      ctx.tx
        .updateTable('decisionList')
        .set({ [what]: list[what] + done, touchedAt: ctx.now })
        .where('batchId', '=', batchId),
    );
    return result;
  };
}

const TOLD = 20;

/** So many more rows were looked at; these could not be decided so. */
export async function noteLooked(
  ctx: Context,
  input: ListStep & { from: number; looked: number; skipped: SkippedRow[] },
): Promise<{ looked: number }> {
  requireClock(ctx);
  const { batchId, listId, from, looked, skipped } = input;
  const list = await ctx.tx
    .selectFrom('decisionList')
    .select(['skipped', 'skips'])
    .where('batchId', '=', batchId)
    .where('id', '=', listId)
    .where('state', '=', 'running')
    .where('looked', '=', from)
    .forUpdate()
    .executeTakeFirst();
  if (list === undefined) throw new ListLeft();
  const told = [...(list.skips as SkippedRow[]), ...skipped].slice(0, TOLD);
  ctx.later(
    ctx.tx
      .updateTable('decisionList')
      .set({ looked, touchedAt: ctx.now })
      .set({ skipped: list.skipped + skipped.length, skips: JSON.stringify(told) })
      .where('batchId', '=', batchId),
  );
  return { looked };
}

/** The list is done; or `failed`, where whoever asked for it may not decide any more. */
export async function endDecisions(
  ctx: Context,
  input: ListStep & { state: 'done' | 'failed' },
): Promise<{ ended: boolean }> {
  requireClock(ctx);
  const batch = await lockBatch(ctx, input.batchId);
  return { ended: await end(ctx, batch, input) };
}

/** Stops a list; what it has decided stays decided. */
export async function stopDecisions(
  ctx: Context,
  input: { batchId: string },
): Promise<{ stopped: true }> {
  requireMember(ctx.actor, 'accept');
  const batch = await lockOwnBatch(ctx, input.batchId);
  const ended = await end(ctx, batch, { state: 'stopped' });
  if (!ended) refuse('wrong_state', { thing: 'batch', state: 'not deciding', act: 'stop' });
  return { stopped: true };
}

async function end(
  ctx: Context,
  batch: LockedBatch,
  { listId, state }: { listId?: string; state: 'done' | 'failed' | 'stopped' },
): Promise<boolean> {
  const { id, name, clientId } = batch;
  let change = ctx.tx
    .updateTable('decisionList')
    .set({ state, touchedAt: ctx.now })
    .where('batchId', '=', id)
    .where('state', '=', 'running');
  if (listId !== undefined) change = change.where('id', '=', listId);
  const list = await change
    .returning(['approved', 'rejected', 'skipped', 'total'])
    .executeTakeFirst();
  if (list === undefined) return false;
  await appendEvent(ctx, {
    kind: state === 'done' ? 'batch.decisions_done' : 'batch.decisions_stopped',
    rootKind: 'batch',
    rootId: id,
    subjectId: id,
    parties: [clientId],
    data: { name, clientId, ...list },
  });
  return true;
}

function requireClock({ actor }: Context): void {
  if (actor.kind !== 'system') refuse('not_allowed', { act: 'decide' });
}
