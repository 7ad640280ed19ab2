import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Reason } from '#domain/matching/match-score.ts';
import type { ReadDb } from '#platform/database.ts';

export type MyInvitation = Awaited<ReturnType<typeof myInvitations>>[number];

const MOST_SHOWN = 50;

/**
 * Invitations that still wait for an answer: neither declined nor withdrawn, no proposal sent, the
 * project open.
 */
export async function myInvitations(db: ReadDb, actor: Actor, now: Date) {
  const { partyId } = requireMember(actor, 'see_work');
  return db
    .selectFrom('projectInvitation')
    .innerJoin('project', 'project.id', 'projectInvitation.projectId')
    .innerJoin('party', 'party.id', 'project.clientId')
    .innerJoin('category', 'category.slug', 'project.category')
    .select([
      'project.id as projectId',
      'project.title',
      'project.pricing',
      'project.currency',
      'project.budgetLowMinor',
      'project.budgetHighMinor',
      'project.expiresAt',
      'party.name as clientName',
      'category.name as categoryName',
      'projectInvitation.note',
      'projectInvitation.invitedAt',
      'projectInvitation.source',
      'projectInvitation.seenAt',
    ])
    .select((on) => on.ref('projectInvitation.reasons').$castTo<Reason[]>().as('reasons'))
    .where('projectInvitation.freelancerId', '=', partyId)
    .where('projectInvitation.declinedAt', 'is', null)
    .where('projectInvitation.withdrawnAt', 'is', null)
    .where('project.state', '=', 'open')
    .where('project.expiresAt', '>', now)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('proposal')
            .select('proposal.id')
            .whereRef('proposal.projectId', '=', 'project.id')
            .where('proposal.freelancerId', '=', partyId)
            .where('proposal.state', 'in', ['sent', 'offered', 'accepted']),
        ),
      ),
    )
    .orderBy('projectInvitation.invitedAt', 'desc')
    .limit(MOST_SHOWN)
    .execute();
}
