/** What a worker does on the page of an assignment. Server only. */
import { isDeepStrictEqual } from 'node:util';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import { acceptTask } from '#domain/assignments/commands/accept-task.ts';
import { appealRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { returnAssignment } from '#domain/assignments/commands/return-assignment.ts';
import { saveDraft } from '#domain/assignments/commands/save-draft.ts';
import { repairAnswer, submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import {
  type AssignmentSight,
  assignmentPage,
} from '#domain/assignments/queries/assignment-page.ts';
import { type AnswerFields, type AnswerProblem, checkAnswer } from '#domain/forms/check-answer.ts';
import { isRefusal, type RefusalCode } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, type FormCase, formCase, keyOf } from '#web/form-act.ts';
import { readAnswer, type TypedAnswer } from '#web/forms/read-answer.ts';
import { text } from '#web/text/catalogue.ts';
import { type Auto, assignmentHref, autoIn, batchHref, doneHref } from '../addresses.ts';
import { goOn } from '../go-on.ts';

/** An answer that does not fit the form, with all that was typed. */
export type WrongAnswer = {
  wrong: Readonly<Record<string, AnswerProblem>>;
  typed: TypedAnswer;
};

type PageContext = Parameters<typeof signedIn>[0];

type Ground = ReturnType<typeof signedIn> & {
  context: PageContext;
  sight: AssignmentSight;
  /** The address of this page. */
  here: string;
  auto: Auto;
};

const words = text.work;

export async function actOnAssignment(context: PageContext, request: Request, id: string) {
  const all = signedIn(context);
  const auto = autoIn(request.url);
  const sight = await assignmentPage(all.readDb, all.actor, id);
  const ground: Ground = { ...all, context, sight, here: assignmentHref(id, auto), auto };
  const typed = (act: (ground: Ground, form: FormData) => ReturnType<Case['act']>): Case => ({
    act: (form) => act(ground, form),
  });
  return actOnIntent<WrongAnswer>(request, {
    send: typed(send),
    skip: typed(skip),
    stop: typed(stop),
    save: typed(save),
    auto: typed(turnAuto),
    next: typed(next),
    repair: typed(repair),
    appeal: appealCase(ground),
    again: againCase(ground),
  });
}

type Case = FormCase<WrongAnswer>;

/** Acts on what was changed elsewhere, or sent before: the page says how it stands now. */
const OVERTAKEN: readonly RefusalCode[] = [
  'wrong_state',
  'already_done',
  'idempotency_key_reused',
  'appeal_closed',
];

async function send(ground: Ground, form: FormData) {
  const { run, actor, sight, here, auto } = ground;
  const fields = readAnswer(sight.form, form);
  const checked = checkAnswer(sight.form, fields);
  if (!checked.ok) return data({ wrong: checked.problems, typed: fields }, 422);
  const key = keyOf(form);
  const input = { assignmentId: sight.id, fields, ...activeIn(form) };
  try {
    await run(submitAssignment, input, { actor, root: sight.id, key });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (OVERTAKEN.includes(error.code)) return overtaken(ground, checked.answer);
    if (error.code !== 'deadline_passed') throw error;
    await keepDraft(ground, form);
    return redirect(here, 303);
  }
  const { batchId } = sight;
  if (auto === 'off') return redirect(doneHref(batchId, 'stopped', auto), 303);
  return goOn({ run, actor }, { batchId, key, auto });
}

/** The page as it stands, which says so where another answer than this one was handed in before. */
async function overtaken(ground: Ground, answer: AnswerFields): Promise<Response> {
  const { context, readDb, actor, sight, here } = ground;
  const { answer: sent } = await assignmentPage(readDb, actor, sight.id);
  if (sent === null || isDeepStrictEqual(sent, answer)) return redirect(here, 303);
  const { sentBefore: title, sentBeforeSays } = words.task;
  return redirectWithFlash(context, here, { tone: 'hold', title, text: sentBeforeSays });
}

/** Gives the task back and takes the next one. */
async function skip(ground: Ground, form: FormData) {
  const { run, actor, sight, auto } = ground;
  const key = keyOf(form);
  if (!(await giveBack(ground, key))) return redirect(ground.here, 303);
  return goOn({ run, actor }, { batchId: sight.batchId, key, auto });
}

/** Gives the task back and leaves. */
async function stop(ground: Ground, form: FormData) {
  if (!(await giveBack(ground, keyOf(form)))) return redirect(ground.here, 303);
  const { stopped: title, stoppedSays } = words.task;
  const flash = { tone: 'go', title, text: stoppedSays } as const;
  return redirectWithFlash(ground.context, batchHref(ground.sight.batchId), flash);
}

async function giveBack({ run, actor, sight }: Ground, key: string): Promise<boolean> {
  try {
    const input = { assignmentId: sight.id };
    await run(returnAssignment, input, { actor, root: sight.id, key: `${key}-back` });
    return true;
  } catch (error) {
    if (isRefusal(error) && OVERTAKEN.includes(error.code)) return false;
    throw error;
  }
}

async function save(ground: Ground, form: FormData) {
  await keepDraft(ground, form);
  const flash = { tone: 'go', title: words.task.saved } as const;
  return redirectWithFlash(ground.context, ground.here, flash);
}

/** The other way of going on, with what was typed so far. */
async function turnAuto(ground: Ground, form: FormData) {
  await keepDraft(ground, form);
  const { auto, sight } = ground;
  return redirect(assignmentHref(sight.id, auto === 'on' ? 'off' : 'on'), 303);
}

/** Keeps what was typed; what can be kept no more is shown as it stands. */
export async function keepDraft(
  { run, actor, sight }: Pick<Ground, 'run' | 'actor' | 'sight'>,
  form: FormData,
): Promise<boolean> {
  const fields = readAnswer(sight.form, form);
  const input = { assignmentId: sight.id, fields, ...activeIn(form) };
  try {
    await run(saveDraft, input, { actor, root: sight.id });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** From a frame, whose own post handed the answer in; and from the page of what was sent. */
async function next(ground: Ground, form: FormData) {
  const { run, actor, sight, auto, here } = ground;
  if (sight.state === 'accepted') {
    const flash = { tone: 'hold', title: words.task.notYet } as const;
    return redirectWithFlash(ground.context, here, flash);
  }
  return goOn({ run, actor }, { batchId: sight.batchId, key: keyOf(form), auto });
}

async function repair(ground: Ground, form: FormData) {
  const { run, actor, sight, here } = ground;
  const fields = readAnswer(sight.form, form);
  const checked = checkAnswer(sight.form, fields);
  if (!checked.ok) return data({ wrong: checked.problems, typed: fields }, 422);
  const input = { assignmentId: sight.id, fields };
  try {
    await run(repairAnswer, input, { actor, root: sight.id, key: keyOf(form) });
  } catch (error) {
    if (isRefusal(error) && OVERTAKEN.includes(error.code)) {
      return overtaken(ground, checked.answer);
    }
    throw error;
  }
  const { repaired: title, repairedSays } = words.rejected;
  return redirectWithFlash(ground.context, here, { tone: 'go', title, text: repairedSays });
}

function appealCase({ run, actor, sight, context, here }: Ground): Case {
  const schema = z.object({ words: z.string().max(4_000) });
  return formCase(
    schema,
    async (typed, key) => {
      const input = { assignmentId: sight.id, words: typed.words };
      await run(appealRejection, input, { actor, root: sight.id, key });
      const { appealed: title, appealedSays } = words.rejected;
      return redirectWithFlash(context, here, { tone: 'hold', title, text: appealedSays });
    },
    { refusedTitle: words.rejected.refused },
  );
}

/** The same task once more after its time ran out, with the draft. */
function againCase({ run, actor, sight, auto }: Ground): Case {
  return formCase(
    z.object({}),
    async (_nothing, key) => {
      const { taskId, draft } = sight;
      const taken = await run(acceptTask, { taskId }, { actor, root: taskId, key });
      const { assignmentId } = taken;
      if (draft !== null) {
        const input = { assignmentId, fields: draft };
        await run(saveDraft, input, { actor, root: assignmentId });
      }
      return redirect(assignmentHref(assignmentId, auto), 303);
    },
    { refusedTitle: words.over.refused },
  );
}

/** Counted by a script; without one the time since the acceptance is what there is. */
function activeIn(form: FormData): { activeSeconds?: number } {
  const seconds = Number(form.get('_active'));
  return Number.isFinite(seconds) && seconds > 0 ? { activeSeconds: seconds } : {};
}
