import type { Role } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';

/** A member who acts for a party, as somebody who is to be told something. */
export type PartyMember = {
  partyId: string;
  memberId: string;
  role: Role;
  email: string;
  mailNotices: boolean;
  timeZone: string;
  suspended: boolean;
};

/** Everybody who acts for one of these parties: the member itself, or the members of an organization. */
export async function membersOfParties(
  db: ReadDb,
  partyIds: readonly string[],
): Promise<PartyMember[]> {
  if (partyIds.length === 0) return [];
  const own = await people(db)
    .where('member.id', 'in', [...partyIds])
    .execute();
  const ofOrganizations = await people(db)
    .innerJoin('membership', 'membership.memberId', 'member.id')
    .select(['membership.organizationId', 'membership.role'])
    .where('membership.organizationId', 'in', [...partyIds])
    .execute();
  return [
    ...own.map((one) => ({ ...one, partyId: one.memberId, role: 'self' as const })),
    ...ofOrganizations.map(({ organizationId, ...one }) => ({ ...one, partyId: organizationId })),
  ].map(({ suspendedAt, ...one }) => ({ ...one, suspended: suspendedAt !== null }));
}

/** Ids of those who run this marketplace. */
export async function operatorIds(db: ReadDb): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('id')
    .where('operator', '=', true)
    .where('suspendedAt', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** The member with this address; undefined where there is none. */
export async function memberIdByEmail(db: ReadDb, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('member')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  return row?.id;
}

/** The names of these parties by their ids; ids of other things are left out. */
export async function partyNames(
  db: ReadDb,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('party')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

function people(db: ReadDb) {
  return db
    .selectFrom('member')
    .select(['member.id as memberId', 'email', 'mailNotices', 'timeZone', 'suspendedAt']);
}
