import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { PROJECT_STATES } from '../project.ts';
import { lockOwnProject, projectParties } from './lock-project.ts';
import { passOverProposals } from './pass-over-proposals.ts';

/** Ends a draft or an open project without hire; whoever offered is told. */
export async function closeProject(
  ctx: Context,
  input: { projectId: string },
): Promise<{ projectId: string; notChosen: number; seq: number }> {
  const { project } = await lockOwnProject(ctx, input.projectId, 'post');
  const state = nextState(PROJECT_STATES, project.state, { act: 'close', who: 'client' });
  await ctx.tx
    .updateTable('project')
    .set({ state, endedAt: ctx.now })
    .where('id', '=', project.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'project.closed',
    rootKind: 'project',
    rootId: project.id,
    subjectId: project.id,
    parties: await projectParties(ctx, project),
    data: { title: project.title, from: project.state },
  });
  const { id: projectId, clientId, title } = project;
  const notChosen = await passOverProposals(ctx, { projectId, clientId, title, reason: 'closed' });
  return { projectId, notChosen, seq: event.seq };
}
