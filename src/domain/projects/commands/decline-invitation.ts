import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { type DeclineReason, declineProblem } from '../invitation.ts';
import { takeAddressInvitation } from './invite-address.ts';
import { lockProject } from './lock-project.ts';

export type DeclineInvitation = {
  projectId: string;
  /** Why; the client reads it. */
  reason?: DeclineReason;
  note?: string;
};

/** The invited freelancer says no; the client is told, with the reason if there is one. */
export async function declineInvitation(
  ctx: Context,
  input: DeclineInvitation,
): Promise<{ projectId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'propose');
  const answer = { reason: input.reason ?? null, note: storable(input.note ?? '') };
  const problem = declineProblem(answer);
  if (problem !== null) throw problem;
  const project = await lockProject(ctx, input.projectId);
  await takeAddressInvitation(ctx, project.id, actor.partyId);
  const invitation = await ctx.tx
    .selectFrom('projectInvitation')
    .select(['declinedAt', 'withdrawnAt'])
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', actor.partyId)
    .executeTakeFirst();
  if (invitation === undefined || project.state === 'draft') {
    return refuse('not_found', { thing: 'invitation' });
  }
  const { declinedAt, withdrawnAt } = invitation;
  if (declinedAt !== null || withdrawnAt !== null) refuse('already_done', { thing: 'invitation' });
  await ctx.tx
    .updateTable('projectInvitation')
    .set({ declinedAt: ctx.now, declineReason: answer.reason, declineNote: answer.note })
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', actor.partyId)
    .execute();
  await answerInvitation(ctx, project.id, actor.partyId);
  const event = await appendEvent(ctx, {
    kind: 'project.invitation_declined',
    rootKind: 'project',
    rootId: project.id,
    subjectId: actor.partyId,
    parties: [project.clientId, actor.partyId],
    data: { title: project.title, freelancerId: actor.partyId, ...answer },
  });
  return { projectId: project.id, seq: event.seq };
}

/** Notes that the freelancer answered its invitation now, if one stands and waits. */
export async function answerInvitation(
  ctx: Context,
  projectId: string,
  freelancerId: string,
): Promise<void> {
  await ctx.tx
    .updateTable('projectInvitation')
    .set((on) => ({ answeredAt: ctx.now, seenAt: on.fn.coalesce('seenAt', on.val(ctx.now)) }))
    .where('projectId', '=', projectId)
    .where('freelancerId', '=', freelancerId)
    .where('answeredAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute();
}
