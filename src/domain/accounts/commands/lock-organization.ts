import type { MemberActor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import type { OrganizationRole } from '../membership.ts';
import { requireMember } from '../permission.ts';

export type LockedOrganization = {
  id: string;
  name: string;
  members: { memberId: string; role: OrganizationRole }[];
};

/**
 * Locks an organization and tells its members: whoever changes them waits here for the others, so
 * that what was checked still holds at the commit. Refuses `not_found`.
 */
export async function lockOrganization(ctx: Context, id: string): Promise<LockedOrganization> {
  if (!isId(id)) return refuse('not_found', { thing: 'organization' });
  const locked = await ctx.tx
    .selectFrom('organization')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (locked === undefined) return refuse('not_found', { thing: 'organization' });
  // Read after the lock: a statement sees only what was committed before it began.
  const { name } = await ctx.tx
    .selectFrom('party')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const members = await ctx.tx
    .selectFrom('membership')
    .select(['memberId', 'role'])
    .where('organizationId', '=', id)
    .execute();
  return { id, name, members };
}

/**
 * The actor who may change this organization's members, judged by the role it has now and not by
 * the one it had when its request began.
 */
export function requireManager(ctx: Context, organization: LockedOrganization): MemberActor {
  const actor = requireMember(ctx.actor, 'manage_members');
  const role = organization.members.find((one) => one.memberId === actor.memberId)?.role;
  if (actor.partyId !== organization.id || role === undefined) {
    return refuse('not_found', { thing: 'organization' });
  }
  return requireMember({ ...actor, role }, 'manage_members');
}
