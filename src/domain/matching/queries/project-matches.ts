import type { Actor } from '#domain/kernel/actor.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Reason } from '../match-score.ts';

export type ProjectMatches = Awaited<ReturnType<typeof projectMatches>>;
export type ProjectMatch = ProjectMatches['rows'][number];

/**
 * Whom the marketplace chose for a project and whom the client added, why, and what came of it; the
 * best first. For the project's client only. Removed ones are left out.
 */
export async function projectMatches(db: ReadDb, actor: Actor, projectId: string) {
  const project = await findOwnProject(db, actor, projectId);
  const rows = await db
    .selectFrom('projectMatch as match')
    .innerJoin('party', 'party.id', 'match.freelancerId')
    .leftJoin('projectInvitation as invitation', (join) =>
      join
        .onRef('invitation.projectId', '=', 'match.projectId')
        .onRef('invitation.freelancerId', '=', 'match.freelancerId'),
    )
    .leftJoin('proposal', (join) =>
      join
        .onRef('proposal.projectId', '=', 'match.projectId')
        .onRef('proposal.freelancerId', '=', 'match.freelancerId')
        .on('proposal.state', 'in', ['sent', 'offered', 'accepted']),
    )
    .select([
      'match.freelancerId',
      'party.name',
      'party.country',
      'match.score',
      'match.newcomer',
      'match.state',
      'match.addedBy',
      'match.sentAt',
      'invitation.invitedAt',
      'invitation.seenAt',
      'invitation.answeredAt',
      'invitation.declinedAt',
      'invitation.declineReason',
      'invitation.declineNote',
      'invitation.withdrawnAt',
      'proposal.id as proposalId',
    ])
    .select((on) => on.ref('match.reasons').$castTo<Reason[]>().as('reasons'))
    .where('match.projectId', '=', project.id)
    .where('match.state', '!=', 'removed')
    .orderBy('match.score', 'desc')
    .orderBy('match.freelancerId')
    .execute();
  return { mode: project.matching, matchedAt: project.matchedAt, rows };
}
