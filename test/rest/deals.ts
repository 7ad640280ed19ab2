/** Projects, proposals and contracts of one world, each in the state that some act needs. */
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { proposeChange } from '#domain/contracts/commands/propose-change.ts';
import { proposeEnding } from '#domain/contracts/commands/propose-ending.ts';
import { signContract } from '#domain/contracts/commands/sign-contract.ts';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { listFreelancer } from '#domain/directory/commands/list-freelancer.ts';
import { recordFile } from '#domain/files/commands/record-file.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { matchProject } from '#domain/matching/commands/match-project.ts';
import { tellMembers } from '#domain/notifications/commands/tell-members.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Run } from '#platform/run.ts';
import { RENDERER } from '../cast/freelancers.ts';
import { LIGHTHOUSE, openProject, TWO_SLICES } from '../cast/projects.ts';

export type Deals = {
  draftId: string;
  /** Open, with a proposal of the freelancer and one of the rival. */
  projectId: string;
  proposalId: string;
  /** Open and empty; the freelancer is invited. */
  emptyProjectId: string;
  /** Open and empty, for review: the rival, who is listed, stands on its list of matches. */
  reviewId: string;
  offeredId: string;
  /** Active: one milestone agreed, one funded, one delivered, one with an open change. */
  contractId: string;
  agreedId: string;
  fundedId: string;
  deliveredId: string;
  changeId: string;
  /** Active with one funded milestone and an ending proposed by the client. */
  endingContractId: string;
  endingId: string;
  /** Active, with nothing in escrow. */
  idleContractId: string;
  endedContractId: string;
  /** Attached to the delivery; and one that waits, of the freelancer. */
  fileId: string;
  waitingFileId: string;
  eventId: string;
  notificationId: string;
};

type Cast = {
  run: Run;
  readDb: ReadDb;
  secret: string;
  client: MemberActor;
  freelancer: MemberActor;
  rival: MemberActor;
};

export async function makeDeals(cast: Cast): Promise<Deals> {
  const { run, secret, client, freelancer, rival } = cast;
  const terms = { ...LIGHTHOUSE, title: secret, requirements: secret };
  const { projectId: draftId } = await run(draftProject, { terms }, { actor: client, root: 'new' });
  const projectId = await openProject(run, client, terms);
  const proposalId = await propose(cast, freelancer, projectId);
  await propose(cast, rival, projectId);
  const emptyProjectId = await openProject(run, client, { ...terms, audience: 'invited' });
  const reviewId = await matched(cast, terms);
  const offeredId = await award(cast, terms);
  const ended = await signed(cast, terms);
  const end = { contractId: ended.contractId };
  await run(endContract, end, { actor: client, root: ended.contractId });
  // With a contract the freelancer deals by name, so that an id finds it.
  const invitation = { projectId: emptyProjectId, freelancerId: freelancer.partyId, note: secret };
  await run(inviteFreelancer, invitation, { actor: client, root: emptyProjectId });
  return {
    draftId,
    projectId,
    proposalId,
    emptyProjectId,
    reviewId,
    offeredId,
    ...(await busyContract(cast, terms)),
    ...(await endingContract(cast, terms)),
    idleContractId: (await signed(cast, terms)).contractId,
    endedContractId: ended.contractId,
    waitingFileId: await upload(cast, freelancer),
    ...(await notice(cast, offeredId)),
  };
}

/** Lists the rival in the directory and matches a project with it. */
async function matched({ run, client, rival }: Cast, terms: typeof LIGHTHOUSE): Promise<string> {
  const own = { actor: rival, root: rival.memberId };
  await run(changeProfile, { country: 'RO' }, own);
  await run(editFreelancer, RENDERER, own);
  await run(listFreelancer, {}, own);
  const projectId = await openProject(run, client, { ...terms, matching: 'review' });
  await run(matchProject, { projectId }, { actor: systemActor('world'), root: projectId });
  return projectId;
}

function slice(title: string) {
  return { title, details: title, amountMinor: 40_000n, dueDays: 9 };
}

async function propose({ run, secret }: Cast, by: MemberActor, projectId: string): Promise<string> {
  const milestones = [1, 2, 3, 4].map((number) => slice(`${secret} ${number}`));
  const terms = { ...TWO_SLICES, milestones, cover: secret };
  const { proposalId } = await run(
    sendProposal,
    { projectId, terms },
    { actor: by, root: projectId },
  );
  return proposalId;
}

async function award(cast: Cast, terms: typeof LIGHTHOUSE): Promise<string> {
  const { run, client, freelancer } = cast;
  const projectId = await openProject(run, client, terms);
  const proposalId = await propose(cast, freelancer, projectId);
  const input = { proposalId, version: 1 };
  return (await run(awardProposal, input, { actor: client, root: proposalId })).contractId;
}

async function signed(
  cast: Cast,
  terms: typeof LIGHTHOUSE,
): Promise<{ contractId: string; milestones: string[] }> {
  const contractId = await award(cast, terms);
  await cast.run(signContract, { contractId }, { actor: cast.freelancer, root: contractId });
  const rows = await cast.readDb
    .selectFrom('milestone')
    .select('id')
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute();
  return { contractId, milestones: rows.map((row) => row.id) };
}

async function busyContract(cast: Cast, terms: typeof LIGHTHOUSE) {
  const { run, client, freelancer, secret } = cast;
  const { contractId, milestones } = await signed(cast, terms);
  const [agreedId = '', fundedId = '', deliveredId = '', changedId = ''] = milestones;
  for (const milestoneId of [fundedId, deliveredId]) {
    await run(fundMilestone, { milestoneId }, { actor: client, root: contractId });
  }
  const fileId = await upload(cast, freelancer);
  const delivery = { milestoneId: deliveredId, note: secret, fileIds: [fileId] };
  await run(deliverMilestone, delivery, { actor: freelancer, root: contractId });
  const change = { kind: 'drop' as const, milestoneId: changedId };
  const asked = await run(
    proposeChange,
    { contractId, change },
    { actor: client, root: contractId },
  );
  return { contractId, agreedId, fundedId, deliveredId, changeId: asked.changeId, fileId };
}

async function endingContract(cast: Cast, terms: typeof LIGHTHOUSE) {
  const { run, client, secret } = cast;
  const { contractId, milestones } = await signed(cast, terms);
  const [milestoneId = ''] = milestones;
  await run(fundMilestone, { milestoneId }, { actor: client, root: contractId });
  const lines = [{ milestoneId, toFreelancerMinor: 10_000n, toClientMinor: 30_000n }];
  const input = { contractId, lines, note: secret };
  const { endingId } = await run(proposeEnding, input, { actor: client, root: contractId });
  return { endingContractId: contractId, endingId };
}

async function upload({ run, secret }: Cast, actor: MemberActor): Promise<string> {
  const fileId = newId(drawHome());
  const file = { fileId, name: `${secret}.pdf`, sizeBytes: 9, sha256: '00' };
  await run(recordFile, file, { actor, root: fileId });
  return fileId;
}

/** What the freelancer was told of the offer, and the event behind it. */
async function notice({ run, readDb, freelancer }: Cast, contractId: string) {
  const { id: eventId } = await readDb
    .selectFrom('event')
    .select('id')
    .where('rootId', '=', contractId)
    .executeTakeFirstOrThrow();
  const input = { eventId, baseUrl: 'http://market.test' };
  await run(tellMembers, input, { actor: systemActor('world'), root: eventId });
  const { id: notificationId } = await readDb
    .selectFrom('notification')
    .select('id')
    .where('memberId', '=', freelancer.memberId)
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow();
  return { eventId, notificationId };
}
