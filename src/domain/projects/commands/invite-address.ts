import { queueInvitationMail } from '#domain/accounts/commands/queue-invitation-mail.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { acceptNote, addressInvitationMail } from '../invitation.ts';
import { takesProposals } from '../project.ts';
import { assertRoom } from './invite-freelancer.ts';
import { type LockedProject, lockOwnProject } from './lock-project.ts';

export type InviteAddress = {
  projectId: string;
  email: string;
  note?: string;
  /** Where projects are looked at: `https://…/projects/`. */
  linkStart: string;
};

/**
 * Asks whoever has this address for a proposal, by mail. It answers alike whether or not an account
 * has the address; the member with it may read the project and propose. Refuses `wrong_state` for a
 * draft, `own_project` for the actor's own address, `already_done` for a second invitation and, as
 * mails have their limits, `rate_limited`.
 */
export async function inviteAddress(
  ctx: Context,
  input: InviteAddress,
): Promise<{ projectId: string; invitationId: string; name: string; seq: number }> {
  const { project, actor } = await lockOwnProject(ctx, input.projectId, 'invite');
  if (!takesProposals(project, ctx.now)) {
    refuse('wrong_state', { thing: 'project', state: project.state, act: 'invite' });
  }
  const note = acceptNote(input.note);
  const email = input.email.trim().toLowerCase();
  await assertForeign(ctx, actor.memberId, email);
  await assertRoom(ctx, project);
  const invitedBy = actor.memberId;
  const invitationId = await writeInvitation(ctx, {
    projectId: project.id,
    email,
    note,
    invitedBy,
  });
  await mailInvitation(ctx, project, { email, askedBy: invitedBy, linkStart: input.linkStart });
  const event = await appendEvent(ctx, {
    kind: 'project.address_invited',
    rootKind: 'project',
    rootId: project.id,
    subjectId: invitationId,
    parties: [project.clientId],
    data: { title: project.title, email },
  });
  return { projectId: project.id, invitationId, name: email, seq: event.seq };
}

/** Only the actor's own address: whose any other is, the client must not learn. */
async function assertForeign({ tx }: Context, memberId: string, email: string): Promise<void> {
  const own = await tx
    .selectFrom('member')
    .select('email')
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  if (own.email.toLowerCase() === email) refuse('own_project');
}

async function writeInvitation(
  ctx: Context,
  invitation: { projectId: string; email: string; note: string; invitedBy: string },
): Promise<string> {
  const row = await ctx.tx
    .insertInto('addressInvitation')
    .values({ ...invitation, id: newId(ctx.home, ctx.now), invitedAt: ctx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['projectId', 'email'])
        .doUpdateSet((on) => ({
          note: on.ref('excluded.note'),
          invitedBy: on.ref('excluded.invitedBy'),
          invitedAt: on.ref('excluded.invitedAt'),
          withdrawnAt: null,
        }))
        .where('addressInvitation.withdrawnAt', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? refuse('already_done', { thing: 'invitation' });
}

/** The note is read on the project's page, not mailed: nobody's words go to strangers. */
async function mailInvitation(
  ctx: Context,
  project: LockedProject,
  { email, askedBy, linkStart }: { email: string; askedBy: string; linkStart: string },
): Promise<void> {
  const { client, marketName } = await ctx.tx
    .selectFrom('party')
    .innerJoin('marketTerms', (join) => join.onTrue())
    .select(['party.name as client', 'marketTerms.name as marketName'])
    .where('party.id', '=', project.clientId)
    .executeTakeFirstOrThrow();
  const link = linkStart + project.id;
  const mail = addressInvitationMail({ marketName, client, title: project.title, link });
  const reason = 'project.address_invited';
  await queueInvitationMail(ctx, { ...mail, recipient: email, secret: false, reason, askedBy });
}

/**
 * Makes an invitation that went to the freelancer's address its own, if one stands; for one who
 * answers now, by which the client learns whose address it is.
 */
export async function takeAddressInvitation(
  { tx }: Context,
  projectId: string,
  freelancerId: string,
): Promise<void> {
  const taken = await tx
    .updateTable('addressInvitation')
    .set({ takenBy: freelancerId })
    .where('projectId', '=', projectId)
    .where('withdrawnAt', 'is', null)
    .where('takenBy', 'is', null)
    .where('email', '=', (on) =>
      on
        .selectFrom('member')
        .select((member) => member.fn<string>('lower', ['email']).as('email'))
        .where('id', '=', freelancerId),
    )
    .returning(['invitedBy', 'note', 'invitedAt'])
    .executeTakeFirst();
  if (taken === undefined) return;
  await tx
    .insertInto('projectInvitation')
    .values({ ...taken, projectId, freelancerId, source: 'client', reasons: '[]' })
    .onConflict((conflict) =>
      conflict
        .columns(['projectId', 'freelancerId'])
        .doUpdateSet({ ...taken, withdrawnAt: null, seenAt: null, answeredAt: null })
        .where('projectInvitation.withdrawnAt', 'is not', null),
    )
    .execute();
}
