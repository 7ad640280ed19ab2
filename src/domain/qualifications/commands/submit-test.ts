import { requireWorker } from '#domain/accounts/permission.ts';
import { checkAnswer } from '#domain/forms/check-answer.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { type AnswerKey, gradeTest, type TestAnswers } from '../answer-key.ts';
import { QUALIFICATION_REQUEST_STATES, testIsOver } from '../qualification.ts';
import { holdType } from './lock-type.ts';
import { note, type Requested } from './request-qualification.ts';
import { lockGrant, writeGrant } from './write-grant.ts';

/**
 * Hands in the answers of a test; run it with the worker's id as root. With a key it is graded and
 * granted at once, whatever the value; without one, and where the client took the qualification
 * back before, it waits. Refuses `deadline_passed`, and `answer_invalid` (data: rule) with the
 * field.
 */
export async function submitTest(
  ctx: Context,
  { requestId, answers }: { requestId: string; answers: TestAnswers },
): Promise<Requested & { value: number | null }> {
  const { memberId: workerId } = requireWorker(ctx.actor);
  const { typeId } = await ownRequest(ctx, requestId, workerId);
  // The type first, as the client's acts lock it; what was read before may have changed since.
  const type = await holdType(ctx, typeId);
  const grant = await lockGrant(ctx, typeId, workerId);
  const request = await ownRequest(ctx, requestId, workerId, 'lock');
  const submitted = nextState(QUALIFICATION_REQUEST_STATES, request.state, {
    act: 'submit',
    who: 'worker',
  });
  if (request.deadline !== null && testIsOver(request.deadline, ctx.now)) {
    refuse('deadline_passed', { at: request.deadline.toISOString() });
  }
  const { form, key } = await testOf(ctx, typeId, request.testVersion);
  const right = rightAnswers(form, answers);
  const graded = key === null || grant?.state === 'revoked' ? null : gradeTest(key, right);
  const granting = { act: 'grant', who: 'rule' } as const;
  const state =
    graded === null ? submitted : nextState(QUALIFICATION_REQUEST_STATES, submitted, granting);
  const decided = graded === null ? {} : { decidedAt: ctx.now, value: graded.value };
  await ctx.tx
    .updateTable('qualificationRequest')
    .set({ state, answers: JSON.stringify(right), submittedAt: ctx.now, ...decided })
    .where('id', '=', requestId)
    .execute();
  const event = { type, workerId, requestId };
  const waits = graded === null;
  const { seq } = await note(ctx, 'qualification.submitted', event, { waits });
  if (graded === null) return { requestId, state, seq, value: null };
  const { value } = graded;
  await writeGrant(ctx, { type, workerId, value, source: 'test' });
  const earned = await note(ctx, 'qualification.earned', event, { value });
  return { requestId, state, seq: earned.seq, value };
}

/** To everybody else a request is not there. */
async function ownRequest(ctx: Context, requestId: string, workerId: string, lock?: 'lock') {
  const row = isId(requestId)
    ? await ctx.tx
        .selectFrom('qualificationRequest')
        .select(['typeId', 'state', 'deadline', 'testVersion'])
        .where('id', '=', requestId)
        .where('workerId', '=', workerId)
        .$if(lock === 'lock', (query) => query.forUpdate())
        .executeTakeFirst()
    : undefined;
  return row ?? refuse('not_found', { thing: 'qualification request' });
}

async function testOf(ctx: Context, typeId: string, version: number | null) {
  const row = await ctx.tx
    .selectFrom('qualificationTest')
    .select(['form', 'answerKey'])
    .where('typeId', '=', typeId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return refuse('wrong_state', { thing: 'qualification request' });
  return {
    form: row.form as unknown as TaskForm,
    key: row.answerKey as unknown as AnswerKey | null,
  };
}

function rightAnswers(form: TaskForm, answers: TestAnswers): TestAnswers {
  const checked = checkAnswer(form, answers);
  if (checked.ok) return checked.answer;
  const [[field, { rule }] = ['', { rule: 'empty_answer' }]] = Object.entries(checked.problems);
  return refuse('answer_invalid', { field, rule }, `answers.${field}`);
}
