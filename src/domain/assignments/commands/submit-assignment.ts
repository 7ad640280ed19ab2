import { sql } from 'kysely';
import { requireWorker } from '#domain/accounts/permission.ts';
import { type AnswerFields, checkAnswer } from '#domain/forms/check-answer.ts';
import { sameAnswer } from '#domain/forms/same-answer.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { isRefusal, type RefusalCode, refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { ASSIGNMENT_STATES, decisionSeconds, workId } from '../assignment.ts';
import { type AcceptedTask, acceptNext } from './accept-task.ts';
import { approveAssignments } from './approve-assignments.ts';
import { countWork } from './count-work.ts';
import { type LockedAssignment, lockToAnswer } from './lock-assignments.ts';

export type SubmitAssignment = {
  assignmentId: string;
  /** What was filled in, by field. */
  fields: Readonly<Record<string, unknown>>;
  /** Seconds in which the worker was at it; the time since the acceptance when absent. */
  activeSeconds?: number;
};

export type Submitted = {
  assignmentId: string;
  batchId: string;
  taskId: string;
  /** When silence approves it; null where that has just happened. */
  dueAt: string | null;
  seq: number;
  eventId: string;
};

/**
 * Hands in the answer. Refuses `answer_invalid` with the field, `deadline_passed` when the task went
 * back to the others meanwhile. From now on the client's silence approves.
 */
export async function submitAssignment(ctx: Context, input: SubmitAssignment): Promise<Submitted> {
  requireWorker(ctx.actor);
  const assignment = await lockToAnswer(ctx, input.assignmentId);
  if (assignment.state === 'abandoned') refuse('deadline_passed');
  const step = { act: 'submit', who: 'worker' } as const;
  const state = nextState(ASSIGNMENT_STATES, assignment.state, step);
  const answer = validAnswer(assignment.form, input.fields);
  const right = assignment.key === null ? null : sameAnswer(assignment.key, answer);
  const elapsed = Math.max(
    0,
    Math.round((ctx.now.getTime() - assignment.acceptedAt.getTime()) / 1_000),
  );
  const activeSeconds = Math.min(Math.round(input.activeSeconds ?? elapsed), elapsed);
  ctx.later(sql`
    update assignment set state = ${state}, submitted_at = ${ctx.now},
      due_at = ${dueAt(ctx, assignment)}, active_seconds = ${activeSeconds}, versions = 1,
      gold_right = ${right}
    where home = ${ctx.home} and id = ${assignment.id}`);
  writeAnswer(ctx, assignment.id, { version: 1, answer });
  const counted = await countWork(ctx, assignment.batchId, [
    {
      workerId: assignment.workerId,
      live: -1,
      waiting: 1,
      activeSeconds,
      measured: 1,
      ...goldChange(null, right),
      events: 1,
    },
  ]);
  const seq = counted.get(assignment.workerId) ?? 0;
  const kind = 'assignment.submitted';
  const eventId = await note(ctx, assignment, { kind, seq, activeSeconds });
  const silent = assignment.autoApprovalSeconds === 0;
  if (silent) {
    const rule = { ...ctx, actor: systemActor('approval-clock') };
    await approveAssignments(rule, { assignmentIds: [assignment.id] });
  }
  const due = silent ? null : dueAt(ctx, assignment);
  return submitted(assignment, { dueAt: due, seq, eventId });
}

/** Why there is no next task, where there is none: the answer counts all the same. */
export type NextTask = { next: AcceptedTask | null; refused: RefusalCode | null };

/**
 * Hands in an answer and takes the next task of the same batch, in one transaction. Refuses what
 * `submitAssignment` refuses; where no task can be had the answer still stands.
 */
export async function submitAndNext(
  ctx: Context,
  input: SubmitAssignment,
): Promise<Submitted & NextTask> {
  const submitted = await submitAssignment(ctx, input);
  return { ...submitted, ...(await nextOf(ctx, submitted.batchId)) };
}

