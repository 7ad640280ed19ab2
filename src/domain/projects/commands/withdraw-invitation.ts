import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { LIVE_PROPOSAL_STATES } from '../proposal.ts';
import { type LockedProject, lockOwnProject } from './lock-project.ts';

/**
 * Takes back an invitation that no proposal answered; a freelancer who was told of it is told of
 * this too. Refuses `proposal_exists` and, where it was declined or withdrawn, `already_done`.
 * Of one that went to an address, `freelancerId` is the invitation's own id.
 */
export async function withdrawInvitation(
  ctx: Context,
  input: { projectId: string; freelancerId: string },
): Promise<{ projectId: string; freelancerId: string; seq: number }> {
  const { project } = await lockOwnProject(ctx, input.projectId, 'invite');
  const invitation = await ctx.tx
    .selectFrom('projectInvitation')
    .innerJoin('party', 'party.id', 'projectInvitation.freelancerId')
    .select(['declinedAt', 'withdrawnAt', 'party.name', 'freelancerId'])
    .where('projectId', '=', project.id)
    .where((on) => on(on.cast<string>('freelancerId', 'text'), '=', input.freelancerId))
    .executeTakeFirst();
  if (invitation === undefined) return withdrawAddress(ctx, project, input.freelancerId);
  const { freelancerId, name, declinedAt, withdrawnAt } = invitation;
  if (declinedAt !== null || withdrawnAt !== null) refuse('already_done', { thing: 'invitation' });
  await assertNoProposal(ctx, project.id, freelancerId);
  await ctx.tx
    .updateTable('projectInvitation')
    .set({ withdrawnAt: ctx.now })
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', freelancerId)
    .execute();
  const told = project.state !== 'draft';
  const event = await appendEvent(ctx, {
    kind: 'project.invitation_withdrawn',
    rootKind: 'project',
    rootId: project.id,
    subjectId: freelancerId,
    parties: told ? [project.clientId, freelancerId] : [project.clientId],
    data: { title: project.title, freelancerId, name, told },
  });
  return { projectId: project.id, freelancerId, seq: event.seq };
}

/** Refuses `proposal_exists` where the freelancer has a proposal that waits or was chosen. */
export async function assertNoProposal(
  ctx: Context,
  projectId: string,
  freelancerId: string,
): Promise<void> {
  const live = await ctx.tx
    .selectFrom('proposal')
    .select('id')
    .where('projectId', '=', projectId)
    .where('freelancerId', '=', freelancerId)
    .where('state', 'in', [...LIVE_PROPOSAL_STATES])
    .executeTakeFirst();
  if (live !== undefined) refuse('proposal_exists', { proposalId: live.id });
}

/** Whoever has the address is not told: the project is simply not there for it any more. */
async function withdrawAddress(
  ctx: Context,
  project: LockedProject,
  invitationId: string,
): Promise<{ projectId: string; freelancerId: string; seq: number }> {
  const found = await ctx.tx
    .selectFrom('addressInvitation')
    .select(['id', 'email', 'withdrawnAt'])
    .where('projectId', '=', project.id)
    .where('takenBy', 'is', null)
    .where((on) => on(on.cast<string>('id', 'text'), '=', invitationId))
    .executeTakeFirst();
  if (found === undefined) return refuse('not_found', { thing: 'invitation' });
  if (found.withdrawnAt !== null) refuse('already_done', { thing: 'invitation' });
  await ctx.tx
    .updateTable('addressInvitation')
    .set({ withdrawnAt: ctx.now })
    .where('id', '=', found.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'project.invitation_withdrawn',
    rootKind: 'project',
    rootId: project.id,
    subjectId: found.id,
    parties: [project.clientId],
    data: { title: project.title, name: found.email, told: false },
  });
  return { projectId: project.id, freelancerId: found.id, seq: event.seq };
}
