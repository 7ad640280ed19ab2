import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { oneLine, storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { workId } from '../assignment.ts';
import { countWork } from './count-work.ts';

export type MessageWorker = { assignmentId: string; subject: string; words: string };

/** Lengths that the field is used to. */
export const MESSAGE_LIMITS = { subjectChars: 200, wordsChars: 4_096 } as const;

/** The client writes to a worker about its work in a batch; it comes as a notice and a mail. */
export async function messageWorker(
  ctx: Context,
  input: MessageWorker,
): Promise<{ assignmentId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'post');
  const subject = filled(oneLine(input.subject), 'subject', MESSAGE_LIMITS.subjectChars);
  const words = filled(storable(input.words), 'words', MESSAGE_LIMITS.wordsChars);
  const row = await ctx.tx
    .selectFrom('assignment')
    .innerJoin('batch', (join) =>
      join.onRef('batch.home', '=', 'assignment.home').onRef('batch.id', '=', 'assignment.batchId'),
    )
    .select(['batchId', 'workerId', 'clientId', 'title'])
    .where('assignment.home', '=', ctx.home)
    .where('assignment.id', '=', input.assignmentId)
    .executeTakeFirst();
  if (row === undefined || row.clientId !== actor.partyId) {
    return refuse('not_found', { thing: 'assignment' });
  }
  const { batchId, workerId, clientId, title } = row;
  const counted = await countWork(ctx, batchId, [{ workerId, events: 1 }]);
  const event = await appendEvent(ctx, {
    kind: 'worker.messaged',
    rootKind: 'work',
    rootId: workId(batchId, workerId),
    subjectId: input.assignmentId,
    parties: [clientId, workerId],
    data: { batchId, clientId, workerId, title, subject_line: subject, words },
    seq: counted.get(workerId) ?? 0,
  });
  return { assignmentId: input.assignmentId, seq: event.seq };
}

function filled(text: string, field: string, limit: number): string {
  if (text === '') refuse('input_invalid', { rule: 'required' }, field);
  if (text.length > limit) refuse('input_invalid', { rule: 'too_long', limit }, field);
  return text;
}
