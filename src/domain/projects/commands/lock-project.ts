import { type Permission, requireMember } from '#domain/accounts/permission.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { assertHome, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';

export type LockedProject = Awaited<ReturnType<typeof lockProject>>;

/**
 * Locks the project; every command that writes on a project, an invitation or a proposal does
 * this first, so that they stand in one line. Refuses `not_found`.
 */
export async function lockProject(ctx: Context, projectId: string) {
  const project = isId(projectId)
    ? await ctx.tx
        .selectFrom('project')
        .selectAll()
        .where('id', '=', projectId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (project === undefined) return refuse('not_found', { thing: 'project' });
  assertHome(ctx.home, project.id);
  return project;
}

/** Locks a project of the actor's own party. To everybody else it is not there to be changed. */
export async function lockOwnProject(
  ctx: Context,
  projectId: string,
  permission: Permission,
): Promise<{ project: LockedProject; actor: MemberActor }> {
  const actor = requireMember(ctx.actor, permission);
  const project = await lockProject(ctx, projectId);
  if (project.clientId !== actor.partyId) return refuse('not_found', { thing: 'project' });
  return { project, actor };
}

/**
 * Locks the project, then the proposal of the actor's own party. Refuses `not_found` for the
 * proposals of others.
 */
export async function lockOwnProposal(ctx: Context, proposalId: string) {
  const actor = requireMember(ctx.actor, 'propose');
  const found = isId(proposalId)
    ? await ctx.tx
        .selectFrom('proposal')
        .select(['projectId', 'freelancerId'])
        .where('id', '=', proposalId)
        .executeTakeFirst()
    : undefined;
  if (found?.freelancerId !== actor.partyId) return refuse('not_found', { thing: 'proposal' });
  const project = await lockProject(ctx, found.projectId);
  const proposal = await ctx.tx
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', proposalId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { project, proposal };
}

/** Who hears what happens to a project: its client and those whose invitation stands. */
export async function projectParties(ctx: Context, project: LockedProject): Promise<string[]> {
  if (project.state === 'draft') return [project.clientId];
  const invited = await waitingInvitations(ctx, project.id);
  return [project.clientId, ...invited.map((one) => one.freelancerId)];
}

/** The invitations that were neither declined nor withdrawn, in their order. */
export async function waitingInvitations(
  ctx: Context,
  projectId: string,
): Promise<{ freelancerId: string; name: string }[]> {
  return ctx.tx
    .selectFrom('projectInvitation')
    .innerJoin('party', 'party.id', 'projectInvitation.freelancerId')
    .select(['projectInvitation.freelancerId', 'party.name'])
    .where('projectInvitation.projectId', '=', projectId)
    .where('projectInvitation.declinedAt', 'is', null)
    .where('projectInvitation.withdrawnAt', 'is', null)
    .orderBy('projectInvitation.invitedAt')
    .execute();
}

/** How long a published project takes proposals on this marketplace, in days. */
export async function projectDays(ctx: Context): Promise<number> {
  const terms = await ctx.tx
    .selectFrom('marketTerms')
    .select('projectDays')
    .executeTakeFirstOrThrow();
  return terms.projectDays;
}

/**
 * Whether a party stands on the client's side: it is the client, belongs to the client's
 * organization, is an organization that the client belongs to, or has an owner in common with it.
 */
export async function ownsProject(
  ctx: Context,
  clientId: string,
  partyId: string,
): Promise<boolean> {
  if (clientId === partyId) return true;
  const tie = await ctx.tx
    .selectFrom('membership')
    .select('memberId')
    .where((on) =>
      on.or([
        on.and([on('organizationId', '=', clientId), on('memberId', '=', partyId)]),
        on.and([on('organizationId', '=', partyId), on('memberId', '=', clientId)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return tie !== undefined || haveOneOwner(ctx, clientId, partyId);
}

async function haveOneOwner({ tx }: Context, one: string, other: string): Promise<boolean> {
  const both = await tx
    .selectFrom('membership')
    .innerJoin('membership as also', 'also.memberId', 'membership.memberId')
    .select('membership.memberId')
    .where('membership.organizationId', '=', one)
    .where('also.organizationId', '=', other)
    .where('membership.role', '=', 'owner')
    .where('also.role', '=', 'owner')
    .limit(1)
    .executeTakeFirst();
  return both !== undefined;
}
