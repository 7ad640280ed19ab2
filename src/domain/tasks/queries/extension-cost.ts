import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { unitMinor } from '../batch.ts';
import type { BatchRow } from './find-batch.ts';

/** What an extension costs now: the same sum as `extendBatch` holds, to the cent. */
export async function extensionCost(
  db: ReadDb,
  batch: BatchRow,
  moreEach: number,
): Promise<{ assignments: bigint; revived: bigint; totalMinor: bigint }> {
  const revives = batch.state === 'closed' || moreEach > 0;
  const revived = revives ? await releasedSlots(db, batch.id) : 0n;
  const assignments = BigInt(moreEach) * BigInt(batch.tasks) + revived;
  return { assignments, revived, totalMinor: assignments * unitMinor(batch) };
}

async function releasedSlots(db: ReadDb, batchId: string): Promise<bigint> {
  const [row] = await readSql(
    db,
    sql<{ released: bigint }>`
    select coalesce(sum(released), 0)::bigint as released from task
    where home = ${homeOf(batchId)} and batch_id = ${batchId} and disposed_at is null`,
  );
  return row?.released ?? 0n;
}
