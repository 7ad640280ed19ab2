import { sql } from 'kysely';
import { namedId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

/** One row when there are sessions or links that ended, for the sweep to act on. */
export async function endedSessions(db: ReadDb, now: Date): Promise<{ id: string }[]> {
  const [found] = await readSql<{ any: boolean }>(
    db,
    sql`select exists (select from auth.session where "expiresAt" < ${now})
      or exists (select from auth.verification where "expiresAt" < ${now}) as any`,
  );
  return found?.any ? [{ id: namedId(0, 'forget-sessions') }] : [];
}

/** Deletes what can open nothing any more: sessions and mailed links whose time is over. */
export async function forgetSessions(ctx: Context): Promise<{ forgotten: number }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed');
  const sessions = await sql`
    delete from auth.session where "expiresAt" < ${ctx.now}`.execute(ctx.tx);
  const links = await sql`
    delete from auth.verification where "expiresAt" < ${ctx.now}`.execute(ctx.tx);
  const gone = (sessions.numAffectedRows ?? 0n) + (links.numAffectedRows ?? 0n);
  return { forgotten: Number(gone) };
}
