import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { lockOrganization, requireManager } from './lock-organization.ts';

export type WithdrawInvitation = { organizationId: string; invitationId: string };

/** Takes back an invitation that nobody has accepted. Refuses `invitation_invalid` for a used one. */
export async function withdrawInvitation(
  ctx: Context,
  input: WithdrawInvitation,
): Promise<{ seq: number }> {
  const organization = await lockOrganization(ctx, input.organizationId);
  requireManager(ctx, organization);
  const withdrawn = await ctx.tx
    .updateTable('organizationInvitation')
    .set({ withdrawnAt: ctx.now })
    .where('id', '=', input.invitationId)
    .where('organizationId', '=', organization.id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('email')
    .executeTakeFirst();
  if (withdrawn === undefined) return refuse('invitation_invalid');
  const { seq } = await appendEvent(ctx, {
    kind: 'organization.invitation_withdrawn',
    rootKind: 'party',
    rootId: organization.id,
    subjectId: input.invitationId,
    parties: [organization.id],
    data: { email: withdrawn.email },
  });
  return { seq };
}
