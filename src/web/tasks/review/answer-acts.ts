/** What is done with one answer. Each act goes on to the next one. Server only. */
import { z } from 'zod';
import { REJECT_CLASSES, workId } from '#domain/assignments/assignment.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { giveBonus } from '#domain/assignments/commands/give-bonus.ts';
import { MESSAGE_LIMITS, messageWorker } from '#domain/assignments/commands/message-worker.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { parseAmount } from '#domain/kernel/money.ts';
import { taskFee } from '#domain/tasks/task-price.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { sumOf } from '../batch-words.ts';
import { orderedBatch } from '../batches/batch-data.ts';
import { findAnswer, nextOf } from './answer-data.ts';

const words = text.review;
const options = { refusedTitle: words.notDone };
type Context = Parameters<typeof signedIn>[0];

export const rejectSchema = z.object({
  reason: z.enum(REJECT_CLASSES),
  feedback: z.string().max(4_000),
});

export async function actOnAnswer(
  context: Context,
  request: Request,
  params: { id: string; answerId: string },
) {
  const { run, actor } = signedIn(context);
  const batch = await orderedBatch(context, params.id);
  const row = await findAnswer(context, batch, params.answerId);
  const next = await nextOf(context, batch, row);
  const assignmentIds = [row.id];
  const by = (key: string) => ({ actor, root: batch.id, key });
  const root = workId(batch.id, row.workerId);
  const told = (title: string, says?: string, seq?: number) =>
    redirectWithFlash(context, next, {
      tone: 'go',
      title: `${words.task(row.number)}: ${title}`,
      ...(says === undefined ? {} : { text: says }),
      ...(seq === undefined
        ? {}
        : { evidence: { href: eventNumberHref(root, seq), label: text.parts.event(seq) } }),
    });
  return actOnIntent(request, {
    approve: formCase(
      z.object({}),
      async (_nothing, key) => {
        await run(approveAssignments, { assignmentIds, override: true }, by(key));
        return told(
          words.approved,
          words.approvedText(sumOf(batch, row.rewardMinor + row.feeMinor)),
        );
      },
      options,
    ),
    reject: formCase(
      rejectSchema,
      async (why, key) => {
        await run(rejectAssignments, { assignmentIds, ...why }, by(key));
        return told(words.rejected, words.rejectedText);
      },
      options,
    ),
    bonus: formCase(
      z.object({ amount: z.string(), bonusReason: z.string().max(4_000) }),
      async ({ amount, bonusReason: reason }, key) => {
        const amountMinor = parseAmount(amount, batch.currency);
        const input = { assignmentId: row.id, amountMinor, reason };
        const { seq } = await run(giveBonus, input, by(key));
        const sumMinor = amountMinor + taskFee(batch.feeRule, amountMinor);
        return told(words.bonusDone, words.bonusDoneText(sumOf(batch, sumMinor)), seq);
      },
      options,
    ),
    message: formCase(
      z.object({
        subject: z.string().max(MESSAGE_LIMITS.subjectChars),
        words: z.string().max(MESSAGE_LIMITS.wordsChars),
      }),
      async (message, key) => {
        const input = { assignmentId: row.id, ...message };
        const { seq } = await run(messageWorker, input, by(key));
        return told(words.messageDone, undefined, seq);
      },
      options,
    ),
  });
}
