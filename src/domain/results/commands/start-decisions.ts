import { requireMember } from '#domain/accounts/permission.ts';
import type { WaitingQuestion } from '#domain/assignments/queries/review-list.ts';
import { attachFiles } from '#domain/files/commands/attach-files.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { lockOwnBatch } from '#domain/tasks/commands/lock-batch.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';

export type StartDecisions = {
  batchId: string;
  /** How many rows or answers the client was asked about. */
  total: number;
  /** A stored results sheet, or all waiting answers that fit, which are approved. */
  of: { fileId: string } | { question: WaitingQuestion };
};

/**
 * Begins to decide many answers, in the name of the member who asks; a job does it page by page.
 * Check a sheet first (`checkDecisions`). Answers that come in later are not meant. Refuses
 * `wrong_state` while another list of this batch is being decided.
 */
export async function startDecisions(
  ctx: Context,
  { batchId, total, of }: StartDecisions,
): Promise<{ listId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'accept');
  const batch = await lockOwnBatch(ctx, batchId);
  const running = await ctx.tx
    .selectFrom('decisionList')
    .select('id')
    .where('batchId', '=', batch.id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (running !== undefined) {
    refuse('wrong_state', { thing: 'batch', state: 'deciding', act: 'decide' });
  }
  if (total < 1) refuse('input_invalid', { rule: 'nothing_to_decide' });
  const source = 'fileId' in of ? ('sheet' as const) : ('waiting' as const);
  const fileId = 'fileId' in of ? of.fileId : null;
  if (fileId !== null) {
    const subject = { subjectKind: 'batch', subjectId: batch.id } as const;
    await attachFiles(ctx, { ...subject, fileIds: [fileId] });
  }
  const row = {
    id: newId(ctx.home, ctx.now),
    ...{ source, fileId, total },
    question: JSON.stringify('fileId' in of ? {} : untilNow(ctx, of.question)),
    ...{ state: 'running' as const, looked: 0, approved: 0, rejected: 0, skipped: 0, skips: '[]' },
    askedBy: actor.memberId,
    askedAt: ctx.now,
    touchedAt: ctx.now,
  };
  await ctx.tx
    .insertInto('decisionList')
    .values({ batchId: batch.id, ...row })
    .onConflict((conflict) => conflict.column('batchId').doUpdateSet(row))
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'batch.decisions_asked',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: batch.name, clientId: batch.clientId, source, count: total },
  });
  return { listId: row.id, seq };
}

function untilNow({ now }: Context, question: WaitingQuestion): WaitingQuestion {
  const { until } = question;
  return { ...question, until: until === undefined || until > now ? now : until };
}
