import { hideFreelancer, showPortfolioItem } from '#domain/directory/commands/moderate.ts';
import { showProject } from '#domain/projects/commands/show-project.ts';
import { showBatch } from '#domain/tasks/commands/show-batch.ts';
import type { Context } from '#platform/context.ts';
import type { ReportSubject } from '../queries/report-subject.ts';

/**
 * Shows content to everybody, or hides it. A profile that was taken out of the directory is not put
 * back: its owner mends it and lists it again.
 */
export async function showContent(
  ctx: Context,
  { kind, id }: ReportSubject,
  shown: boolean,
): Promise<void> {
  const hiddenAt = shown ? null : ctx.now;
  switch (kind) {
    case 'feedback':
      await ctx.tx.updateTable('feedback').set({ hiddenAt }).where('id', '=', id).execute();
      return;
    case 'feedback_reply':
      await ctx.tx
        .updateTable('feedbackReply')
        .set({ hiddenAt })
        .where('feedbackId', '=', id)
        .execute();
      return;
    case 'freelancer':
      if (!shown) await hideFreelancer(ctx, id);
      return;
    case 'portfolio_item':
      return showPortfolioItem(ctx, id, shown);
    case 'project':
      return showProject(ctx, id, shown);
    case 'batch':
      return showBatch(ctx, id, shown);
  }
}
