import type { Context } from '#platform/context.ts';
import { lockProject } from './lock-project.ts';

/**
 * Takes a project out of search and browsing after a report, or gives it back the audience it had.
 * Hidden, it is for those who were invited or have proposed; what they agreed goes on.
 */
export async function showProject(ctx: Context, id: string, shown: boolean): Promise<void> {
  const { audience, hiddenAudience } = await lockProject(ctx, id);
  const set = shown
    ? { audience: hiddenAudience ?? audience, hiddenAudience: null }
    : { audience: 'invited' as const, hiddenAudience: hiddenAudience ?? audience };
  await ctx.tx.updateTable('project').set(set).where('id', '=', id).execute();
}
