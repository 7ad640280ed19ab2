/** What joins a member to an organization: a *role*, and before that an *invitation* by mail. */
import type { Role } from '#domain/kernel/actor.ts';

export type OrganizationRole = Exclude<Role, 'self'>;

export const ORGANIZATION_ROLES: readonly OrganizationRole[] = ['owner', 'manager', 'member'];

export const INVITATION_DAYS = 14;

const DAY_MS = 86_400_000;

export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
}

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired';

export function invitationState(
  invitation: { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted';
  if (invitation.withdrawnAt !== null) return 'withdrawn';
  return invitation.expiresAt > now ? 'open' : 'expired';
}

/** Whether the organization would be left without an owner if `memberId` got `role`, or left (null). */
export function losesLastOwner(
  members: readonly { memberId: string; role: OrganizationRole }[],
  change: { memberId: string; role: OrganizationRole | null },
): boolean {
  if (change.role === 'owner') return false;
  const others = members.filter((one) => one.memberId !== change.memberId);
  const wasOwner = members.some((one) => one.memberId === change.memberId && one.role === 'owner');
  return wasOwner && !others.some((one) => one.role === 'owner');
}
