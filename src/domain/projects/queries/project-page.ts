import { subjectFiles } from '#domain/files/queries/subject-files.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Reason } from '#domain/matching/match-score.ts';
import type { ReadDb } from '#platform/database.ts';
import { addressInvitation, type FoundProject, findProject, readingParty } from './find-project.ts';

export type ProjectPage = Awaited<ReturnType<typeof projectPage>>;

/**
 * A project as this reader may see it: with its files, the reader's own invitation and latest
 * proposal, and the contract that came of it if the reader is a party to that.
 */
export async function projectPage(db: ReadDb, actor: Actor | null, projectId: string) {
  const project = await findProject(db, actor, projectId);
  const partyId = readingParty(actor);
  const files = await subjectFiles(db, project.id);
  if (partyId === null) {
    return { project, files, invitation: null, ownProposal: null, contract: null };
  }
  const [invitation, ownProposal, contract] = await Promise.all([
    ownInvitation(db, project, partyId),
    latestProposal(db, project, partyId),
    contractOf(db, project, partyId),
  ]);
  return { project, files, invitation, ownProposal, contract };
}

async function ownInvitation(db: ReadDb, project: FoundProject, partyId: string) {
  if (!project.relation.invited || project.relation.isClient) return null;
  const row = await db
    .selectFrom('projectInvitation')
    .select(['note', 'invitedAt', 'source', 'seenAt', 'declinedAt', 'withdrawnAt'])
    .select((on) => on.ref('reasons').$castTo<Reason[]>().as('reasons'))
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', partyId)
    .executeTakeFirst();
  if (row !== undefined) return row;
  const byAddress = await addressInvitation(db, project.id, partyId);
  return byAddress === undefined ? null : { ...byAddress, ...NOTHING_YET };
}

/** An invitation by address is looked at without a trace. */
const NOTHING_YET = {
  source: 'client' as const,
  seenAt: null,
  declinedAt: null,
  withdrawnAt: null,
  reasons: [] as Reason[],
};

async function latestProposal(db: ReadDb, project: FoundProject, partyId: string) {
  if (!project.relation.proposed) return null;
  const row = await db
    .selectFrom('proposal')
    .select(['id', 'state', 'pricing', 'priceMinor', 'hourlyRateMinor', 'sentAt', 'version'])
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', partyId)
    .orderBy('sentAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function contractOf(db: ReadDb, project: FoundProject, partyId: string) {
  const row = await db
    .selectFrom('contract')
    .innerJoin('party', 'party.id', 'contract.freelancerId')
    .select(['contract.id', 'contract.state', 'contract.proposalId', 'contract.offerExpiresAt'])
    .select(['contract.freelancerId', 'party.name as freelancerName'])
    .where('contract.projectId', '=', project.id)
    .where('contract.state', 'in', ['offered', 'active', 'ended'])
    .where((on) => on.or([on('clientId', '=', partyId), on('freelancerId', '=', partyId)]))
    .executeTakeFirst();
  return row ?? null;
}
