import { sql } from 'kysely';
import { dealsByName } from '#domain/accounts/queries/deals-by-name.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { acceptNote } from '../invitation.ts';
import { takesProposals } from '../project.ts';
import { PROJECT_LIMITS } from '../project-terms.ts';
import { type LockedProject, lockOwnProject, ownsProject } from './lock-project.ts';
import { assertNoProposal } from './withdraw-invitation.ts';

export type InviteFreelancer = {
  projectId: string;
  /** Who is invited: the id of a member who deals by name, or of an agency. */
  freelancerId: string;
  note?: string;
};

/**
 * Asks one freelancer for a proposal. On a draft the invitation waits for the publication before
 * the freelancer hears of it. Refuses `proposal_exists` where it has proposed already, and
 * `already_done` for a second invitation, or a third after two that were withdrawn.
 */
export async function inviteFreelancer(
  ctx: Context,
  input: InviteFreelancer,
): Promise<{ projectId: string; freelancerId: string; name: string; seq: number }> {
  const { project, actor } = await lockOwnProject(ctx, input.projectId, 'invite');
  const told = takesProposals(project, ctx.now);
  if (!told && project.state !== 'draft') {
    refuse('wrong_state', { thing: 'project', state: project.state, act: 'invite' });
  }
  const note = acceptNote(input.note);
  const { id: freelancerId, name } = await findFreelancer(ctx, input.freelancerId);
  if (await ownsProject(ctx, project.clientId, freelancerId)) refuse('own_project');
  await assertNoProposal(ctx, project.id, freelancerId);
  await assertRoom(ctx, project);
  const invitation = { freelancerId, invitedBy: actor.memberId, note, source: 'client' as const };
  const added = await writeInvitations(ctx, project.id, [{ ...invitation, reasons: [] }]);
  if (!added.has(freelancerId)) refuse('already_done', { thing: 'invitation' });
  const event = await appendEvent(ctx, {
    kind: 'project.freelancer_invited',
    rootKind: 'project',
    rootId: project.id,
    subjectId: freelancerId,
    parties: told ? [project.clientId, freelancerId] : [project.clientId],
    data: { title: project.title, freelancerId, name, told },
  });
  return { projectId: project.id, freelancerId, name, seq: event.seq };
}

export type NewInvitation = {
  freelancerId: string;
  /** Null where the marketplace invites by itself. */
  invitedBy: string | null;
  note: string;
  source: 'client' | 'match';
  /** Why this freelancer, as plain data of the matching score. */
  reasons: readonly JsonResult[];
};

/** Writes invitations, anew where one was withdrawn; gives those who had none that stands. */
export async function writeInvitations(
  ctx: Context,
  projectId: string,
  invitations: readonly NewInvitation[],
): Promise<Set<string>> {
  if (invitations.length === 0) return new Set();
  const added = await ctx.tx
    .insertInto('projectInvitation')
    .values(
      invitations.map(({ reasons, ...rest }) => ({
        ...rest,
        projectId,
        reasons: JSON.stringify(reasons),
        invitedAt: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['projectId', 'freelancerId'])
        .doUpdateSet((on) => ({
          invitedBy: on.ref('excluded.invitedBy'),
          note: on.ref('excluded.note'),
          // What the marketplace told stays counted for the week.
          source: on
            .case()
            .when('projectInvitation.source', '=', 'match')
            .then(sql.lit('match' as const))
            .else(on.ref('excluded.source'))
            .end(),
          reasons: on.ref('excluded.reasons'),
          invitedAt: on.ref('excluded.invitedAt'),
          withdrawnAt: null,
          seenAt: null,
          answeredAt: null,
        }))
        .where('projectInvitation.withdrawnAt', 'is not', null)
        .where(toldLessThan(ctx, MOST_TIMES_TOLD)),
    )
    .returning('freelancerId')
    .execute();
  return new Set(added.map((one) => one.freelancerId));
}

/** So that nobody is rung at again and again by invitations that are withdrawn. */
const MOST_TIMES_TOLD = 2;

function toldLessThan({ home }: Context, times: number) {
  return sql<boolean>`(
    select count(*) from event
    where home = ${home} and root_id = project_invitation.project_id
      and subject_id = project_invitation.freelancer_id and kind = 'project.freelancer_invited'
      and data->>'told' = 'true'
  ) < ${times}`;
}

/** The party with this id, if it can be asked: a member who is not suspended, or an agency. */
async function findFreelancer(ctx: Context, id: string): Promise<{ id: string; name: string }> {
  const found = isId(id)
    ? await ctx.tx
        .selectFrom('party')
        .leftJoin('member', 'member.id', 'party.id')
        .leftJoin('organization', 'organization.id', 'party.id')
        .select(['party.id', 'party.name'])
        .where('party.id', '=', id)
        .where(dealsByName(null))
        .where((on) =>
          on.or([
            on.and([on('member.id', 'is not', null), on('member.suspendedAt', 'is', null)]),
            on('organization.kind', '=', 'agency'),
          ]),
        )
        .executeTakeFirst()
    : undefined;
  return found ?? refuse('not_found', { thing: 'freelancer' }, 'freelancerId');
}

/** Refuses where a project has as many invitations as it may; `more` are about to come. */
export async function assertRoom(ctx: Context, project: LockedProject, more = 1): Promise<void> {
  const limit = PROJECT_LIMITS.invitations;
  const invited = await ctx.tx
    .selectFrom('projectInvitation')
    .select('invitedAt')
    .where('projectId', '=', project.id)
    .unionAll((on) =>
      on
        .selectFrom('addressInvitation')
        .select('invitedAt')
        .where('projectId', '=', project.id)
        .where('takenBy', 'is', null),
    )
    .limit(limit)
    .execute();
  if (invited.length + more > limit) {
    refuse('input_invalid', { rule: 'too_many', limit }, 'freelancerId');
  }
}
