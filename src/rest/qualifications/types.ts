import { z } from '@hono/zod-openapi';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { changeType } from '#domain/qualifications/commands/change-type.ts';
import { createType } from '#domain/qualifications/commands/create-type.ts';
import { retireType } from '#domain/qualifications/commands/retire-type.ts';
import { TYPE_STATE_NAMES } from '#domain/qualifications/qualification.ts';
import { findTypes, qualificationType, testOf } from '#domain/qualifications/queries/types.ts';
import { SYSTEM_TYPES } from '#domain/qualifications/system-types.ts';
import type { TypeTerms } from '#domain/qualifications/type-terms.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { eventExample, IDS } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { timeCursor } from '../present.ts';
import { eventRef, extended, id, list, page, paging, text } from '../schema.ts';
import {
  nameIn,
  ownTypeExample,
  ownTypeView,
  presentTest,
  presentType,
  termsIn,
  testExample,
  testIn,
  typeExample,
  typeView,
} from './type-view.ts';

const params = { typeId: id.openapi({ example: IDS.other }) };
const flag = z.enum(['true', 'false']).optional();

const acted = extended(ownTypeView, { event: eventRef.nullable() }).openapi(
  'QualificationTypeActed',
  { description: 'event is null where nothing changed.' },
);
const actedExample = { ...ownTypeExample, event: eventExample(IDS.client, 41) };

const computed = z
  .strictObject({
    id,
    name: z.string(),
    description: z.string(),
    value_kind: z.enum(['number', 'place', 'existence']),
  })
  .openapi('ComputedQualification');

