import { z } from '@hono/zod-openapi';
import { acceptRequest, rejectRequest } from '#domain/qualifications/commands/decide-request.ts';
import { QUALIFICATION_LIMITS, REQUEST_STATE_NAMES } from '#domain/qualifications/qualification.ts';
import { requestOfClient, requestsOfClient } from '#domain/qualifications/queries/requests.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { timeCursor } from '../present.ts';
import { eventRef, extended, id, page, paging, text } from '../schema.ts';
import {
  presentRequest,
  presentWholeRequest,
  requestExample,
  requestView,
  testExample,
  wholeRequestExample,
  wholeRequestView,
  wholeValue,
} from './type-view.ts';

const params = { requestId: id.openapi({ example: IDS.request }) };

const acted = extended(requestView, { event: eventRef }).openapi('QualificationRequestActed');
const decided = {
  ...requestExample,
  submitted_at: AT,
  decided_at: AT,
  event: eventExample(IDS.client, 44),
};

export const qualificationRequestOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/qualification-requests',
    id: 'listQualificationRequests',
    tag: 'Qualifications',
    summary: 'What workers ask of your party: those that wait, or of another state',
    scope: 'read',
    query: {
      ...paging,
      type_id: id.optional(),
      state: z.enum(REQUEST_STATE_NAMES).default('submitted'),
    },
    answer: {
      schema: page(requestView),
      example: { items: [{ ...requestExample, state: 'submitted' }], next_cursor: null },
    },
    async handle({ db, actor, query }) {
      const { type_id: typeId, state, cursor, limit } = query;
      const question = { typeId, state, before: timeCursor(cursor), limit };
      const found = await requestsOfClient(db, actor, question);
      return { body: { items: found.rows.map(presentRequest), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/qualification-requests/{requestId}',
    id: 'getQualificationRequest',
    tag: 'Qualifications',
    summary: 'One request with its answers and the test as it was begun',
    scope: 'read',
    params,
    answer: {
      schema: wholeRequestView,
      example: {
        ...wholeRequestExample,
        state: 'submitted',
        test: testExample,
        answers: { house: 'la casa' },
      },
    },
    async handle({ db, actor, params: { requestId } }) {
      return { body: presentWholeRequest(await requestOfClient(db, actor, requestId)) };
    },
  }),
  operation({
    method: 'post',
    path: '/qualification-requests/{requestId}/acceptance',
    id: 'acceptQualificationRequest',
    tag: 'Qualifications',
    summary: 'Grant what a worker asked for, with a value',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({ value: wholeValue.default(1) }),
      example: { value: 80 },
    },
    answer: { schema: acted, example: { ...decided, state: 'granted', value: 80 } },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { requestId } = call.params;
      const { partyId } = call.actor;
      const input = { requestId, value: call.body.value };
      const { seq } = await call.act(acceptRequest, input, partyId);
      const shown = presentRequest(await requestOfClient(call.db, call.sight, requestId));
      return { body: { ...shown, event: await eventOf(call, partyId, seq) } };
    },
  }),
  operation({
    method: 'post',
    path: '/qualification-requests/{requestId}/rejection',
    id: 'rejectQualificationRequest',
    tag: 'Qualifications',
    summary: 'Say no to a request; the worker is told the reason',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({ reason: text(QUALIFICATION_LIMITS.reasonChars).default('') }),
      example: { reason: 'Send your licence first.' },
    },
    answer: {
      schema: acted,
      example: { ...decided, state: 'rejected', reason: 'Send your licence first.' },
    },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { requestId } = call.params;
      const { partyId } = call.actor;
      const input = { requestId, reason: call.body.reason };
      const { seq } = await call.act(rejectRequest, input, partyId);
      const shown = presentRequest(await requestOfClient(call.db, call.sight, requestId));
      return { body: { ...shown, event: await eventOf(call, partyId, seq) } };
    },
  }),
];
