import { sql } from 'kysely';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';

type Grouped = { clientId: string; groupKey: string | null; groupLimit: number | null };

/**
 * Counts one task more of the batch's group for this worker. Refuses `worker_limit_reached` beyond
 * the group's limit, also when two batches of the group are entered at the same moment.
 */
export async function takeOfGroup(ctx: Context, batch: Grouped, workerId: string): Promise<void> {
  const { clientId, groupKey, groupLimit } = batch;
  if (groupKey === null || groupLimit === null) return;
  const { rows } = await sql<{ taken: number }>`
    insert into batch_group_worker as g (client_id, group_key, worker_id, taken)
    values (${clientId}, ${groupKey}, ${workerId}, 1)
    on conflict (client_id, group_key, worker_id) do update set taken = g.taken + 1
      where g.taken < ${groupLimit}
    returning taken`.execute(ctx.tx);
  if (rows.length === 0) refuse('worker_limit_reached', { limit: groupLimit, of: 'group' });
}

/** A task of the group was given back: it does not count. */
export async function giveBackToGroup(
  ctx: Context,
  batch: Pick<Grouped, 'clientId' | 'groupKey'>,
  workerId: string,
): Promise<void> {
  if (batch.groupKey === null) return;
  await sql`
    update batch_group_worker set taken = taken - 1
    where client_id = ${batch.clientId} and group_key = ${batch.groupKey}
      and worker_id = ${workerId} and taken > 0`.execute(ctx.tx);
}
