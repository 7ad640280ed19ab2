import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { invitationState } from '../membership.ts';
import { lockOrganization } from './lock-organization.ts';

export type JoinOrganization = { organizationId: string; tokenHash: string };

/**
 * Accepts an invitation; run it with the organization's id as root. The invited address must be
 * the member's own, since a mail is passed on more easily than a role should be. Refuses
 * `invitation_invalid` for a used, withdrawn or old one, `not_allowed` for another's, `already_member`.
 */
export async function joinOrganization(
  ctx: Context,
  input: JoinOrganization,
): Promise<{ organizationId: string; role: string; seq: number }> {
  const { actor, now, tx } = ctx;
  if (actor.kind !== 'member') return refuse('not_allowed');
  if (!actor.scopes.includes('work')) refuse('scope_missing', { scope: 'work' });
  const organization = await lockOrganization(ctx, input.organizationId);
  const invitation = await tx
    .selectFrom('organizationInvitation')
    .select(['id', 'email', 'role', 'acceptedAt', 'withdrawnAt', 'expiresAt'])
    .where('tokenHash', '=', input.tokenHash)
    .where('organizationId', '=', organization.id)
    .executeTakeFirst();
  if (invitation === undefined) return refuse('invitation_invalid');
  const { email } = await tx
    .selectFrom('member')
    .select('email')
    .where('id', '=', actor.memberId)
    .executeTakeFirstOrThrow();
  if (email !== invitation.email) refuse('not_allowed', { invited: invitation.email });
  if (organization.members.some((one) => one.memberId === actor.memberId)) refuse('already_member');
  if (invitationState(invitation, now) !== 'open') refuse('invitation_invalid');
  await tx
    .updateTable('organizationInvitation')
    .set({ acceptedAt: now })
    .where('id', '=', invitation.id)
    .execute();
  const { role } = invitation;
  await tx
    .insertInto('membership')
    .values({ organizationId: organization.id, memberId: actor.memberId, role, joinedAt: now })
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'organization.member_joined',
    rootKind: 'party',
    rootId: organization.id,
    subjectId: actor.memberId,
    parties: [organization.id, actor.memberId],
    data: { role, invitationId: invitation.id },
  });
  return { organizationId: organization.id, role, seq };
}