export const qualificationTypeOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/computed-qualifications',
    id: 'listComputedQualifications',
    tag: 'Qualifications',
    summary: 'What the marketplace computes of every worker, for requirements to name',
    answer: {
      schema: list(computed),
      example: { items: SYSTEM_TYPES.slice(0, 1).map(presentComputed) },
    },
    async handle() {
      return { body: { items: SYSTEM_TYPES.map(presentComputed) } };
    },
  }),
  operation({
    method: 'get',
    path: '/qualification-types',
    id: 'listQualificationTypes',
    tag: 'Qualifications',
    summary: 'Qualification types: your own in every state, or what is active of anybody',
    scope: 'read',
    query: {
      ...paging,
      q: text(200).optional().openapi({ description: 'Words to look for.', example: 'spanish' }),
      owned: flag.openapi({ description: 'true: only those of your party.' }),
      requestable: flag.openapi({ description: 'true: only what a worker may ask for now.' }),
      state: z.enum(TYPE_STATE_NAMES).optional(),
    },
    answer: { schema: page(typeView), example: { items: [typeExample], next_cursor: null } },
    async handle({ db, actor, query }) {
      const { q = '', owned, requestable, state, cursor, limit } = query;
      const found = await findTypes(db, actor, {
        words: q,
        owned: owned === 'true',
        requestable: requestable === 'true',
        ...(state === undefined ? {} : { states: [state] }),
        before: timeCursor(cursor),
        limit,
      });
      return { body: { items: found.rows.map(presentType), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/qualification-types',
    id: 'createQualificationType',
    tag: 'Qualifications',
    summary: 'Make a qualification that workers can hold',
    scope: 'work',
    body: {
      schema: z.strictObject({
        name: nameIn,
        description: termsIn.description,
        keywords: termsIn.keywords.default([]),
        active: termsIn.active.default(true),
        requestable: termsIn.requestable.default(true),
        auto_value: termsIn.auto_value.default(null),
        retry_seconds: termsIn.retry_seconds.default(null),
        grant_days: termsIn.grant_days.default(null),
        test: testIn.nullable().default(null),
      }),
      example: {
        name: typeExample.name,
        description: typeExample.description,
        retry_seconds: 604_800,
        test: testExample,
      },
    },
    answer: { status: 201, schema: acted, example: actedExample },
    refuses: ['input_invalid', 'name_taken'],
    async handle(call) {
      const { auto_value, retry_seconds, grant_days, test: written, ...rest } = call.body;
      const input = {
        ...rest,
        autoValue: auto_value,
        retrySeconds: retry_seconds,
        grantDays: grant_days,
        test: written === null ? null : writtenTest(written),
      };
      const { partyId } = call.actor;
      const { typeId, seq } = await call.act(createType, input, partyId);
      const shown = await presentOwn(call, typeId);
      const event = await eventOf(call, partyId, seq);
      return { body: { ...shown, event }, location: `/qualification-types/${typeId}` };
    },
  }),
  operation({
    method: 'get',
    path: '/qualification-types/{typeId}',
    id: 'getQualificationType',
    tag: 'Qualifications',
    summary: 'One qualification type; its owner also reads the test with its key',
    scope: 'read',
    params,
    answer: { schema: ownTypeView, example: ownTypeExample },
    async handle({ db, actor, params: { typeId } }) {
      return { body: await presentOwn({ db, sight: actor }, typeId) };
    },
  }),
  operation({
    method: 'patch',
    path: '/qualification-types/{typeId}',
    id: 'changeQualificationType',
    tag: 'Qualifications',
    summary: 'Change parts of an own type; its name stays',
    description: 'A test cannot be taken away, and a retry that was allowed stays allowed.',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({ ...termsIn, test: testIn }).partial(),
      example: { active: false },
    },
    answer: { schema: acted, example: { ...actedExample, state: 'inactive' as const } },
    refuses: ['input_invalid', 'wrong_state'],
    async handle(call) {
      const { typeId } = call.params;
      const { test, active, ...terms } = call.body;
      const input = {
        typeId,
        ...termsOf(terms),
        ...(active === undefined ? {} : { active }),
        ...(test === undefined ? {} : { test: writtenTest(test) }),
      };
      const { partyId } = call.actor;
      const { seq } = await call.act(changeType, input, partyId);
      const event = seq === null ? null : await eventOf(call, partyId, seq);
      return { body: { ...(await presentOwn(call, typeId)), event } };
    },
  }),
  operation({
    method: 'delete',
    path: '/qualification-types/{typeId}',
    id: 'retireQualificationType',
    tag: 'Qualifications',
    summary: 'Retire an own type: requests are rejected, what workers hold stays',
    scope: 'work',
    params,
    answer: { schema: acted, example: { ...actedExample, state: 'retired' as const } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { partyId } = call.actor;
      const { seq } = await call.act(retireType, call.params, partyId);
      const shown = await presentOwn(call, call.params.typeId);
      return { body: { ...shown, event: await eventOf(call, partyId, seq) } };
    },
  }),
];

type TermsIn = {
  [Name in Exclude<keyof typeof termsIn, 'active'>]?: z.output<(typeof termsIn)[Name]> | undefined;
};

/** The parts that were given, by the domain's names. */
function termsOf({ auto_value, retry_seconds, grant_days, ...rest }: TermsIn): Partial<TypeTerms> {
  const all = {
    ...rest,
    autoValue: auto_value,
    retrySeconds: retry_seconds,
    grantDays: grant_days,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function writtenTest({ form, key, duration_seconds }: z.output<typeof testIn>) {
  return { form, key, durationSeconds: duration_seconds };
}

async function presentOwn({ db, sight }: { db: ReadDb; sight: MemberActor }, typeId: string) {
  const type = await qualificationType(db, typeId);
  const own = type.ownerId === sight.partyId;
  const test = own ? await testOf(db, typeId, type.testVersion) : null;
  return { ...presentType(type), test: presentTest(test) };
}

function presentComputed(type: (typeof SYSTEM_TYPES)[number]) {
  const { id: typeId, name, description, valueKind } = type;
  return { id: typeId, name, description, value_kind: valueKind };
}
