import { requireMember } from '#domain/accounts/permission.ts';
import { attachFiles } from '#domain/files/commands/attach-files.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { takesProposals } from '../project.ts';
import { LIVE_PROPOSAL_STATES, MOST_PROPOSALS, PROPOSAL_STATES } from '../proposal.ts';
import type { ProposalTerms } from '../proposal-terms.ts';
import { acceptProposal, proposalColumns, proposalEvent } from './accept-proposal.ts';
import { answerInvitation } from './decline-invitation.ts';
import { takeAddressInvitation } from './invite-address.ts';
import { type LockedProject, lockProject, ownsProject } from './lock-project.ts';

export type SendProposal = {
  projectId: string;
  terms: ProposalTerms;
  fileIds?: readonly string[];
};

/**
 * Offers on an open project. One live proposal per freelancer; sealed from the others. Refuses
 * `proposals_full` where the project has 1,000.
 */
export async function sendProposal(
  ctx: Context,
  input: SendProposal,
): Promise<{ proposalId: string; version: number; seq: number }> {
  const actor = requireMember(ctx.actor, 'propose');
  const project = await lockProject(ctx, input.projectId);
  await takeAddressInvitation(ctx, project.id, actor.partyId);
  await assertMayPropose(ctx, project, actor);
  const terms = acceptProposal(project, input.terms);
  const proposalId = newId(ctx.home, ctx.now);
  await ctx.tx
    .insertInto('proposal')
    .values({
      ...proposalColumns(terms),
      id: proposalId,
      projectId: project.id,
      freelancerId: actor.partyId,
      sentBy: actor.memberId,
      state: nextState(PROPOSAL_STATES, null, { act: 'send', who: 'freelancer' }),
      sentAt: ctx.now,
      changedAt: ctx.now,
    })
    .execute();
  await ctx.tx
    .updateTable('project')
    .set({ proposalsCount: project.proposalsCount + 1 })
    .where('id', '=', project.id)
    .execute();
  await answerInvitation(ctx, project.id, actor.partyId);
  const files = await attachFiles(ctx, {
    subjectKind: 'proposal',
    subjectId: proposalId,
    fileIds: input.fileIds ?? [],
  });
  const proposal = { id: proposalId, freelancerId: actor.partyId };
  const told = proposalEvent(project, proposal, terms);
  const event = await appendEvent(ctx, {
    ...told,
    kind: 'proposal.sent',
    data: { ...told.data, version: 1, files },
  });
  return { proposalId, version: 1, seq: event.seq };
}

async function assertMayPropose(
  ctx: Context,
  project: LockedProject,
  actor: MemberActor,
): Promise<void> {
  const own =
    (await ownsProject(ctx, project.clientId, actor.partyId)) ||
    (await ownsProject(ctx, project.clientId, actor.memberId));
  if (own) refuse('own_project');
  if (project.state === 'draft') refuse('not_found', { thing: 'project' });
  if (project.audience === 'invited') await assertInvited(ctx, project, actor.partyId);
  if (!takesProposals(project, ctx.now)) {
    refuse('wrong_state', { thing: 'project', state: project.state, act: 'send' });
  }
  const live = await ctx.tx
    .selectFrom('proposal')
    .select('id')
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', actor.partyId)
    .where('state', 'in', [...LIVE_PROPOSAL_STATES])
    .executeTakeFirst();
  if (live !== undefined) refuse('proposal_exists', { proposalId: live.id });
  await assertRoom(ctx, project.id);
}

/** Its client reads and compares all of them, and whoever ends it tells all of their authors. */
async function assertRoom(ctx: Context, projectId: string): Promise<void> {
  const { count } = await ctx.tx
    .selectFrom('proposal')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('projectId', '=', projectId)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MOST_PROPOSALS)) refuse('proposals_full', { limit: MOST_PROPOSALS });
}

async function assertInvited(
  ctx: Context,
  project: LockedProject,
  freelancerId: string,
): Promise<void> {
  const invitation = await ctx.tx
    .selectFrom('projectInvitation')
    .select('freelancerId')
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', freelancerId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (invitation === undefined) refuse('not_invited');
}
