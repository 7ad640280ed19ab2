/** Several answers at once. Server only. */
import { z } from 'zod';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { giveBonus } from '#domain/assignments/commands/give-bonus.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { parseAmount } from '#domain/kernel/money.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { type FormCase, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { sumOf } from '../batch-words.ts';
import { rejectSchema } from './answer-acts.ts';
import type { Question } from './decide-data.ts';
import { decideByList } from './start-list.ts';

const words = text.review;
const options = { refusedTitle: words.notDone };
type Context = Parameters<typeof signedIn>[0];
type Asked = { batch: BatchRow; form: FormData; question: Question };

export function actOnMany(context: Context, asked: Asked): ReturnType<FormCase['act']> {
  const { act, all } = asked.question;
  const its = all === null ? CASES[act] : approveAllCase;
  return its(context, asked).act(asked.form);
}

const CASES = { approve: approveCase, reject: rejectCase, bonus: bonusCase };

function approveCase(context: Context, { batch, question }: Asked): FormCase {
  const { run, actor } = signedIn(context);
  const { ids: assignmentIds, back, totalMinor } = question;
  return formCase(
    z.object({}),
    async (_nothing, key) => {
      const act = { actor, root: batch.id, key };
      const { done, skipped } = await run(approveAssignments, { assignmentIds }, act);
      const paid = words.approvedText(sumOf(batch, totalMinor));
      const says = skipped.length === 0 ? paid : words.skipped(skipped.length);
      return told(context, back, { title: words.manyDone.approve(done), text: says });
    },
    options,
  );
}

function approveAllCase(context: Context, { batch, question }: Asked): FormCase {
  const { all, back } = question;
  return formCase(
    z.object({}),
    (_nothing, key) => {
      const asked = { batchId: batch.id, of: { question: all ?? {} } };
      return decideByList(context, asked, {
        key,
        to: back.slice(`/tasks/batches/${batch.id}`.length),
      });
    },
    options,
  );
}

function rejectCase(context: Context, { batch, question }: Asked): FormCase {
  const { run, actor } = signedIn(context);
  const { ids: assignmentIds, back } = question;
  return formCase(
    rejectSchema,
    async (why, key) => {
      const act = { actor, root: batch.id, key };
      const { done, skipped } = await run(rejectAssignments, { assignmentIds, ...why }, act);
      const stopped = skipped.filter(({ state }) => state === 'rejections_stopped').length;
      const left = stopped > 0 ? words.stopped(stopped) : words.skipped(skipped.length);
      const says = skipped.length === 0 ? words.rejectedText : left;
      return told(context, back, { title: words.manyDone.reject(done), text: says });
    },
    options,
  );
}

/** One transaction each: the key of the form keeps every one from happening twice. */
function bonusCase(context: Context, { batch, question }: Asked): FormCase {
  const { run, actor } = signedIn(context);
  const { ids, back } = question;
  return formCase(
    z.object({ amount: z.string(), bonusReason: z.string().max(4_000) }),
    async ({ amount, bonusReason: reason }, key) => {
      const amountMinor = parseAmount(amount, batch.currency);
      for (const assignmentId of ids) {
        const act = { actor, root: batch.id, key: `${key.slice(0, 24)}-${assignmentId}` };
        await run(giveBonus, { assignmentId, amountMinor, reason }, act);
      }
      return told(context, back, { title: words.manyDone.bonus(ids.length) });
    },
    options,
  );
}

function told(context: Context, to: string, says: { title: string; text?: string }): Response {
  return redirectWithFlash(context, to, { tone: 'go', ...says });
}
