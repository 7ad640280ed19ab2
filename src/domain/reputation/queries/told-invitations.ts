import { sql } from 'kysely';
import type { ReadDb } from '#platform/database.ts';
import { RESPONSE, type Told } from '../response.ts';

const DAY_MS = 86_400_000;

/**
 * The invitations that a freelancer was told of in the last half year, and when it answered: it
 * declined or proposed. What the client withdrew before an answer asks for none.
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
        .onRef('proposal.freelancerId', '=', 'invitation.freelancerId'),
    )
    .select([
      'invitation.projectId',
      'withdrawnAt',
      // Nobody hears of an invitation to a draft before it is published.
      sql<Date>`greatest(invited_at, published_at)`.as('toldAt'),
      sql<Date | null>`least(invitation.answered_at, declined_at, min(proposal.sent_at))`.as(
        'answeredAt',
      ),
    ])
    .where('invitation.freelancerId', '=', freelancerId)
    .where('project.publishedAt', 'is not', null)
    .where('invitation.invitedAt', '>', since)
    .groupBy(['invitation.projectId', 'invitation.freelancerId', 'project.id'])
    .execute();
  return rows.filter((row) => row.withdrawnAt === null || row.answeredAt !== null);
}
