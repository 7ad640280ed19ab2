import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { TASKS_AT_ONCE } from '../batch.ts';
import { listBatch } from './list-batch.ts';
import { type LockedBatch, lockOwnBatch } from './lock-batch.ts';
import { refuseWhileImporting } from './refuse-while-importing.ts';

/**
 * Takes all tasks out of a draft, so that another file can take their place: 10,000 a call, the
 * last first, so that what is left is always counted right. Done again until `more` is false.
 */
export async function clearTasks(
  ctx: Context,
  input: { batchId: string },
): Promise<{ more: boolean }> {
  requireMember(ctx.actor, 'post');
  const batch = await lockOwnBatch(ctx, input.batchId);
  await refuseWhileImporting(ctx, batch.id, 'clear');
  return { more: await clearPage(ctx, batch) };
}

/** Removes the last tasks of a locked draft; gives whether some are left. */
export async function clearPage(ctx: Context, batch: LockedBatch): Promise<boolean> {
  if (batch.state !== 'draft') {
    refuse('wrong_state', { thing: 'batch', state: batch.state, act: 'clear' });
  }
  const { rows } = await sql<{ gold: boolean; wanted: number }>`
    delete from task where home = ${ctx.home} and id in (
      select id from task where home = ${ctx.home} and batch_id = ${batch.id}
      order by number desc limit ${TASKS_AT_ONCE})
    returning gold, wanted`.execute(ctx.tx);
  const gold = rows.filter((row) => row.gold).length;
  const wanted = rows.reduce((sum, row) => sum + BigInt(row.wanted), 0n);
  const left = batch.tasks + batch.goldTasks - rows.length;
  await ctx.tx
    .updateTable('batch')
    .set((set) => ({
      tasks: set('tasks', '-', rows.length - gold),
      goldTasks: set('goldTasks', '-', gold),
      wanted: set('wanted', '-', wanted),
      ...(left === 0 ? { variables: [] } : {}),
    }))
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  if (left === 0) await listBatch(ctx, batch.id);
  return left > 0;
}
