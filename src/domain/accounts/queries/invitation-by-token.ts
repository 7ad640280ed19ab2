import type { ReadDb } from '#platform/database.ts';
import { type InvitationState, invitationState, type OrganizationRole } from '../membership.ts';
import { hashToken } from '../secret-token.ts';

export type InvitationSeen = {
  organizationId: string;
  organizationName: string;
  inviterName: string;
  email: string;
  role: OrganizationRole;
  expiresAt: Date;
  state: InvitationState;
};

/** What the holder of an invitation's link may see; null for a link that was never given out. */
export async function invitationByToken(
  db: ReadDb,
  token: string,
  now: Date,
): Promise<InvitationSeen | null> {
  const row = await db
    .selectFrom('organizationInvitation as invitation')
    .innerJoin('party as organization', 'organization.id', 'invitation.organizationId')
    .innerJoin('party as inviter', 'inviter.id', 'invitation.invitedBy')
    .select([
      'invitation.organizationId',
      'organization.name as organizationName',
      'inviter.name as inviterName',
      'invitation.email',
      'invitation.role',
      'invitation.expiresAt',
      'invitation.acceptedAt',
      'invitation.withdrawnAt',
    ])
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { acceptedAt, withdrawnAt, ...seen } = row;
  return { ...seen, state: invitationState({ ...row, acceptedAt, withdrawnAt }, now) };
}
