import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { lockProject } from './lock-project.ts';

/** The invited freelancer says no; the client is told. */
export async function declineInvitation(
  ctx: Context,
  input: { projectId: string },
): Promise<{ projectId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'propose');
  const project = await lockProject(ctx, input.projectId);
  const invitation = await ctx.tx
    .selectFrom('projectInvitation')
    .select('declinedAt')
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', actor.partyId)
    .executeTakeFirst();
  if (invitation === undefined || project.state === 'draft') {
    return refuse('not_found', { thing: 'invitation' });
  }
  if (invitation.declinedAt !== null) refuse('already_done', { thing: 'invitation' });
  await ctx.tx
    .updateTable('projectInvitation')
    .set({ declinedAt: ctx.now })
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', actor.partyId)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'project.invitation_declined',
    rootKind: 'project',
    rootId: project.id,
    subjectId: actor.partyId,
    parties: [project.clientId, actor.partyId],
    data: { title: project.title, freelancerId: actor.partyId },
  });
  return { projectId: project.id, seq: event.seq };
}