/** What refuses a task does so before anything of it is written that matters. */
async function nextOf(ctx: Context, batchId: string): Promise<NextTask> {
  try {
    return { next: await acceptNext(ctx, { batchId }), refused: null };
  } catch (error) {
    if (isRefusal(error)) return { next: null, refused: error.code };
    throw error;
  }
}

/**
 * Hands in a rejected answer again, once, while the rejection can still be answered. The client
 * decides anew.
 */
export async function repairAnswer(ctx: Context, input: SubmitAssignment): Promise<Submitted> {
  requireWorker(ctx.actor);
  const assignment = await lockToAnswer(ctx, input.assignmentId);
  const step = { act: 'repair', who: 'worker' } as const;
  const state = nextState(ASSIGNMENT_STATES, assignment.state, step);
  const { dueAt: end, versions, appeal } = assignment;
  if (end === null || end <= ctx.now || versions > 1 || appeal !== null) refuse('appeal_closed');
  const answer = validAnswer(assignment.form, input.fields);
  const right = assignment.key === null ? null : sameAnswer(assignment.key, answer);
  ctx.later(sql`
    update assignment set state = ${state}, due_at = ${dueAt(ctx, assignment)}, versions = 2,
      gold_right = ${right}, reject_class = null, decided_at = null, decided_by = null
    where home = ${ctx.home} and id = ${assignment.id}`);
  writeAnswer(ctx, assignment.id, { version: 2, answer });
  const change = {
    workerId: assignment.workerId,
    ...{ rejected: -1, waiting: 1, events: 1 },
    // The decision on the first answer is none any more.
    decisionSeconds: -decisionSeconds(assignment.submittedAt, assignment.decidedAt),
    ...goldChange(assignment.goldRight, right),
  };
  const counted = await countWork(ctx, assignment.batchId, [change]);
  const seq = counted.get(assignment.workerId) ?? 0;
  const kind = 'assignment.repaired';
  const eventId = await note(ctx, assignment, { kind, seq, activeSeconds: null });
  return submitted(assignment, { dueAt: dueAt(ctx, assignment), seq, eventId });
}

/** What the counts of gold gain and lose where an answer takes the place of another. */
function goldChange(before: boolean | null, now: boolean | null) {
  const change = (of: boolean) => Number(now === of) - Number(before === of);
  return { goldRight: change(true), goldWrong: change(false) };
}

function submitted(
  { id, batchId, taskId }: LockedAssignment,
  { dueAt: due, ...noted }: { dueAt: Date | null; seq: number; eventId: string },
): Submitted {
  return { assignmentId: id, batchId, taskId, dueAt: due?.toISOString() ?? null, ...noted };
}

function validAnswer(form: TaskForm, fields: SubmitAssignment['fields']): AnswerFields {
  const checked = checkAnswer(form, fields);
  if (checked.ok) return checked.answer;
  const [field = '', problem] = Object.entries(checked.problems)[0] ?? [];
  return refuse('answer_invalid', { field, problem: problem?.rule ?? '' }, `fields.${field}`);
}

function dueAt(ctx: Context, { autoApprovalSeconds }: LockedAssignment): Date {
  return new Date(ctx.now.getTime() + autoApprovalSeconds * 1_000);
}

function writeAnswer(
  ctx: Context,
  assignmentId: string,
  { version, answer }: { version: number; answer: AnswerFields },
): void {
  ctx.later(sql`insert into answer (home, assignment_id, version, fields, at)
    values (${ctx.home}, ${assignmentId}, ${version}, ${JSON.stringify(answer)}, ${ctx.now})`);
}

async function note(
  ctx: Context,
  assignment: LockedAssignment,
  what: {
    kind: 'assignment.submitted' | 'assignment.repaired';
    seq: number;
    activeSeconds: number | null;
  },
): Promise<string> {
  const { batchId, taskId, clientId, workerId, name } = assignment;
  const { id } = await appendEvent(ctx, {
    kind: what.kind,
    rootKind: 'work',
    rootId: workId(batchId, workerId),
    subjectId: assignment.id,
    parties: [clientId, workerId],
    data: { batchId, taskId, clientId, workerId, name, activeSeconds: what.activeSeconds },
    seq: what.seq,
  });
  return id;
}
