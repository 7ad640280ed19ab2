import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { PROJECT_STATES } from '../project.ts';
import { lockProject, projectParties } from './lock-project.ts';
import { passOverProposals } from './pass-over-proposals.ts';

/**
 * Ends one open project whose time is over; the sweep over `dueProjects` calls it per row. A
 * project that was extended or ended in between is left alone.
 */
export async function expireProject(
  ctx: Context,
  input: { projectId: string },
): Promise<{ expired: boolean; notChosen: number }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed', { act: 'expire' });
  const project = await lockProject(ctx, input.projectId);
  if (project.state !== 'open' || project.expiresAt === null || project.expiresAt > ctx.now) {
    return { expired: false, notChosen: 0 };
  }
  const state = nextState(PROJECT_STATES, project.state, { act: 'expire', who: 'rule' });
  await ctx.tx
    .updateTable('project')
    .set({ state, endedAt: ctx.now })
    .where('id', '=', project.id)
    .execute();
  await appendEvent(ctx, {
    kind: 'project.expired',
    rootKind: 'project',
    rootId: project.id,
    subjectId: project.id,
    parties: await projectParties(ctx, project),
    data: { title: project.title, expiresAt: project.expiresAt.toISOString() },
  });
  const { id: projectId, clientId, title } = project;
  const notChosen = await passOverProposals(ctx, { projectId, clientId, title, reason: 'expired' });
  return { expired: true, notChosen };
}
