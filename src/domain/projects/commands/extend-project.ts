import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { expiryOf, openedAt, PROJECT_STATES, takesProposals } from '../project.ts';
import { lockOwnProject, projectDays, projectParties } from './lock-project.ts';

/**
 * Takes proposals for the market's days from now on; an expired project opens again, and the
 * proposals that it had are none to choose any more.
 */
export async function extendProject(
  ctx: Context,
  input: { projectId: string },
): Promise<{ projectId: string; expiresAt: string; seq: number }> {
  const { project } = await lockOwnProject(ctx, input.projectId, 'post');
  const state = nextState(PROJECT_STATES, project.state, { act: 'extend', who: 'client' });
  const expiresAt = expiryOf(ctx.now, await projectDays(ctx));
  const count = project.state === 'expired' ? { proposalsCount: 0 } : {};
  const reopened = takesProposals(project, ctx.now) ? {} : { openedAt: openedAt(project, ctx.now) };
  await ctx.tx
    .updateTable('project')
    .set({ state, expiresAt, endedAt: null, ...count, ...reopened })
    .where('id', '=', project.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'project.extended',
    rootKind: 'project',
    rootId: project.id,
    subjectId: project.id,
    parties: await projectParties(ctx, project),
    data: { title: project.title, from: project.state, expiresAt: expiresAt.toISOString() },
  });
  return { projectId: project.id, expiresAt: expiresAt.toISOString(), seq: event.seq };
}
