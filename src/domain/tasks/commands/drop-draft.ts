import { requireMember } from '#domain/accounts/permission.ts';
import { releaseFiles } from '#domain/files/commands/attach-files.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { clearPage } from './clear-tasks.ts';
import { lockOwnBatch } from './lock-batch.ts';

/**
 * Deletes a draft with its tasks. A draft of more than 10,000 tasks takes several calls: done again
 * until `more` is false, and a whole draft with fewer tasks in between. Nothing was promised to
 * anybody, and no money moved.
 */
export async function dropDraft(
  ctx: Context,
  input: { batchId: string },
): Promise<{ more: boolean }> {
  if (ctx.actor.kind === 'member') requireMember(ctx.actor, 'post');
  const batch = await lockOwnBatch(ctx, input.batchId);
  if (batch.state !== 'draft') {
    refuse('wrong_state', { thing: 'batch', state: batch.state, act: 'drop' });
  }
  // An import that still runs sees that it is gone, and stops.
  await ctx.tx.deleteFrom('batchImport').where('batchId', '=', batch.id).execute();
  await releaseFiles(ctx, { subjectId: batch.id, keep: [] });
  if (await clearPage(ctx, batch)) return { more: true };
  await ctx.tx.deleteFrom('batchListing').where('batchId', '=', batch.id).execute();
  await ctx.tx
    .deleteFrom('batch')
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  await appendEvent(ctx, {
    kind: 'batch.dropped',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: batch.name },
  });
  return { more: false };
}
