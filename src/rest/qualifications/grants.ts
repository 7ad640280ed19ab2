import { z } from '@hono/zod-openapi';
import {
  grantQualification,
  revokeQualification,
} from '#domain/qualifications/commands/grant-qualification.ts';
import { GRANT_STATE_NAMES, QUALIFICATION_LIMITS } from '#domain/qualifications/qualification.ts';
import { type GrantRow, grantOf, grantsOfType } from '#domain/qualifications/queries/grants.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, FREELANCER, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time, timeCursor, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, page, paging, partyRef, text } from '../schema.ts';
import { wholeValue } from './type-view.ts';

const grantView = z
  .strictObject({
    type_id: id,
    worker: partyRef,
    value: z.int(),
    state: z.enum(GRANT_STATE_NAMES),
    source: z.enum(['test', 'client', 'auto']).openapi({ description: 'How it came about.' }),
    granted_at: instant,
    expires_at: instant.nullable(),
    revoked_at: instant.nullable(),
    reason: z.string().openapi({ description: 'Why it was taken back.' }),
  })
  .openapi('QualificationGrant');

const example = {
  type_id: IDS.other,
  worker: FREELANCER,
  value: 80,
  state: 'granted' as const,
  source: 'client' as const,
  granted_at: AT,
  expires_at: null,
  revoked_at: null,
  reason: '',
};

const acted = extended(grantView, { event: eventRef }).openapi('QualificationGrantActed');
const params = { typeId: id.openapi({ example: IDS.other }) };
const both = { ...params, workerId: id.openapi({ example: IDS.freelancer }) };

export const qualificationGrantOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/qualification-types/{typeId}/grants',
    id: 'listQualificationGrants',
    tag: 'Qualifications',
    summary: 'Who holds, or held, an own qualification',
    scope: 'read',
    params,
    query: { ...paging, state: z.enum(GRANT_STATE_NAMES).optional() },
    answer: { schema: page(grantView), example: { items: [example], next_cursor: null } },
    async handle({ db, actor, params: { typeId }, query }) {
      const { state, cursor, limit } = query;
      const found = await grantsOfType(db, actor, {
        typeId,
        ...(state === undefined ? {} : { state }),
        before: timeCursor(cursor),
        limit,
      });
      return { body: { items: found.rows.map(present), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/qualification-types/{typeId}/grants',
    id: 'grantQualification',
    tag: 'Qualifications',
    summary: 'Grant an own qualification to up to 100 workers, or another value of it',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({
        worker_ids: z.array(id).min(1).max(QUALIFICATION_LIMITS.grantsAtOnce),
        value: wholeValue.default(1),
        tell: z.boolean().default(true).openapi({ description: 'Whether the workers are told.' }),
      }),
      example: { worker_ids: [IDS.freelancer], value: 80 },
    },
    answer: {
      schema: z
        .strictObject({
          type_id: id,
          granted: z.array(id).openapi({ description: 'For whom something changed.' }),
          event: eventRef.nullable().openapi({ description: 'The last one; null for none.' }),
        })
        .openapi('QualificationsGranted'),
      example: {
        type_id: IDS.other,
        granted: [IDS.freelancer],
        event: eventExample(IDS.client, 42),
      },
    },
    refuses: ['input_invalid', 'qualification_closed'],
    async handle(call) {
      const { typeId } = call.params;
      const { worker_ids: workerIds, value, tell } = call.body;
      const { partyId } = call.actor;
      const input = { typeId, workerIds, value, tell };
      const { granted, seq } = await call.act(grantQualification, input, partyId);
      const event = seq === null ? null : await eventOf(call, partyId, seq);
      return { body: { type_id: typeId, granted, event } };
    },
  }),
  operation({
    method: 'get',
    path: '/qualification-types/{typeId}/grants/{workerId}',
    id: 'getQualificationGrant',
    tag: 'Qualifications',
    summary: 'What one worker holds, or held, of an own qualification',
    scope: 'read',
    params: both,
    answer: { schema: grantView, example },
    async handle({ db, actor, params: asked }) {
      return { body: present(await grantOf(db, actor, asked)) };
    },
  }),
  operation({
    method: 'post',
    path: '/qualification-types/{typeId}/grants/{workerId}/revocation',
    id: 'revokeQualification',
    tag: 'Qualifications',
    summary: 'Take a grant back; the worker is told the reason',
    scope: 'work',
    params: both,
    body: {
      schema: z.strictObject({ reason: text(QUALIFICATION_LIMITS.reasonChars).default('') }),
      example: { reason: 'The account was shared.' },
    },
    answer: {
      schema: acted,
      example: {
        ...example,
        state: 'revoked' as const,
        revoked_at: AT,
        reason: 'The account was shared.',
        event: eventExample(IDS.client, 43),
      },
    },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { partyId } = call.actor;
      const input = { ...call.params, reason: call.body.reason };
      const { seq } = await call.act(revokeQualification, input, partyId);
      const shown = present(await grantOf(call.db, call.sight, call.params));
      return { body: { ...shown, event: await eventOf(call, partyId, seq) } };
    },
  }),
];

function present(row: GrantRow) {
  return {
    type_id: row.typeId,
    worker: { id: row.workerId, name: row.workerName, country: row.workerCountry },
    value: row.value,
    state: row.state,
    source: row.source,
    granted_at: time(row.grantedAt),
    expires_at: timeOrNull(row.expiresAt),
    revoked_at: timeOrNull(row.revokedAt),
    reason: row.reason,
  };
}
