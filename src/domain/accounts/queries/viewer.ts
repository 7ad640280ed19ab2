import { ALL_SCOPES, type MemberActor, type Role } from '#domain/kernel/actor.ts';
import type { Money } from '#domain/kernel/money.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import type { ReadDb } from '#platform/database.ts';
import { may } from '../permission.ts';
import type { MemberTheme } from '../profile.ts';

/** A party that a member may act for: itself first, then its organizations by name. */
export type PartyToActFor = {
  partyId: string;
  name: string;
  role: Role;
  /** Its country (ISO 3166-1), from which shores are seen; null until it is told. */
  country: string | null;
  /** What is available in its wallets, by currency; null where the role may not see money. */
  balances: Money[] | null;
};

export type MemberView = {
  actor: MemberActor;
  /** Of the party that it acts for. */
  country: string | null;
  name: string;
  email: string;
  parties: PartyToActFor[];
  unreadNotifications: number;
  theme: MemberTheme;
  timeZone: string;
};

/**
 * The signed-in member as every page shows it. `actingFor` is the party that it chose; a party
 * that it may not act for (any more) counts as no choice. Null for nobody and for a suspended
 * member.
 */
export async function memberView(
  db: ReadDb,
  memberId: string,
  actingFor: string | null,
): Promise<MemberView | null> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('party', 'party.id', 'member.id')
    .leftJoin('membership', 'membership.memberId', 'member.id')
    .leftJoin('party as organization', 'organization.id', 'membership.organizationId')
    .select([
      'party.name',
      'party.country',
      'member.email',
      'member.theme',
      'member.timeZone',
      'member.operator',
      'membership.role',
      'organization.id as organizationId',
      'organization.name as organizationName',
      'organization.country as organizationCountry',
    ])
    .select((eb) =>
      eb
        .selectFrom('notification')
        .select(({ fn }) => fn.countAll<bigint>().as('count'))
        .whereRef('notification.memberId', '=', 'member.id')
        .where('readAt', 'is', null)
        .as('unread'),
    )
    .where('member.id', '=', memberId)
    .where('member.suspendedAt', 'is', null)
    .orderBy('organization.name')
    .orderBy('organization.id')
    .execute();
  const [member] = rows;
  if (member === undefined) return null;
  const parties: Omit<PartyToActFor, 'balances'>[] = [
    { partyId: memberId, name: member.name, role: 'self', country: member.country },
  ];
  for (const { organizationId, organizationName, organizationCountry: country, role } of rows) {
    if (organizationId === null || organizationName === null || role === null) continue;
    parties.push({ partyId: organizationId, name: organizationName, role, country });
  }
  const asActor = ({ partyId, role }: { partyId: string; role: Role }): MemberActor => {
    const { operator } = member;
    return { kind: 'member', memberId, partyId, role, scopes: ALL_SCOPES, operator };
  };
  const chosen = parties.find((one) => one.partyId === actingFor);
  const seen = parties.filter((one) => may(asActor(one), 'see_money'));
  const balances = await walletBalances(
    db,
    seen.map((one) => one.partyId),
  );
  return {
    actor: asActor(chosen ?? { partyId: memberId, role: 'self' }),
    country: (chosen ?? parties[0])?.country ?? null,
    name: member.name,
    email: member.email,
    parties: parties.map((one) => ({
      ...one,
      balances: seen.includes(one) ? (balances.get(one.partyId) ?? []) : null,
    })),
    unreadNotifications: Number(member.unread ?? 0),
    theme: member.theme as MemberTheme,
    timeZone: member.timeZone,
  };
}

/** The same member acting for an organization that an address names; null where it has no role. */
export async function actorForOrganization(
  db: ReadDb,
  actor: MemberActor,
  organizationId: string,
): Promise<MemberActor | null> {
  const membership = await db
    .selectFrom('membership')
    .select('role')
    .where('organizationId', '=', organizationId)
    .where('memberId', '=', actor.memberId)
    .executeTakeFirst();
  if (membership === undefined) return null;
  return { ...actor, partyId: organizationId, role: membership.role };
}
