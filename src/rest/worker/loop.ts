/** The worker's loop: take a task, hand it in, take the next. */
import { z } from '@hono/zod-openapi';
import { workId } from '#domain/assignments/assignment.ts';
import { acceptNext, acceptTask } from '#domain/assignments/commands/accept-task.ts';
import {
  type NextTask,
  repairAnswer,
  type Submitted,
  submitAndNext,
  submitAssignment,
} from '#domain/assignments/commands/submit-assignment.ts';
import { REFUSALS, type RefusalCode } from '#domain/kernel/refusal.ts';
import { eventExample, IDS, LATER } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { eventRef, extended, id, instant, orNull } from '../schema.ts';
import { fieldsView } from '../tasks/form-view.ts';
import { handedExample, handedView, presentHanded, withForm } from './handed-view.ts';

const assignmentParams = { assignmentId: id.openapi({ example: IDS.delivery }) };

/** Answers are held to their form by the domain; here only to being fields at all. */
export const answerIn = {
  fields: fieldsView,
  active_seconds: z
    .number()
    .min(0)
    .max(31_536_000)
    .optional()
    .openapi({ description: 'Time at it; the time since the acceptance when absent.' }),
};

const submittedView = z
  .strictObject({
    assignment_id: id,
    task_id: id,
    batch_id: id,
    state: z.enum(['submitted', 'approved']),
    due_at: instant.nullable().openapi({ description: 'When silence approves it.' }),
    event: eventRef,
  })
  .openapi('SubmittedAnswer');

const submittedExample = {
  assignment_id: IDS.delivery,
  task_id: IDS.milestone,
  batch_id: IDS.project,
  state: 'submitted' as const,
  due_at: LATER,
  event: eventExample(IDS.contract, 2),
};

const submittedNext = extended(submittedView, {
  next: orNull(handedView),
  next_refused: z
    .enum(REFUSALS)
    .nullable()
    .openapi({ description: 'Why there is no next task, where one was asked for.' }),
}).openapi('SubmittedAnswerAndNext');

const ENTERING = [
  'no_task_left',
  'batch_not_open',
  'own_task',
  'not_qualified',
  'work_refused',
  'worker_limit_reached',
  'queue_full',
] as const satisfies readonly RefusalCode[];

export const loopOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/worker/batches/{batchId}/next',
    id: 'acceptNextTask',
    tag: 'Work',
    summary: 'Take the next task of a batch, until its deadline',
    scope: 'work',
    params: { batchId: id.openapi({ example: IDS.project }) },
    query: { with: withForm },
    answer: { status: 201, schema: handedView, example: handedExample },
    refuses: ENTERING,
    async handle(call) {
      const { batchId } = call.params;
      const handed = await call.act(acceptNext, { batchId }, batchId);
      const body = await presentHanded(call, handed, { withForm: call.query.with === 'form' });
      return { body, location: `/assignments/${handed.assignmentId}` };
    },
  }),
  operation({
    method: 'post',
    path: '/tasks/{taskId}/assignments',
    id: 'acceptTask',
    tag: 'Work',
    summary: 'Take one certain task, such as one that was previewed',
    scope: 'work',
    params: { taskId: id.openapi({ example: IDS.milestone }) },
    query: { with: withForm },
    answer: { status: 201, schema: handedView, example: handedExample },
    refuses: [...ENTERING, 'already_done'],
    async handle(call) {
      const { taskId } = call.params;
      const handed = await call.act(acceptTask, { taskId }, taskId);
      const body = await presentHanded(call, handed, { withForm: call.query.with === 'form' });
      return { body, location: `/assignments/${handed.assignmentId}` };
    },
  }),
  operation({
    method: 'post',
    path: '/assignments/{assignmentId}/submission',
    id: 'submitAnswer',
    tag: 'Work',
    summary: 'Hand in the answer; with next, take the next task of the batch in the same act',
    scope: 'work',
    params: assignmentParams,
    body: {
      schema: z.strictObject({ ...answerIn, next: z.boolean().default(false) }),
      example: { fields: { colour: 'red' }, active_seconds: 9, next: true },
    },
    answer: {
      schema: submittedNext,
      example: { ...submittedExample, next: handedExample, next_refused: null },
    },
    refuses: ['answer_invalid', 'deadline_passed', 'wrong_state'],
    async handle(call) {
      const { assignmentId } = call.params;
      const { fields, active_seconds: activeSeconds, next } = call.body;
      const input = {
        assignmentId,
        fields,
        ...(activeSeconds === undefined ? {} : { activeSeconds }),
      };
      const done: Submitted & NextTask = next
        ? await call.act(submitAndNext, input, assignmentId)
        : { ...(await call.act(submitAssignment, input, assignmentId)), ...NOTHING_NEXT };
      const body = {
        ...presentSubmitted(done, call.actor.memberId),
        next: done.next && (await presentHanded(call, done.next, { withForm: false })),
        next_refused: done.refused,
      };
      return { body };
    },
  }),
  operation({
    method: 'post',
    path: '/assignments/{assignmentId}/repair',
    id: 'repairAnswer',
    tag: 'Work',
    summary: 'Hand in a rejected answer again, once; the client decides anew',
    scope: 'work',
    params: assignmentParams,
    body: {
      schema: z.strictObject({ fields: answerIn.fields }),
      example: { fields: { colour: 'green' } },
    },
    answer: { schema: submittedView, example: submittedExample },
    refuses: ['answer_invalid', 'appeal_closed', 'wrong_state'],
    async handle(call) {
      const { assignmentId } = call.params;
      const input = { assignmentId, fields: call.body.fields };
      const done = await call.act(repairAnswer, input, assignmentId);
      return { body: presentSubmitted(done, call.actor.memberId) };
    },
  }),
];

const NOTHING_NEXT: NextTask = { next: null, refused: null };

function presentSubmitted(done: Submitted, workerId: string) {
  const { assignmentId, taskId, batchId, dueAt, seq, eventId } = done;
  return {
    assignment_id: assignmentId,
    task_id: taskId,
    batch_id: batchId,
    state: dueAt === null ? ('approved' as const) : ('submitted' as const),
    due_at: dueAt,
    event: { id: eventId, root_id: workId(batchId, workerId), seq },
  };
}
