import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';

/** The name of a member or organization. Refuses `not_found`. */
export async function partyName(db: ReadDb, partyId: string): Promise<string> {
  const party = await db
    .selectFrom('party')
    .select('name')
    .where('id', '=', partyId)
    .executeTakeFirst();
  return party?.name ?? refuse('not_found', { thing: 'party' });
}
