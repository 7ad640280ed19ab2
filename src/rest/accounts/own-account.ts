import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';

/**
 * A key acts for one party. What belongs to the member alone (its profile, its memberships, its
 * notifications) is not for a key that was made for an organization. Refuses `not_allowed`.
 */
export function requireOwnKey(actor: MemberActor): void {
  if (actor.partyId !== actor.memberId)
    refuse('not_allowed', { needs: 'a key of the member itself' });
}
