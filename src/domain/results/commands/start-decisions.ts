import { requireMember } from '#domain/accounts/permission.ts';
import { reviewSums, type WaitingQuestion } from '#domain/assignments/queries/review-list.ts';
import { attachFiles } from '#domain/files/commands/attach-files.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { lockOwnBatch } from '#domain/tasks/commands/lock-batch.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';

export type StartDecisions = {
  batchId: string;
  /** A stored sheet of so many rows, or all waiting answers that fit, which are approved. */
  of: { fileId: string; total: number } | { question: WaitingQuestion };
};

/**
 * Begins to decide many answers, in the name of the member who asks; a job does it page by page.
 * Check a sheet first (`checkDecisions`). Answers that come in later are not meant. Refuses
 * `wrong_state` while another list of this batch is being decided.
 */
export async function startDecisions(
  ctx: Context,
  { batchId, of }: StartDecisions,
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
  const source = 'fileId' in of ? ('sheet' as const) : ('waiting' as const);
  const fileId = 'fileId' in of ? of.fileId : null;
  const question = 'fileId' in of ? {} : untilNow(ctx, of.question);
  const total = 'fileId' in of ? of.total : await countWaiting(ctx, batch, question);
  if (total < 1) refuse('input_invalid', { rule: 'nothing_to_decide' });
  if (fileId !== null) {
    const subject = { subjectKind: 'batch', subjectId: batch.id } as const;
    await attachFiles(ctx, { ...subject, fileIds: [fileId] });
  }
  const row = {
    id: newId(ctx.home, ctx.now),
    ...{ source, fileId, total },
    question: JSON.stringify(question),
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

async function countWaiting(
  ctx: Context,
  batch: { id: string },
  question: WaitingQuestion,
): Promise<number> {
  const db = ctx.tx as unknown as ReadDb;
  const { count } = await reviewSums(db, batch, { ...question, states: ['submitted'] });
  return count;
}

function untilNow({ now }: Context, question: WaitingQuestion): WaitingQuestion {
  const { until } = question;
  return { ...question, until: until === undefined || until > now ? now : until };
}
