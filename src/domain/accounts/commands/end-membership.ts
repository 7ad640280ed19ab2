import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { losesLastOwner } from '../membership.ts';
import { type LockedOrganization, lockOrganization, requireManager } from './lock-organization.ts';

/** The actor leaves an organization, whatever its role. Refuses `last_owner` to the last one. */
export async function leaveOrganization(
  ctx: Context,
  input: { organizationId: string },
): Promise<{ seq: number }> {
  const { actor } = ctx;
  if (actor.kind !== 'member') return refuse('not_allowed');
  if (!actor.scopes.includes('work')) refuse('scope_missing', { scope: 'work' });
  const organization = await lockOrganization(ctx, input.organizationId);
  return endMembership(ctx, organization, actor.memberId);
}

/** An owner removes a member. Refuses `last_owner` for the last one. */
export async function removeMember(
  ctx: Context,
  input: { organizationId: string; memberId: string },
): Promise<{ seq: number }> {
  const organization = await lockOrganization(ctx, input.organizationId);
  requireManager(ctx, organization);
  return endMembership(ctx, organization, input.memberId);
}

async function endMembership(
  ctx: Context,
  organization: LockedOrganization,
  memberId: string,
): Promise<{ seq: number }> {
  const role = organization.members.find((one) => one.memberId === memberId)?.role;
  if (role === undefined) return refuse('not_found', { thing: 'member' });
  if (losesLastOwner(organization.members, { memberId, role: null })) refuse('last_owner');
  await ctx.tx
    .deleteFrom('membership')
    .where('organizationId', '=', organization.id)
    .where('memberId', '=', memberId)
    .execute();
  // A key of the organization must not come alive again should the member ever return.
  await ctx.tx
    .updateTable('apiKey')
    .set({ revokedAt: ctx.now })
    .where('memberId', '=', memberId)
    .where('partyId', '=', organization.id)
    .where('revokedAt', 'is', null)
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'organization.member_left',
    rootKind: 'party',
    rootId: organization.id,
    subjectId: memberId,
    parties: [organization.id, memberId],
    data: { role },
  });
  return { seq };
}
