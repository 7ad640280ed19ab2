import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { OrganizationRole } from '../membership.ts';
import { may } from '../permission.ts';
import type { OrganizationKind } from '../profile.ts';

export type OrganizationPage = {
  id: string;
  name: string;
  kind: OrganizationKind;
  country: string | null;
  about: string;
  createdAt: Date;
  members: {
    memberId: string;
    name: string;
    email: string;
    role: OrganizationRole;
    joinedAt: Date;
  }[];
  /** Open and expired ones, newest first; empty for those who may not manage members. */
  invitations: {
    id: string;
    email: string;
    role: OrganizationRole;
    createdAt: Date;
    expiresAt: Date;
  }[];
};

const ROLE_ORDER: readonly OrganizationRole[] = ['owner', 'manager', 'member'];

/** An organization and its people, for an actor that acts for it. Refuses `not_found`. */
export async function organizationPage(
  db: ReadDb,
  actor: MemberActor,
  id: string,
): Promise<OrganizationPage> {
  if (actor.partyId !== id) refuse('not_found', { thing: 'organization' });
  const organization = await db
    .selectFrom('organization')
    .innerJoin('party', 'party.id', 'organization.id')
    .select(['organization.kind', 'about', 'name', 'country', 'organization.createdAt'])
    .where('organization.id', '=', id)
    .executeTakeFirst();
  if (organization === undefined) return refuse('not_found', { thing: 'organization' });
  const members = await db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.memberId')
    .innerJoin('party', 'party.id', 'member.id')
    .select(['membership.memberId', 'name', 'email', 'role', 'joinedAt'])
    .where('organizationId', '=', id)
    .orderBy('name')
    .orderBy('membership.memberId')
    .execute();
  const invitations = may(actor, 'manage_members')
    ? await db
        .selectFrom('organizationInvitation')
        .select(['id', 'email', 'role', 'createdAt', 'expiresAt'])
        .where('organizationId', '=', id)
        .where('acceptedAt', 'is', null)
        .where('withdrawnAt', 'is', null)
        .orderBy('createdAt', 'desc')
        .execute()
    : [];
  members.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
  return { id, ...organization, members, invitations };
}
