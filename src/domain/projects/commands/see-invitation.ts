import { requireMember } from '#domain/accounts/permission.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { lockProject } from './lock-project.ts';

/**
 * Notes that the invited freelancer opened the project: once, however often it is opened. Without
 * an invitation that stands there is nothing to note, and `seq` is null.
 */
export async function seeInvitation(
  ctx: Context,
  input: { projectId: string },
): Promise<{ projectId: string; seq: number | null }> {
  const actor = requireMember(ctx.actor, 'see_work');
  const project = await lockProject(ctx, input.projectId);
  const seen =
    project.state === 'draft'
      ? undefined
      : await ctx.tx
          .updateTable('projectInvitation')
          .set({ seenAt: ctx.now })
          .where('projectId', '=', project.id)
          .where('freelancerId', '=', actor.partyId)
          .where('seenAt', 'is', null)
          .where('withdrawnAt', 'is', null)
          .returning('freelancerId')
          .executeTakeFirst();
  if (seen === undefined) return { projectId: project.id, seq: null };
  const { seq } = await appendEvent(ctx, {
    kind: 'project.invitation_seen',
    rootKind: 'project',
    rootId: project.id,
    subjectId: actor.partyId,
    parties: [project.clientId, actor.partyId],
    data: { title: project.title, freelancerId: actor.partyId },
  });
  return { projectId: project.id, seq };
}
