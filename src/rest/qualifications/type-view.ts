/** A qualification type, its test and its requests as JSON. */
import { z } from '@hono/zod-openapi';
import {
  QUALIFICATION_LIMITS,
  REQUEST_STATE_NAMES,
  TYPE_STATE_NAMES,
} from '#domain/qualifications/qualification.ts';
import type { RequestRow, RequestSight } from '#domain/qualifications/queries/requests.ts';
import type { TestSight, TypeRow } from '#domain/qualifications/queries/types.ts';
import { VALUE_RANGE } from '#domain/qualifications/requirement.ts';
import { AT, CLIENT, FREELANCER, IDS, LATER } from '../examples.ts';
import { time, timeOrNull } from '../present.ts';
import { extended, id, instant, partyRef, text } from '../schema.ts';

const limits = QUALIFICATION_LIMITS;

export const wholeValue = z
  .int()
  .min(VALUE_RANGE.least)
  .max(VALUE_RANGE.most)
  .openapi({ example: 80, format: 'int32' });

const formIn = z.record(z.string(), z.unknown()).openapi({
  description: 'A form of kind "form" without variables: {kind, instructions, show, fields}.',
});

const keyIn = z.record(z.string(), z.unknown()).nullable().openapi({
  description:
    'Null where you grade by hand. {questions: [{field, options: [{values, points}], otherwise}], mapping}: an option scores only when exactly its values were chosen. mapping is {kind: "sum"}, {kind: "percentage", most}, {kind: "scale", factor} or {kind: "ranges", ranges: [{from, to, value}], otherwise}.',
});

export const testIn = z
  .strictObject({
    form: formIn,
    key: keyIn,
    duration_seconds: z.int().min(limits.testSeconds.least).max(limits.testSeconds.most),
  })
  .openapi('QualificationTest');

export const termsIn = {
  description: text(limits.descriptionChars * 2, 1),
  keywords: z.array(text(limits.keywordChars * 2)).max(limits.keywords),
  active: z.boolean().openapi({ description: 'Whether anybody can be given it now.' }),
  requestable: z.boolean().openapi({ description: 'Whether workers may ask for it.' }),
  auto_value: wholeValue
    .nullable()
    .openapi({ description: 'Granted at once with this value to whoever asks; not with a test.' }),
  retry_seconds: z
    .int()
    .min(0)
    .max(limits.retrySeconds)
    .nullable()
    .openapi({ description: 'From one request to the next; null: one request ever.' }),
  grant_days: z
    .int()
    .min(1)
    .max(limits.grantDays)
    .nullable()
    .openapi({ description: 'How long a grant counts; null: for good.' }),
};

export const nameIn = text(limits.nameChars * 2, 1);

export const typeView = z
  .strictObject({
    id,
    owner: partyRef,
    state: z.enum(TYPE_STATE_NAMES),
    name: z.string(),
    description: z.string(),
    keywords: z.array(z.string()),
    requestable: z.boolean(),
    auto_value: z.int().nullable(),
    retry_seconds: z.int().nullable(),
    grant_days: z.int().nullable(),
    test_seconds: z.int().nullable().openapi({ description: 'Null where there is no test.' }),
    graded: z.boolean().openapi({ description: 'Whether a key grades the test at once.' }),
    created_at: instant,
    changed_at: instant,
  })
  .openapi('QualificationType');

const example = {
  id: IDS.other,
  owner: CLIENT,
  state: 'active' as const,
  name: 'Spanish, written',
  description: 'Reads and writes Spanish well enough to sort messages.',
  keywords: ['spanish', 'language'],
  requestable: true,
  auto_value: null,
  retry_seconds: 604_800,
  grant_days: null,
  test_seconds: 600,
  graded: true,
  created_at: AT,
  changed_at: AT,
};

export const testExample = {
  form: {
    kind: 'form',
    fields: [
      { kind: 'choice', name: 'house', label: 'The house', options: ['la casa', 'el casa'] },
    ],
  },
  key: {
    questions: [{ field: 'house', options: [{ values: ['la casa'], points: 1 }], otherwise: 0 }],
    mapping: { kind: 'percentage', most: 1 },
  },
  duration_seconds: 600,
};

export const typeExample = example;

export const ownTypeView = extended(typeView, {
  test: testIn.nullable().openapi({ description: 'For the owner only.' }),
}).openapi('QualificationTypeWithTest');

export const ownTypeExample = { ...example, test: testExample };

export function presentType(type: TypeRow) {
  return {
    id: type.id,
    owner: { id: type.ownerId, name: type.ownerName, country: type.ownerCountry },
    state: type.state,
    name: type.name,
    description: type.description,
    keywords: type.keywords,
    requestable: type.requestable,
    auto_value: type.autoValue,
    retry_seconds: type.retrySeconds === null ? null : Number(type.retrySeconds),
    grant_days: type.grantDays,
    test_seconds: type.testSeconds,
    graded: type.graded === true,
    created_at: time(type.createdAt),
    changed_at: time(type.changedAt),
  };
}

export function presentTest(test: TestSight | null) {
  if (test === null) return null;
  return { form: test.form, key: test.key, duration_seconds: test.durationSeconds };
}

export const requestView = z
  .strictObject({
    id,
    type: z.strictObject({ id, name: z.string() }),
    client: partyRef,
    worker: partyRef,
    state: z.enum(REQUEST_STATE_NAMES),
    requested_at: instant,
    deadline: instant.nullable().openapi({ description: 'When the time of the test is over.' }),
    submitted_at: instant.nullable(),
    decided_at: instant.nullable(),
    value: z.int().nullable(),
    reason: z.string(),
  })
  .openapi('QualificationRequest');

export const requestExample = {
  id: IDS.request,
  type: { id: IDS.other, name: 'Spanish, written' },
  client: CLIENT,
  worker: FREELANCER,
  state: 'open' as const,
  requested_at: AT,
  deadline: LATER,
  submitted_at: null,
  decided_at: null,
  value: null,
  reason: '',
};

export const wholeRequestView = extended(requestView, {
  test: testIn
    .nullable()
    .openapi({ description: 'As it was when it was begun; the key is for its client only.' }),
  answers: z.record(z.string(), z.unknown()).nullable(),
}).openapi('QualificationRequestWithTest');

export const wholeRequestExample = {
  ...requestExample,
  test: { ...testExample, key: null },
  answers: null,
};

export function presentRequest(row: RequestRow) {
  return {
    id: row.id,
    type: { id: row.typeId, name: row.name },
    client: { id: row.ownerId, name: row.ownerName, country: row.ownerCountry },
    worker: { id: row.workerId, name: row.workerName, country: row.workerCountry },
    state: row.state,
    requested_at: time(row.requestedAt),
    deadline: timeOrNull(row.deadline),
    submitted_at: timeOrNull(row.submittedAt),
    decided_at: timeOrNull(row.decidedAt),
    value: row.value,
    reason: row.reason,
  };
}

export function presentWholeRequest(sight: RequestSight) {
  return { ...presentRequest(sight), test: presentTest(sight.test), answers: sight.answers };
}
