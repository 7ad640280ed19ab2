import type { Actor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { MOST_PROPOSALS } from '../proposal.ts';
import { findOwnProject } from './find-project.ts';

export type ProposalOrder = 'sent' | 'price' | 'delivery';
export type ProjectProposal = Awaited<ReturnType<typeof projectProposals>>[number];

const COLUMNS = {
  sent: 'proposal.sentAt',
  price: 'proposal.priceMinor',
  delivery: 'proposal.deliveryDays',
} as const;

/** All proposals on a project but the withdrawn ones, for its client only. */
export async function projectProposals(
  db: ReadDb,
  actor: Actor,
  question: { projectId: string; order?: ProposalOrder; descending?: boolean },
) {
  const project = await findOwnProject(db, actor, question.projectId);
  return db
    .selectFrom('proposal')
    .innerJoin('party', 'party.id', 'proposal.freelancerId')
    .leftJoin('member', 'member.id', 'proposal.freelancerId')
    .select([
      'proposal.id',
      'proposal.freelancerId',
      'party.name as freelancerName',
      'party.country as freelancerCountry',
      'member.headline as freelancerHeadline',
      'proposal.state',
      'proposal.pricing',
      'proposal.priceMinor',
      'proposal.hourlyRateMinor',
      'proposal.estimatedHours',
      'proposal.weeklyLimitHours',
      'proposal.deliveryDays',
      'proposal.sentAt',
      'proposal.changedAt',
      'proposal.version',
    ])
    .where('proposal.projectId', '=', project.id)
    .where('proposal.state', '!=', 'withdrawn')
    .orderBy(COLUMNS[question.order ?? 'sent'], question.descending ? 'desc' : 'asc')
    .orderBy('proposal.id')
    .limit(MOST_PROPOSALS)
    .execute();
}
