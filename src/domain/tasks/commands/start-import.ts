import { requireMember } from '#domain/accounts/permission.ts';
import { attachFiles } from '#domain/files/commands/attach-files.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { SheetFormat } from '#domain/sheets/row-problem.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { lockOwnBatch } from './lock-batch.ts';
import { refuseWhileImporting } from './refuse-while-importing.ts';

/**
 * Begins to make the rows of a stored file the tasks of a draft; a job checks every row and then
 * adds them. The draft must have no tasks: a sheet is a batch. To replace one, `clearTasks` comes
 * first. After a failed import the draft is empty, and another file may be tried at once.
 */
export async function startImport(
  ctx: Context,
  input: { batchId: string; fileId: string; format: SheetFormat },
): Promise<{ batchId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'post');
  const batch = await lockOwnBatch(ctx, input.batchId);
  if (batch.state !== 'draft') {
    refuse('wrong_state', { thing: 'batch', state: batch.state, act: 'import' });
  }
  await refuseWhileImporting(ctx, batch.id, 'import');
  if (batch.tasks + batch.goldTasks > 0) {
    refuse('wrong_state', { thing: 'batch', state: 'with tasks', act: 'import' });
  }
  const subject = { subjectKind: 'batch', subjectId: batch.id } as const;
  const [file] = await attachFiles(ctx, { ...subject, fileIds: [input.fileId] });
  const row = {
    fileId: input.fileId,
    format: input.format,
    state: 'checking' as const,
    rowsTotal: null,
    rowsDone: 0,
    problem: null,
    askedBy: actor.memberId,
    askedAt: ctx.now,
    touchedAt: ctx.now,
  };
  await ctx.tx
    .insertInto('batchImport')
    .values({ batchId: batch.id, ...row })
    .onConflict((conflict) => conflict.column('batchId').doUpdateSet(row))
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'batch.import_started',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: batch.name, clientId: batch.clientId, format: input.format, file: file ?? null },
  });
  return { batchId: batch.id, seq };
}
