import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';

export async function findMember(db: ReadDb, email: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('member')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
}

/** The member's id; refuses `not_found` when nobody has this address. */
export async function memberIdOf(db: ReadDb, email: string): Promise<string> {
  const member = await findMember(db, email);
  return member?.id ?? refuse('not_found', { thing: 'member' });
}
