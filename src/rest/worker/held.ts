/** Acts of a worker on what it holds, or was told no for. */
import { z } from '@hono/zod-openapi';
import { appealRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { returnAssignment } from '#domain/assignments/commands/return-assignment.ts';
import { saveDraft } from '#domain/assignments/commands/save-draft.ts';
import { AT, IDS, LATER } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { id, instant, text } from '../schema.ts';
import {
  assignmentActed,
  assignmentActedExample,
  presentAssignmentActed,
} from '../tasks/assignment-view.ts';
import { answerIn } from './loop.ts';

const params = { assignmentId: id.openapi({ example: IDS.delivery }) };

export const heldOperations: Operation[] = [
  operation({
    method: 'put',
    path: '/assignments/{assignmentId}/draft',
    id: 'saveDraft',
    tag: 'Work',
    summary: 'Keep what is filled in so far, for another device or a lost line',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject(answerIn),
      example: { fields: { colour: 'red' }, active_seconds: 6 },
    },
    answer: {
      schema: z.strictObject({ assignment_id: id, saved_at: instant }).openapi('SavedDraft'),
      example: { assignment_id: IDS.delivery, saved_at: AT },
    },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { assignmentId } = call.params;
      const { fields, active_seconds: activeSeconds } = call.body;
      const input = {
        assignmentId,
        fields,
        ...(activeSeconds === undefined ? {} : { activeSeconds }),
      };
      const { savedAt } = await call.act(saveDraft, input, assignmentId);
      return { body: { assignment_id: assignmentId, saved_at: savedAt } };
    },
  }),
  operation({
    method: 'post',
    path: '/assignments/{assignmentId}/return',
    id: 'returnTask',
    tag: 'Work',
    summary: 'Give a task back; somebody else may take it',
    scope: 'work',
    params,
    answer: {
      schema: assignmentActed,
      example: {
        ...assignmentActedExample,
        state: 'returned',
        submitted_at: null,
        decided_at: AT,
        due_at: null,
        active_seconds: null,
        versions: 0,
        answer: null,
      },
    },
    refuses: ['wrong_state'],
    async handle(call) {
      const { assignmentId } = call.params;
      const { seq } = await call.act(returnAssignment, { assignmentId }, assignmentId);
      return { body: await presentAssignmentActed(call, { assignmentId, seq }) };
    },
  }),
  operation({
    method: 'post',
    path: '/assignments/{assignmentId}/appeal',
    id: 'appealRejection',
    tag: 'Work',
    summary: 'Say why a rejection is wrong; the money stays held until an operator has decided',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({ words: text(4_000, 1) }),
      example: { words: 'The tomato in the picture is green.' },
    },
    answer: {
      status: 201,
      schema: assignmentActed,
      example: {
        ...assignmentActedExample,
        state: 'rejected',
        decided_at: LATER,
        due_at: null,
        reject_reason: 'wrong_answer',
        feedback: 'A ripe tomato is red.',
        appeal: { state: 'open', words: 'The tomato in the picture is green.', verdict: '' },
      },
    },
    refuses: ['wrong_state', 'appeal_closed', 'input_invalid'],
    async handle(call) {
      const { assignmentId } = call.params;
      const input = { assignmentId, words: call.body.words };
      const { seq } = await call.act(appealRejection, input, assignmentId);
      return {
        body: await presentAssignmentActed(call, { assignmentId, seq }),
        location: `/assignments/${assignmentId}`,
      };
    },
  }),
];
