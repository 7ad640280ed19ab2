import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';

/** The organizations that the member belongs to, by name. */
export async function myOrganizations(db: ReadDb, actor: MemberActor) {
  return db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organizationId')
    .innerJoin('party', 'party.id', 'organization.id')
    .select(['organization.id', 'party.name', 'organization.kind', 'membership.role', 'joinedAt'])
    .where('membership.memberId', '=', actor.memberId)
    .orderBy('party.name')
    .orderBy('organization.id')
    .execute();
}
