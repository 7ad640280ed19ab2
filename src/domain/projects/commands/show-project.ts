import type { Context } from '#platform/context.ts';
import { lockProject } from './lock-project.ts';

/**
 * Takes a project out of search and browsing after a report, or puts it back. Hidden, it is for
 * those who were invited or have proposed; what they agreed goes on.
 */
export async function showProject(ctx: Context, id: string, shown: boolean): Promise<void> {
  await lockProject(ctx, id);
  const audience = shown ? ('everyone' as const) : ('invited' as const);
  await ctx.tx.updateTable('project').set({ audience }).where('id', '=', id).execute();
}
