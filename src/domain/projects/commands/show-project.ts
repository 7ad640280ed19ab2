import type { Context } from '#platform/context.ts';
import { openedAt } from '../project.ts';
import { lockProject } from './lock-project.ts';

/**
 * Takes a project out of search and browsing after a report, or gives it back the audience it had.
 * Hidden, it is for those who were invited or have proposed; what they agreed goes on.
 */
export async function showProject(ctx: Context, id: string, shown: boolean): Promise<void> {
  const project = await lockProject(ctx, id);
  const { hiddenAudience } = project;
  const audience = hiddenAudience ?? project.audience;
  const opened = openedAt({ audience, openedAt: project.openedAt }, ctx.now);
  const set = shown
    ? { audience, hiddenAudience: null, openedAt: opened }
    : { audience: 'invited' as const, hiddenAudience: audience };
  await ctx.tx.updateTable('project').set(set).where('id', '=', id).execute();
}
