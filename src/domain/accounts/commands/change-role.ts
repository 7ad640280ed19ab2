import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { losesLastOwner, ORGANIZATION_ROLES, type OrganizationRole } from '../membership.ts';
import { lockOrganization, requireManager } from './lock-organization.ts';

export type ChangeRole = { organizationId: string; memberId: string; role: OrganizationRole };

/** Gives a member of the organization another role. Refuses `last_owner` and `already_done`. */
export async function changeRole(ctx: Context, input: ChangeRole): Promise<{ seq: number }> {
  const { memberId, role } = input;
  const organization = await lockOrganization(ctx, input.organizationId);
  requireManager(ctx, organization);
  if (!ORGANIZATION_ROLES.includes(role)) refuse('input_invalid', { rule: 'not_listed' }, 'role');
  const before = organization.members.find((one) => one.memberId === memberId)?.role;
  if (before === undefined) return refuse('not_found', { thing: 'member' });
  if (before === role) refuse('already_done', { act: 'change_role' });
  if (losesLastOwner(organization.members, { memberId, role })) refuse('last_owner');
  await ctx.tx
    .updateTable('membership')
    .set({ role })
    .where('organizationId', '=', organization.id)
    .where('memberId', '=', memberId)
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'organization.role_changed',
    rootKind: 'party',
    rootId: organization.id,
    subjectId: memberId,
    parties: [organization.id, memberId],
    data: { from: before, to: role },
  });
  return { seq };
}
