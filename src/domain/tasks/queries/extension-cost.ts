import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { unitMinor } from '../batch.ts';
import type { BatchRow } from './find-batch.ts';

export type ExtensionCost = {
  /** Answers more, over all tasks. */
  added: bigint;
  /** Slots whose money went back, and that are paid for again. */
  revived: bigint;
  assignments: bigint;
  totalMinor: bigint;
};

/** What an extension costs now, to the cent: asked before it is confirmed, and when it is made. */
export async function extensionCost(
  db: ReadDb,
  batch: Pick<BatchRow, 'id' | 'state' | 'rewardMinor' | 'feeMinor'>,
  moreEach: number,
): Promise<ExtensionCost> {
  const { tasks, released } = await standing(db, batch.id);
  const added = BigInt(moreEach) * tasks;
  const revived = batch.state === 'closed' || moreEach > 0 ? released : 0n;
  const assignments = added + revived;
  return { added, revived, assignments, totalMinor: assignments * unitMinor(batch) };
}

/** Ordinary tasks that were not put away, and the slots whose money went back, gold ones too. */
async function standing(db: ReadDb, batchId: string): Promise<{ tasks: bigint; released: bigint }> {
  const [row] = await readSql(
    db,
    sql<{ tasks: bigint; released: bigint }>`
    select count(*) filter (where not gold)::bigint as tasks,
      coalesce(sum(released), 0)::bigint as released
    from task
    where home = ${homeOf(batchId)} and batch_id = ${batchId} and disposed_at is null`,
  );
  return row ?? { tasks: 0n, released: 0n };
}
