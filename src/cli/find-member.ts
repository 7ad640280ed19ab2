import { memberIdByEmail } from '#domain/accounts/queries/members-of-parties.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';

/** The member's id; refuses `not_found` when nobody has this address. */
export async function memberIdOf(db: ReadDb, email: string): Promise<string> {
  return (await memberIdByEmail(db, email)) ?? refuse('not_found', { thing: 'member' });
}
