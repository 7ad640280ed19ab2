import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { invitationMail } from '../mail-texts.ts';
import {
  INVITATION_DAYS,
  invitationExpiry,
  ORGANIZATION_ROLES,
  type OrganizationRole,
} from '../membership.ts';
import { lockOrganization, requireManager } from './lock-organization.ts';
import { queueInvitationMail } from './queue-invitation-mail.ts';

export type InviteToOrganization = {
  organizationId: string;
  email: string;
  role: OrganizationRole;
  /** The secret of the link; only its hash stays. */
  token: string;
  tokenHash: string;
  /** Where the invitation is looked at, without the token: `https://…/invitations/`. */
  linkStart: string;
};

/**
 * Invites an address by mail. A new invitation of the same address takes the place of the old one.
 * Refuses `already_member` and, as mails have their limits, `rate_limited`; run it with the organization's id as root.
 */
export async function inviteToOrganization(
  ctx: Context,
  input: InviteToOrganization,
): Promise<{ invitationId: string; seq: number }> {
  const { tx, now } = ctx;
  const organization = await lockOrganization(ctx, input.organizationId);
  const actor = requireManager(ctx, organization);
  const email = input.email.trim().toLowerCase();
  if (!ORGANIZATION_ROLES.includes(input.role)) {
    refuse('input_invalid', { rule: 'not_listed' }, 'role');
  }
  const people = await tx
    .selectFrom('member')
    .innerJoin('party', 'party.id', 'member.id')
    .select(['member.id', 'name', 'email'])
    .where((eb) => eb.or([eb('member.id', '=', actor.memberId), eb('email', '=', email)]))
    .execute();
  const known = people.find((one) => one.email === email);
  if (known && organization.members.some((one) => one.memberId === known.id)) {
    refuse('already_member', { email }, 'email');
  }
  await withdrawOpen(ctx, organization.id, email);
  const invitationId = newId(ctx.home, now);
  await tx
    .insertInto('organizationInvitation')
    .values({
      id: invitationId,
      organizationId: organization.id,
      email,
      role: input.role,
      tokenHash: input.tokenHash,
      invitedBy: actor.memberId,
      createdAt: now,
      expiresAt: invitationExpiry(now),
    })
    .execute();
  const { marketName } = await tx
    .selectFrom('marketTerms')
    .select('name as marketName')
    .executeTakeFirstOrThrow();
  const mail = invitationMail({
    marketName,
    link: input.linkStart + input.token,
    inviter: people.find((one) => one.id === actor.memberId)?.name ?? organization.name,
    organization: organization.name,
    role: input.role,
    days: INVITATION_DAYS,
  });
  const reason = 'organization.member_invited';
  const { memberId: askedBy } = actor;
  await queueInvitationMail(ctx, { ...mail, recipient: email, secret: true, reason, askedBy });
  const { seq } = await appendEvent(ctx, {
    kind: 'organization.member_invited',
    rootKind: 'party',
    rootId: organization.id,
    subjectId: invitationId,
    parties: [organization.id],
    data: { email, role: input.role },
  });
  return { invitationId, seq };
}

async function withdrawOpen(ctx: Context, organizationId: string, email: string): Promise<void> {
  await ctx.tx
    .updateTable('organizationInvitation')
    .set({ withdrawnAt: ctx.now })
    .where('organizationId', '=', organizationId)
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute();
}
