import { requireMember } from '#domain/accounts/permission.ts';
import { subjectFiles } from '#domain/files/queries/subject-files.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { readMilestones } from '../proposal.ts';

export type ProposalPage = Awaited<ReturnType<typeof proposalPage>>;

/** A proposal for its author or the client; to everybody else it does not exist. */
export async function proposalPage(db: ReadDb, actor: Actor, proposalId: string) {
  const { partyId } = requireMember(actor, 'see_work');
  const row = isId(proposalId) ? await findProposal(db, proposalId) : undefined;
  if (row === undefined) return refuse('not_found', { thing: 'proposal' });
  const isClient = row.clientId === partyId;
  if (!isClient && row.freelancerId !== partyId) refuse('not_found', { thing: 'proposal' });
  const contract = await db
    .selectFrom('contract')
    .select(['id', 'state', 'offerExpiresAt'])
    .where('proposalId', '=', proposalId)
    .orderBy('offeredAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    proposal: { ...row, milestones: readMilestones(row.milestones) },
    side: isClient ? ('client' as const) : ('freelancer' as const),
    files: await subjectFiles(db, proposalId),
    contract: contract ?? null,
  };
}

async function findProposal(db: ReadDb, proposalId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('project', 'project.id', 'proposal.projectId')
    .innerJoin('party as freelancer', 'freelancer.id', 'proposal.freelancerId')
    .innerJoin('party as client', 'client.id', 'project.clientId')
    .leftJoin('member', 'member.id', 'proposal.freelancerId')
    .selectAll('proposal')
    .select([
      'project.title',
      'project.currency',
      'project.clientId',
      'project.state as projectState',
      'project.expiresAt as projectExpiresAt',
      'client.name as clientName',
      'freelancer.name as freelancerName',
      'freelancer.country as freelancerCountry',
      'member.headline as freelancerHeadline',
    ])
    .where('proposal.id', '=', proposalId)
    .executeTakeFirst();
}
