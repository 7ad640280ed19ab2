import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/**
 * Adds up how a client treats workers, over the batches of its list: what stands beside each of its
 * batches where work is found. Run with the client's id as root.
 */
export async function recordClient(ctx: Context, input: { clientId: string }): Promise<null> {
  await sql`
    insert into task_client_record as r (client_id, batches, approved, rejected, appeals_upheld,
      decision_seconds, hourly_minor, hourly_currency, refreshed_at)
    select ${input.clientId}, count(*)::int, coalesce(sum(l.approved), 0),
      coalesce(sum(l.rejected), 0),
      (select count(*) from appeal where client_id = ${input.clientId} and state = 'upheld'),
      coalesce(sum(l.decision_seconds), 0),
      percentile_disc(0.5) within group (order by l.hourly_minor)
        filter (where l.currency = usual.currency),
      max(usual.currency), ${ctx.now}
    from batch_listing l, (
      select mode() within group (order by currency) as currency
      from batch_listing where client_id = ${input.clientId}
    ) usual
    where l.client_id = ${input.clientId} and l.state <> 'draft'
    on conflict (client_id) do update set batches = excluded.batches,
      approved = excluded.approved, rejected = excluded.rejected,
      appeals_upheld = excluded.appeals_upheld, decision_seconds = excluded.decision_seconds,
      hourly_minor = excluded.hourly_minor, hourly_currency = excluded.hourly_currency,
      refreshed_at = excluded.refreshed_at`.execute(ctx.tx);
  return null;
}
