import { sql } from 'kysely';
import { LIVE_PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import type { ReadDb } from '#platform/database.ts';
import { RESPONSE, type Told } from '../response.ts';

const DAY_MS = 86_400_000;

/** Nobody hears of an invitation to a draft before it is published. */
const TOLD_AT = sql<Date>`greatest(invitation.invited_at, project.published_at)`;

/**
 * The invitations that a freelancer was told of in the last half year, and when it answered: it
 * declined or proposed, after it was told. What the client withdrew before an answer asks for none,
 * nor what came while a proposal of the freelancer stood there.
 */
export async function toldInvitations(
  db: ReadDb,
  freelancerId: string,
  now: Date,
): Promise<Told[]> {
  const since = new Date(now.getTime() - RESPONSE.windowDays * DAY_MS);
  const rows = await db
    .selectFrom('projectInvitation as invitation')
    .innerJoin('project', 'project.id', 'invitation.projectId')
    .leftJoin('proposal', (join) =>
      join
        .onRef('proposal.projectId', '=', 'invitation.projectId')
        .onRef('proposal.freelancerId', '=', 'invitation.freelancerId')
        .on('proposal.sentAt', '>=', TOLD_AT),
    )
    .select([
      'invitation.projectId',
      'withdrawnAt',
      TOLD_AT.as('toldAt'),
      sql<Date | null>`least(invitation.answered_at, declined_at, min(proposal.sent_at))`.as(
        'answeredAt',
      ),
    ])
    .where('invitation.freelancerId', '=', freelancerId)
    .where('project.publishedAt', 'is not', null)
    .where('invitation.invitedAt', '>', since)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('proposal as earlier')
            .select('earlier.id')
            .whereRef('earlier.projectId', '=', 'invitation.projectId')
            .whereRef('earlier.freelancerId', '=', 'invitation.freelancerId')
            .where('earlier.sentAt', '<', TOLD_AT)
            .where('earlier.state', 'in', [...LIVE_PROPOSAL_STATES, 'not_chosen']),
        ),
      ),
    )
    .groupBy(['invitation.projectId', 'invitation.freelancerId', 'project.id'])
    .execute();
  return rows.filter((row) => row.withdrawnAt === null || row.answeredAt !== null);
}
