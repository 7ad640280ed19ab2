/** The worker's side: what it holds, asks for and says of itself. */
import { z } from '@hono/zod-openapi';
import { requestQualification } from '#domain/qualifications/commands/request-qualification.ts';
import { stateWorkerFacts } from '#domain/qualifications/commands/state-worker-facts.ts';
import { submitTest } from '#domain/qualifications/commands/submit-test.ts';
import { GRANT_STATE_NAMES, REQUEST_STATE_NAMES } from '#domain/qualifications/qualification.ts';
import { type OwnGrant, ownGrants } from '#domain/qualifications/queries/grants.ts';
import { ownComputed, ownStatement } from '#domain/qualifications/queries/own-computed.ts';
import { ownRequest, ownRequests } from '#domain/qualifications/queries/requests.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, CLIENT, eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time, timeCursor, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, page, paging, partyRef, text } from '../schema.ts';
import {
  presentRequest,
  presentWholeRequest,
  requestExample,
  requestView,
  wholeRequestExample,
  wholeRequestView,
} from './type-view.ts';

const heldView = z
  .strictObject({
    type: z.strictObject({ id, name: z.string(), description: z.string() }),
    client: partyRef,
    value: z.int(),
    state: z.enum(GRANT_STATE_NAMES),
    source: z.enum(['test', 'client', 'auto']),
    granted_at: instant,
    expires_at: instant.nullable(),
    revoked_at: instant.nullable(),
    reason: z.string(),
  })
  .openapi('HeldQualification');

const heldExample = {
  type: { id: IDS.other, name: 'Spanish, written', description: 'Reads and writes Spanish.' },
  client: CLIENT,
  value: 80,
  state: 'granted' as const,
  source: 'test' as const,
  granted_at: AT,
  expires_at: null,
  revoked_at: null,
  reason: '',
};

const computedView = z.strictObject({
  id,
  name: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
});

const statement = z
  .strictObject({
    subdivision: text(10).nullable().openapi({
      description: 'The part of your country, as ISO 3166-2 says it behind the hyphen.',
      example: 'CA',
    }),
    adult: z.boolean().openapi({
      description: 'Whether you are of age and may be shown adult content.',
    }),
  })
  .openapi('WorkerStatement');

const acted = extended(wholeRequestView, { event: eventRef }).openapi('OwnRequestActed');
const params = { requestId: id.openapi({ example: IDS.request }) };

export const ownQualificationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/worker/qualifications',
    id: 'listMyQualifications',
    tag: 'Qualifications',
    summary: 'What you hold and held, and what is computed of you',
    scope: 'read',
    query: paging,
    answer: {
      schema: extended(page(heldView), { computed: z.array(computedView) }).openapi(
        'MyQualifications',
      ),
      example: {
        items: [heldExample],
        next_cursor: null,
        computed: [{ id: IDS.key, name: 'Approval rate', value: 98 }],
      },
    },
    async handle({ db, actor, now, query }) {
      const { cursor, limit } = query;
      const found = await ownGrants(db, actor, { before: timeCursor(cursor), limit });
      const computed = (await ownComputed(db, actor, now)).map(({ type, value }) => ({
        id: type.id,
        name: type.name,
        value,
      }));
      return { body: { items: found.rows.map(presentHeld), next_cursor: found.next, computed } };
    },
  }),
  operation({
    method: 'put',
    path: '/worker/statement',
    id: 'stateWorkerFacts',
    tag: 'Qualifications',
    summary: 'Say of yourself what requirements may ask and nobody can measure',
    scope: 'work',
    body: { schema: statement, example: { subdivision: 'CA', adult: false } },
    answer: {
      schema: extended(statement, { country: z.string().nullable() }).openapi('StatedFacts'),
      example: { country: 'US', subdivision: 'CA', adult: false },
    },
    refuses: ['input_invalid'],
    async handle(call) {
      await call.act(stateWorkerFacts, call.body, call.actor.memberId);
      return { body: await ownStatement(call.db, call.sight) };
    },
  }),
  operation({
    method: 'get',
    path: '/worker/qualification-requests',
    id: 'listMyQualificationRequests',
    tag: 'Qualifications',
    summary: 'What you asked for, and what came of it',
    scope: 'read',
    query: { ...paging, state: z.enum(REQUEST_STATE_NAMES).optional() },
    answer: { schema: page(requestView), example: { items: [requestExample], next_cursor: null } },
    async handle({ db, actor, query }) {
      const { state, cursor, limit } = query;
      const found = await ownRequests(db, actor, { state, before: timeCursor(cursor), limit });
      return { body: { items: found.rows.map(presentRequest), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/qualification-types/{typeId}/requests',
    id: 'requestQualification',
    tag: 'Qualifications',
    summary: 'Ask for a qualification: its test begins, or it is granted, or it waits',
    scope: 'work',
    params: { typeId: id.openapi({ example: IDS.other }) },
    answer: {
      status: 201,
      schema: acted,
      example: { ...wholeRequestExample, event: eventExample(IDS.freelancer, 45) },
    },
    refuses: ['qualification_closed', 'already_done', 'request_too_early'],
    async handle(call) {
      const { memberId } = call.actor;
      const { requestId, seq } = await call.act(requestQualification, call.params, memberId);
      const shown = presentWholeRequest(await ownRequest(call.db, call.sight, requestId));
      const event = await eventOf(call, memberId, seq);
      return {
        body: { ...shown, event },
        location: `/worker/qualification-requests/${requestId}`,
      };
    },
  }),
  operation({
    method: 'get',
    path: '/worker/qualification-requests/{requestId}',
    id: 'getMyQualificationRequest',
    tag: 'Qualifications',
    summary: 'One of your requests, with the test that you began and your answers',
    scope: 'read',
    params,
    answer: { schema: wholeRequestView, example: wholeRequestExample },
    async handle({ db, actor, params: { requestId } }) {
      return { body: presentWholeRequest(await ownRequest(db, actor, requestId)) };
    },
  }),
  operation({
    method: 'post',
    path: '/worker/qualification-requests/{requestId}/answers',
    id: 'submitQualificationTest',
    tag: 'Qualifications',
    summary: 'Hand in a test within its time; with a key it is graded at once',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({ answers: z.record(z.string().max(64), z.unknown()) }),
      example: { answers: { house: 'la casa' } },
    },
    answer: {
      schema: acted,
      example: {
        ...wholeRequestExample,
        state: 'granted',
        answers: { house: 'la casa' },
        submitted_at: AT,
        decided_at: AT,
        value: 100,
        event: eventExample(IDS.freelancer, 46),
      },
    },
    refuses: ['wrong_state', 'deadline_passed', 'answer_invalid'],
    async handle(call) {
      const { requestId } = call.params;
      const { memberId } = call.actor;
      const input = { requestId, answers: call.body.answers };
      const { seq } = await call.act(submitTest, input, memberId);
      const shown = presentWholeRequest(await ownRequest(call.db, call.sight, requestId));
      return { body: { ...shown, event: await eventOf(call, memberId, seq) } };
    },
  }),
];

function presentHeld(grant: OwnGrant) {
  return {
    type: { id: grant.typeId, name: grant.name, description: grant.description },
    client: { id: grant.ownerId, name: grant.ownerName, country: grant.ownerCountry },
    value: grant.value,
    state: grant.state,
    source: grant.source,
    granted_at: time(grant.grantedAt),
    expires_at: timeOrNull(grant.expiresAt),
    revoked_at: timeOrNull(grant.revokedAt),
    reason: grant.reason,
  };
}
