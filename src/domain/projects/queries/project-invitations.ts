import type { Actor } from '#domain/kernel/actor.ts';
import type { Reason } from '#domain/matching/match-score.ts';
import type { ReadDb } from '#platform/database.ts';
import { PROJECT_LIMITS } from '../project-terms.ts';
import { findOwnProject } from './find-project.ts';

export type ProjectInvitation = Awaited<ReturnType<typeof projectInvitations>>[number];

/**
 * Who was invited and what came of it, for the project's client only. Of an invitation to an
 * address there is the address and nothing of who has it, until an answer makes it a freelancer's.
 */
export async function projectInvitations(db: ReadDb, actor: Actor, projectId: string) {
  const project = await findOwnProject(db, actor, projectId);
  const [byName, byAddress] = await Promise.all([
    ofFreelancers(db, project.id),
    ofAddresses(db, project.id),
  ]);
  return [
    ...byName.map((one) => ({ ...one, id: one.freelancerId, email: null })),
    ...byAddress.map((one) => ({ ...one, ...UNANSWERED, freelancerName: one.email })),
  ];
}

const UNANSWERED = {
  freelancerId: null,
  freelancerCountry: null,
  source: 'client' as const,
  seenAt: null,
  answeredAt: null,
  declinedAt: null,
  declineReason: null,
  declineNote: '',
  proposalId: null,
  reasons: [] as Reason[],
};

async function ofAddresses(db: ReadDb, projectId: string) {
  return db
    .selectFrom('addressInvitation')
    .select(['id', 'email', 'note', 'invitedAt', 'withdrawnAt'])
    .where('projectId', '=', projectId)
    .where('takenBy', 'is', null)
    .orderBy('invitedAt')
    .orderBy('id')
    .limit(PROJECT_LIMITS.invitations)
    .execute();
}

async function ofFreelancers(db: ReadDb, projectId: string) {
  return db
    .selectFrom('projectInvitation')
    .innerJoin('party', 'party.id', 'projectInvitation.freelancerId')
    .leftJoin('proposal', (join) =>
      join
        .onRef('proposal.projectId', '=', 'projectInvitation.projectId')
        .onRef('proposal.freelancerId', '=', 'projectInvitation.freelancerId')
        .on('proposal.state', 'in', ['sent', 'offered', 'accepted']),
    )
    .select([
      'projectInvitation.freelancerId',
      'party.name as freelancerName',
      'party.country as freelancerCountry',
      'projectInvitation.note',
      'projectInvitation.invitedAt',
      'projectInvitation.source',
      'projectInvitation.seenAt',
      'projectInvitation.answeredAt',
      'projectInvitation.declinedAt',
      'projectInvitation.declineReason',
      'projectInvitation.declineNote',
      'projectInvitation.withdrawnAt',
      'proposal.id as proposalId',
    ])
    .select((on) => on.ref('projectInvitation.reasons').$castTo<Reason[]>().as('reasons'))
    .where('projectInvitation.projectId', '=', projectId)
    .orderBy('projectInvitation.invitedAt')
    .orderBy('projectInvitation.freelancerId')
    .limit(PROJECT_LIMITS.invitations)
    .execute();
}
