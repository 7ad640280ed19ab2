/** Idempotency keys live 30 days: longer than any client keeps trying. Then a job forgets them. */
import { sql } from 'kysely';
import { HOMES, namedId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from './context.ts';
import { type ReadDb, readSql } from './database.ts';

export const KEYS_AT_ONCE = 1_000;

const KEY_DAYS = 30;
const DAY_MS = 86_400_000;

/** An id on each home that has keys to forget; one look into the index per home. */
export async function homesOfOldKeys(
  db: ReadDb,
  now: Date,
  limit: number,
): Promise<{ id: string }[]> {
  const rows = await readSql<{ home: number }>(
    db,
    sql`select home from generate_series(0, ${HOMES - 1}) as homes (home)
      where exists (select from idempotency_key k
        where k.home = homes.home and k.at < ${forgottenBefore(now)})
      order by home limit ${limit}`,
  );
  return rows.map(({ home }) => ({ id: namedId(home, 'forget-keys') }));
}

/** Deletes up to KEYS_AT_ONCE keys of one home that are too old to be sent again. */
export async function forgetKeys(ctx: Context): Promise<{ forgotten: number }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed');
  const gone = await sql`
    delete from idempotency_key
    where home = ${ctx.home} and (actor_id, key) in (
      select actor_id, key from idempotency_key
      where home = ${ctx.home} and at < ${forgottenBefore(ctx.now)}
      order by at limit ${KEYS_AT_ONCE})`.execute(ctx.tx);
  return { forgotten: Number(gone.numAffectedRows ?? 0n) };
}

function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - KEY_DAYS * DAY_MS);
}
