import type { ReadDb } from '#platform/database.ts';

/**
 * Every party on a client's side: itself, its members, the organizations that it belongs to, and
 * those that have an owner in common with it.
 */
export async function clientSide(db: ReadDb, clientId: string): Promise<string[]> {
  const ties = await db
    .selectFrom('membership')
    .select(['organizationId', 'memberId'])
    .where((on) => on.or([on('organizationId', '=', clientId), on('memberId', '=', clientId)]))
    .execute();
  const ofOneOwner = await db
    .selectFrom('membership')
    .innerJoin('membership as also', 'also.memberId', 'membership.memberId')
    .select('also.organizationId')
    .where('membership.organizationId', '=', clientId)
    .where('membership.role', '=', 'owner')
    .where('also.role', '=', 'owner')
    .execute();
  const side = ties.flatMap((one) => [one.organizationId, one.memberId]);
  return [...new Set([clientId, ...side, ...ofOneOwner.map((one) => one.organizationId)])];
}

/** The clock that the client's member works by; null for nobody. */
export async function clientZone(db: ReadDb, memberId: string): Promise<string | null> {
  const row = await db
    .selectFrom('member')
    .select('timeZone')
    .where('id', '=', memberId)
    .executeTakeFirst();
  return row?.timeZone ?? null;
}
