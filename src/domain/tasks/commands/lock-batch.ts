import type { Selectable } from 'kysely';
import { assertHome, homeOf, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { FeeRule } from '#domain/ledger/fee.ts';
import type { Context } from '#platform/context.ts';
import type { Batch } from '#platform/schema.ts';
import { requireClient } from '../batch.ts';

export type LockedBatch = Omit<Selectable<Batch>, 'feeRule'> & { feeRule: FeeRule };

/** Locks a batch against its other acts; handing out and review do not wait for it. */
export async function lockBatch(ctx: Context, batchId: string): Promise<LockedBatch> {
  if (!isId(batchId)) return refuse('not_found', { thing: 'batch' });
  const row = await ctx.tx
    .selectFrom('batch')
    .selectAll()
    .where('home', '=', homeOf(batchId))
    .where('id', '=', batchId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse('not_found', { thing: 'batch' });
  assertHome(ctx.home, row.id);
  return { ...row, feeRule: row.feeRule as FeeRule };
}

/** The same for its client alone; to others it does not exist. */
export async function lockOwnBatch(ctx: Context, batchId: string): Promise<LockedBatch> {
  const batch = await lockBatch(ctx, batchId);
  requireClient(ctx.actor, batch);
  return batch;
}
