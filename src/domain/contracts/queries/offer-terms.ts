import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type ProposedMilestone, readMilestones } from '#domain/projects/proposal.ts';
import type { ReadDb } from '#platform/database.ts';

export type OfferTerms = {
  cover: string;
  deliveryDays: number;
  estimatedHours: number | null;
  milestones: ProposedMilestone[];
};

/** What an offer is about before it is signed: the proposal's words and slices, for both sides. */
export async function offerTerms(
  db: ReadDb,
  actor: Actor,
  contractId: string,
): Promise<OfferTerms> {
  const { partyId, operator } = requireMember(actor, 'see_work');
  const row = await db
    .selectFrom('contract')
    .innerJoin('proposal', 'proposal.id', 'contract.proposalId')
    .select(['contract.clientId', 'contract.freelancerId', 'contract.deliveryDays'])
    .select(['proposal.cover', 'proposal.estimatedHours', 'proposal.milestones'])
    .where('contract.id', '=', contractId)
    .executeTakeFirst();
  const own = row?.clientId === partyId || row?.freelancerId === partyId;
  if (row === undefined || !(own || operator)) return refuse('not_found', { thing: 'contract' });
  const { cover, deliveryDays, estimatedHours } = row;
  return { cover, deliveryDays, estimatedHours, milestones: readMilestones(row.milestones) };
}
