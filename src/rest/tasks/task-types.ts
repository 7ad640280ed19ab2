import { z } from '@hono/zod-openapi';
import { FORM_TEMPLATES } from '#domain/forms/gallery.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { archiveTaskType, saveTaskType } from '#domain/tasks/commands/save-task-type.ts';
import { findTaskType, type TaskTypeRow, taskTypes } from '#domain/tasks/queries/task-types.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, IDS, usd } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { moneyJson, time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, list, money, page, paging } from '../schema.ts';
import { formExample, formView, inputView } from './form-view.ts';
import {
  newTaskType,
  presentTaskTerms,
  readTaskTerms,
  taskTermsExample,
  taskTermsIn,
  taskTermsView,
} from './terms-view.ts';

const template = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    purpose: z.string(),
    title: z.string(),
    description: z.string(),
    keywords: z.array(z.string()),
    time_limit_seconds: z.int(),
    reward: money,
    form: formView,
    samples: z.array(inputView).openapi({ description: 'Rows to try it on.' }),
  })
  .openapi('TaskTemplate');

const view = z
  .strictObject({
    id,
    ...taskTermsView,
    created_at: instant,
    changed_at: instant,
    archived_at: instant.nullable(),
  })
  .openapi('TaskType');

const acted = extended(view, { event: eventRef }).openapi('TaskTypeActed');

const example = {
  id: IDS.proposal,
  ...taskTermsExample,
  created_at: AT,
  changed_at: AT,
  archived_at: null,
};
const actedExample = { ...example, event: eventExample(IDS.client, 47) };
const params = { taskTypeId: id.openapi({ example: IDS.proposal }) };
const TERMS_REFUSED = ['input_invalid', 'currency_unknown', 'amount_invalid'] as const;

export const taskTypeOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/task-templates',
    id: 'listTaskTemplates',
    tag: 'Tasks',
    summary: 'Ready task types to begin with',
    answer: {
      schema: list(template),
      example: {
        items: [
          {
            slug: 'colours',
            name: 'Colours',
            purpose: 'Name the colour of a thing.',
            title: taskTermsExample.title,
            description: taskTermsExample.description,
            keywords: taskTermsExample.keywords,
            time_limit_seconds: 3_600,
            reward: usd('0.05'),
            form: formExample,
            samples: [{ thing: 'a ripe tomato' }],
          },
        ],
      },
    },
    async handle() {
      return { body: { items: FORM_TEMPLATES.map(presentTemplate) } };
    },
  }),
  operation({
    method: 'get',
    path: '/task-types',
    id: 'listTaskTypes',
    tag: 'Tasks',
    summary: 'The task types of your party, newest first',
    scope: 'read',
    query: paging,
    answer: { schema: page(view), example: { items: [example], next_cursor: null } },
    async handle({ db, actor, query: { cursor, limit } }) {
      const found = await taskTypes(db, actor, {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { body: { items: found.rows.map(present), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/task-types',
    id: 'createTaskType',
    tag: 'Tasks',
    summary: 'Write down what one kind of task looks like and pays',
    scope: 'work',
    body: { schema: newTaskType, example: taskTermsExample },
    answer: { status: 201, schema: acted, example: actedExample },
    refuses: TERMS_REFUSED,
    async handle(call) {
      const { partyId } = call.actor;
      const input = { terms: readTaskTerms(call.body) };
      const { taskTypeId, seq } = await call.act(saveTaskType, input, partyId);
      const body = await presentActed(call, { taskTypeId, seq });
      return { body, location: `/task-types/${taskTypeId}` };
    },
  }),
  operation({
    method: 'get',
    path: '/task-types/{taskTypeId}',
    id: 'getTaskType',
    tag: 'Tasks',
    summary: 'One task type, archived ones too',
    scope: 'read',
    params,
    answer: { schema: view, example },
    async handle({ db, actor, params: { taskTypeId } }) {
      return { body: present(await findTaskType(db, actor, taskTypeId)) };
    },
  }),
  operation({
    method: 'patch',
    path: '/task-types/{taskTypeId}',
    id: 'changeTaskType',
    tag: 'Tasks',
    summary: 'Change parts of a task type; batches that were made from it keep what they were',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject(taskTermsIn).partial().openapi('TaskTypeChanges'),
      example: { reward: usd('0.06') },
    },
    answer: { schema: acted, example: { ...actedExample, reward: usd('0.06') } },
    refuses: TERMS_REFUSED,
    async handle(call) {
      const { taskTypeId } = call.params;
      const before = presentTaskTerms(await findTaskType(call.db, call.sight, taskTypeId));
      const input = { taskTypeId, terms: readTaskTerms(mergeTaskTerms(before, call.body)) };
      const { seq } = await call.act(saveTaskType, input, call.actor.partyId);
      return { body: await presentActed(call, { taskTypeId, seq }) };
    },
  }),
  operation({
    method: 'delete',
    path: '/task-types/{taskTypeId}',
    id: 'archiveTaskType',
    tag: 'Tasks',
    summary: 'Take a task type out of your list; batches that were made from it go on',
    scope: 'work',
    params,
    answer: { schema: acted, example: { ...actedExample, archived_at: AT } },
    async handle(call) {
      const { seq } = await call.act(archiveTaskType, call.params, call.actor.partyId);
      return { body: await presentActed(call, { ...call.params, seq }) };
    },
  }),
];

type TaskTermsJson = ReturnType<typeof presentTaskTerms>;
type Given = { [Name in keyof TaskTermsJson]?: TaskTermsJson[Name] | undefined };

/** What was given, and of the rest what was there before. */
export function mergeTaskTerms(before: TaskTermsJson, given: Given): TaskTermsJson {
  return {
    title: given.title ?? before.title,
    description: given.description ?? before.description,
    keywords: given.keywords ?? before.keywords,
    reward: given.reward ?? before.reward,
    time_limit_seconds: given.time_limit_seconds ?? before.time_limit_seconds,
    auto_approval_seconds: given.auto_approval_seconds ?? before.auto_approval_seconds,
    requirements: given.requirements ?? before.requirements,
    form: given.form ?? before.form,
  };
}

async function presentActed(
  call: { db: ReadDb; sight: MemberActor },
  { taskTypeId, seq }: { taskTypeId: string; seq: number },
) {
  const shown = present(await findTaskType(call.db, call.sight, taskTypeId));
  return { ...shown, event: await eventOf(call, call.sight.partyId, seq) };
}

function present(row: TaskTypeRow) {
  return {
    id: row.id,
    ...presentTaskTerms(row),
    created_at: time(row.createdAt),
    changed_at: time(row.changedAt),
    archived_at: timeOrNull(row.archivedAt),
  };
}

function presentTemplate(one: (typeof FORM_TEMPLATES)[number]) {
  const { slug, name, purpose, title, description, keywords, reward } = one;
  return {
    ...{ slug, name, purpose, title, description, keywords: [...keywords] },
    time_limit_seconds: one.timeLimitSeconds,
    reward: moneyJson(reward.amountMinor, reward.currency),
    form: { ...one.form },
    samples: one.samples.map((sample) => ({ ...sample })),
  };
}
