import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import type { Context } from '#platform/context.ts';

type Sums = {
  submitted: bigint;
  approved: bigint;
  rejected: bigint;
  returned: bigint;
  abandoned: bigint;
  activeSeconds: bigint;
};

/**
 * Adds a worker's record up again, over every batch it worked in: what computed qualifications and
 * clients read. Run with the worker's id as root.
 */
export async function recordWorker(ctx: Context, input: { workerId: string }): Promise<null> {
  const { workerId } = input;
  const { rows: batches } = await sql<{ batchId: string }>`
    select batch_id from worker_batch where worker_id = ${workerId}`.execute(ctx.tx);
  const pointers = batches.map(({ batchId }) => sql`(${homeOf(batchId)}::int, ${batchId}::uuid)`);
  if (pointers.length === 0) return null;
  const { rows } = await sql<Sums>`
    select coalesce(sum(waiting + approved + rejected), 0)::bigint as submitted,
      coalesce(sum(approved), 0)::bigint as approved,
      coalesce(sum(rejected), 0)::bigint as rejected,
      coalesce(sum(returned), 0)::bigint as returned,
      coalesce(sum(abandoned), 0)::bigint as abandoned,
      coalesce(sum(active_seconds), 0)::bigint as active_seconds
    from (values ${sql.join(pointers)}) at (home, batch_id)
    join batch_worker w
      on w.home = at.home and w.batch_id = at.batch_id and w.worker_id = ${workerId}`.execute(
    ctx.tx,
  );
  const [sums] = rows;
  if (sums === undefined) return null;
  const record = { ...sums, batches: batches.length, refreshedAt: ctx.now };
  await ctx.tx
    .insertInto('workerRecord')
    .values({ ...record, workerId })
    .onConflict((conflict) => conflict.column('workerId').doUpdateSet(record))
    .execute();
  return null;
}
