import type { ReadDb } from '#platform/database.ts';

/** Whether the account's member exists and may come in. */
export async function signInState(
  db: ReadDb,
  memberId: string,
): Promise<'missing' | 'suspended' | 'welcome'> {
  const member = await db
    .selectFrom('member')
    .select('suspendedAt')
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (member === undefined) return 'missing';
  return member.suspendedAt === null ? 'welcome' : 'suspended';
}
