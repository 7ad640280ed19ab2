import type { ReadDb } from '#platform/database.ts';

/** Every party on a client's side: itself, the members of it, the organizations that it belongs to. */
export async function clientSide(db: ReadDb, clientId: string): Promise<string[]> {
  const ties = await db
    .selectFrom('membership')
    .select(['organizationId', 'memberId'])
    .where((on) => on.or([on('organizationId', '=', clientId), on('memberId', '=', clientId)]))
    .execute();
  return [...new Set([clientId, ...ties.flatMap((one) => [one.organizationId, one.memberId])])];
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
