import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';

/** Refuses `wrong_state` while the rows of a file are becoming the tasks of this batch. */
export async function refuseWhileImporting(
  ctx: Context,
  batchId: string,
  act: string,
): Promise<void> {
  const running = await ctx.tx
    .selectFrom('batchImport')
    .select('state')
    .where('batchId', '=', batchId)
    .where('state', 'in', ['checking', 'adding'])
    .executeTakeFirst();
  if (running !== undefined) refuse('wrong_state', { thing: 'batch', state: 'importing', act });
}
