import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { expiryOf, type GrantSource, QUALIFICATION_GRANT_STATES } from '../qualification.ts';

export type WriteGrant = {
  type: { id: string; grantDays: number | null };
  workerId: string;
  value: number;
  source: GrantSource;
};

/**
 * Gives a worker the qualification with this value, from now on; says whether anything is new.
 * Only a client gives back what it took: by a rule this refuses `not_allowed`.
 */
export async function writeGrant(
  ctx: Context,
  { type, workerId, value, source }: WriteGrant,
): Promise<boolean> {
  const before = await lockGrant(ctx, type.id, workerId);
  const who = source === 'client' ? 'client' : 'rule';
  const state = nextState(QUALIFICATION_GRANT_STATES, before?.state ?? null, { act: 'grant', who });
  const expiresAt = expiryOf(type.grantDays, ctx.now);
  const forGood = expiresAt === null && before?.expiresAt === null;
  if (forGood && before.state === 'granted' && before.value === value) return false;
  const grantedBy = ctx.actor.kind === 'member' && who === 'client' ? ctx.actor.memberId : null;
  const now = { value, state, source, grantedBy, grantedAt: ctx.now, expiresAt };
  const row = { ...now, revokedAt: null, reason: '' };
  await ctx.tx
    .insertInto('qualificationGrant')
    .values({ ...row, typeId: type.id, workerId })
    .onConflict((conflict) => conflict.columns(['typeId', 'workerId']).doUpdateSet(row))
    .execute();
  return true;
}

/** The grant of a worker, locked; undefined where it never held it. */
export async function lockGrant(ctx: Context, typeId: string, workerId: string) {
  return ctx.tx
    .selectFrom('qualificationGrant')
    .selectAll()
    .where('typeId', '=', typeId)
    .where('workerId', '=', workerId)
    .forUpdate()
    .executeTakeFirst();
}
