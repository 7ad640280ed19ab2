/** The client's yes and no to answers. */
import { z } from '@hono/zod-openapi';
import { REJECT_CLASSES } from '#domain/assignments/assignment.ts';
import {
  approveAssignments,
  DECIDED_AT_ONCE,
  type Decided,
} from '#domain/assignments/commands/approve-assignments.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { eventRef, id, text } from '../schema.ts';

const params = { assignmentId: id.openapi({ example: IDS.delivery }) };
const batchParams = { batchId: id.openapi({ example: IDS.project }) };

const feedback = text(4_000).default('').openapi({ description: 'What the worker is told.' });
const override = z
  .boolean()
  .default(false)
  .openapi({ description: 'Also turns rejections of the last 30 days into approvals.' });
const rejection = {
  reason: z.enum(REJECT_CLASSES),
  feedback: text(4_000, 1).openapi({ description: 'What was wrong, so that it can be put right.' }),
};
const ids = z.array(id).min(1).max(DECIDED_AT_ONCE);

const decided = z
  .strictObject({ assignment_id: id, state: z.enum(['approved', 'rejected']), event: eventRef })
  .openapi('DecidedAnswer');

const many = z
  .strictObject({
    done: z.array(decided),
    skipped: z.array(z.strictObject({ assignment_id: id, state: z.string() })).openapi({
      description:
        'What could not be decided so, and the state it is in; rejections_stopped beyond a wave.',
    }),
  })
  .openapi('DecidedAnswers');

const decidedExample = (state: 'approved' | 'rejected') => ({
  assignment_id: IDS.delivery,
  state,
  event: eventExample(IDS.contract, 3),
});
const rejectionExample = {
  reason: 'wrong_answer' as const,
  feedback: 'A ripe tomato is red.',
};

export const decisionOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/assignments/{assignmentId}/approval',
    id: 'approveAnswer',
    tag: 'Tasks',
    summary: 'Approve an answer: it is paid in the same act',
    scope: 'money',
    keyRequired: true,
    params,
    body: {
      schema: z.strictObject({ feedback, override }),
      example: { feedback: 'Thank you.' },
    },
    answer: { schema: decided, example: decidedExample('approved') },
    refuses: ['wrong_state', 'override_closed', 'insufficient_funds', 'budget_exceeded'],
    async handle(call) {
      const { assignmentId } = call.params;
      const input = { assignmentIds: [assignmentId], ...call.body };
      const done = await call.act(approveAssignments, input, assignmentId);
      return { body: presentOne(done, 'approved') };
    },
  }),
  operation({
    method: 'post',
    path: '/assignments/{assignmentId}/rejection',
    id: 'rejectAnswer',
    tag: 'Tasks',
    summary: 'Reject an answer, with a reason; its money stays held while the worker may object',
    scope: 'money',
    keyRequired: true,
    params,
    body: { schema: z.strictObject(rejection), example: rejectionExample },
    answer: { schema: decided, example: decidedExample('rejected') },
    refuses: ['wrong_state', 'rejections_stopped', 'insufficient_funds', 'budget_exceeded'],
    async handle(call) {
      const { assignmentId } = call.params;
      const input = { assignmentIds: [assignmentId], ...call.body };
      const done = await call.act(rejectAssignments, input, assignmentId);
      return { body: presentOne(done, 'rejected') };
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/approvals',
    id: 'approveAnswers',
    tag: 'Tasks',
    summary: `Approve up to ${DECIDED_AT_ONCE} answers of a batch; those that cannot be are named`,
    scope: 'money',
    keyRequired: true,
    params: batchParams,
    body: {
      schema: z.strictObject({ assignment_ids: ids, feedback, override }),
      example: { assignment_ids: [IDS.delivery] },
    },
    answer: {
      schema: many,
      example: { done: [decidedExample('approved')], skipped: [] },
    },
    refuses: ['wrong_state', 'override_closed', 'insufficient_funds', 'budget_exceeded'],
    async handle(call) {
      const { batchId } = call.params;
      await findBatch(call.db, call.sight, batchId);
      const { assignment_ids: assignmentIds, ...given } = call.body;
      const input = { batchId, assignmentIds, ...given };
      const done = await call.act(approveAssignments, input, batchId);
      return { body: presentMany(done, 'approved') };
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/rejections',
    id: 'rejectAnswers',
    tag: 'Tasks',
    summary: `Reject up to ${DECIDED_AT_ONCE} answers of a batch for one reason`,
    scope: 'money',
    keyRequired: true,
    params: batchParams,
    body: {
      schema: z.strictObject({ assignment_ids: ids, ...rejection }),
      example: { assignment_ids: [IDS.delivery], ...rejectionExample },
    },
    answer: {
      schema: many,
      example: { done: [decidedExample('rejected')], skipped: [] },
    },
    refuses: ['wrong_state', 'rejections_stopped', 'insufficient_funds', 'budget_exceeded'],
    async handle(call) {
      const { batchId } = call.params;
      await findBatch(call.db, call.sight, batchId);
      const { assignment_ids: assignmentIds, ...given } = call.body;
      const input = { batchId, assignmentIds, ...given };
      const done = await call.act(rejectAssignments, input, batchId);
      return { body: presentMany(done, 'rejected') };
    },
  }),
];

type Decision = 'approved' | 'rejected';

function presentOne({ events: [event] }: Decided, state: Decision) {
  if (event === undefined) throw new Error('A decision leaves an event');
  return presentEvent(event, state);
}

function presentMany({ events, skipped }: Decided, state: Decision) {
  return {
    done: events.map((event) => presentEvent(event, state)),
    skipped: skipped.map((one) => ({ assignment_id: one.assignmentId, state: one.state })),
  };
}

function presentEvent(event: Decided['events'][number], state: Decision) {
  const { assignmentId, id: eventId, rootId, seq } = event;
  return { assignment_id: assignmentId, state, event: { id: eventId, root_id: rootId, seq } };
}
