import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { MemberTheme, Profile } from '../profile.ts';

/** A member's own profile with its address. Refuses `not_found`. */
export async function profileOf(
  db: ReadDb,
  memberId: string,
): Promise<Profile & { email: string; createdAt: Date }> {
  const row = await db
    .selectFrom('member')
    .innerJoin('party', 'party.id', 'member.id')
    .select(['name', 'country', 'headline', 'about', 'timeZone', 'theme', 'mailNotices', 'email'])
    .select('member.createdAt')
    .where('member.id', '=', memberId)
    .executeTakeFirst();
  if (row === undefined) return refuse('not_found', { thing: 'member' });
  return { ...row, theme: row.theme as MemberTheme };
}
