import { sql } from 'kysely';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { keysForgottenBefore } from '../key-life.ts';

export const KEYS_AT_ONCE = 1_000;

/** Deletes up to KEYS_AT_ONCE idempotency keys of one home that are too old to be sent again. */
export async function forgetKeys(ctx: Context): Promise<{ forgotten: number }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed');
  const gone = await sql`
    delete from idempotency_key
    where home = ${ctx.home} and (actor_id, key) in (
      select actor_id, key from idempotency_key
      where home = ${ctx.home} and at < ${keysForgottenBefore(ctx.now)}
      order by at limit ${KEYS_AT_ONCE})`.execute(ctx.tx);
  return { forgotten: Number(gone.numAffectedRows ?? 0n) };
}
