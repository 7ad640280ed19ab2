import { type ExpressionBuilder, sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Reason } from '#domain/matching/match-score.ts';
import type { ReadDb } from '#platform/database.ts';
import type { DB, Json } from '#platform/schema.ts';

export type MyInvitation = Awaited<ReturnType<typeof myInvitations>>[number];

const MOST_SHOWN = 50;

/**
 * Invitations that still wait for an answer: neither declined nor withdrawn, no proposal sent, the
 * project open and not of the reader's own side, which could not answer.
 */
export async function myInvitations(db: ReadDb, actor: Actor, now: Date) {
  const { partyId, memberId } = requireMember(actor, 'see_work');
  return db
    .selectFrom((on) => standing(on, partyId).as('invitation'))
    .innerJoin('project', 'project.id', 'invitation.projectId')
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
      'invitation.note',
      'invitation.invitedAt',
      'invitation.source',
      'invitation.seenAt',
    ])
    .select((on) => on.ref('invitation.reasons').$castTo<Reason[]>().as('reasons'))
    .where('project.state', '=', 'open')
    .where('project.expiresAt', '>', now)
    .where('project.clientId', 'not in', [partyId, memberId])
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('membership')
            .select('membership.memberId')
            .whereRef('membership.organizationId', '=', 'project.clientId')
            .where('membership.memberId', '=', memberId),
        ),
      ),
    )
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
    .orderBy('invitation.invitedAt', 'desc')
    .limit(MOST_SHOWN)
    .execute();
}

/** Those that name the party, and those that went to the address of the member it is. */
function standing(on: ExpressionBuilder<DB, never>, partyId: string) {
  return on
    .selectFrom('projectInvitation')
    .select(['projectId', 'note', 'invitedAt', 'source', 'seenAt', 'reasons'])
    .where('freelancerId', '=', partyId)
    .where('declinedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .unionAll(
      on
        .selectFrom('addressInvitation')
        .select(['projectId', 'note', 'invitedAt'])
        .select([
          sql<'client' | 'match'>`'client'`.as('source'),
          sql<Date | null>`null::timestamptz`.as('seenAt'),
          sql<Json>`'[]'::jsonb`.as('reasons'),
        ])
        .where('withdrawnAt', 'is', null)
        .where('takenBy', 'is', null)
        .where((address) =>
          address.not(
            address.exists(
              address
                .selectFrom('projectInvitation')
                .select('freelancerId')
                .whereRef('projectInvitation.projectId', '=', 'addressInvitation.projectId')
                .where('freelancerId', '=', partyId)
                .where('projectInvitation.withdrawnAt', 'is', null),
            ),
          ),
        )
        .where('email', '=', (email) =>
          email
            .selectFrom('member')
            .select((member) => member.fn<string>('lower', ['email']).as('email'))
            .where('id', '=', partyId),
        ),
    );
}
