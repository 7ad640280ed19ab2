import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { expiryOf, openedAt, PROJECT_STATES } from '../project.ts';
import { publishProblems } from '../project-terms.ts';
import { lockOwnProject, projectDays, waitingInvitations } from './lock-project.ts';

/** Opens a draft for proposals, for the days the market allows; those invited are told now. */
export async function publishProject(
  ctx: Context,
  input: { projectId: string },
): Promise<{ projectId: string; expiresAt: string; seq: number }> {
  const { project } = await lockOwnProject(ctx, input.projectId, 'post');
  const state = nextState(PROJECT_STATES, project.state, { act: 'publish', who: 'client' });
  const problem = publishProblems(project)[0];
  if (problem !== undefined) throw problem;
  const expiresAt = expiryOf(ctx.now, await projectDays(ctx));
  await ctx.tx
    .updateTable('project')
    .set({ state, publishedAt: ctx.now, expiresAt, openedAt: openedAt(project, ctx.now) })
    .where('id', '=', project.id)
    .execute();
  const { title, audience, category } = project;
  const event = await appendEvent(ctx, {
    kind: 'project.published',
    rootKind: 'project',
    rootId: project.id,
    subjectId: project.id,
    parties: [project.clientId],
    data: { title, audience, category, expiresAt: expiresAt.toISOString() },
  });
  for (const { freelancerId, name } of await waitingInvitations(ctx, project.id)) {
    await appendEvent(ctx, {
      kind: 'project.freelancer_invited',
      rootKind: 'project',
      rootId: project.id,
      subjectId: freelancerId,
      parties: [project.clientId, freelancerId],
      data: { title, freelancerId, name, told: true },
    });
  }
  return { projectId: project.id, expiresAt: expiresAt.toISOString(), seq: event.seq };
}
