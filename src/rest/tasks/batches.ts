import { z } from '@hono/zod-openapi';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { BatchTerms } from '#domain/tasks/batch-terms.ts';
import { changeDraft, draftBatch } from '#domain/tasks/commands/draft-batch.ts';
import { dropDraft } from '#domain/tasks/commands/drop-draft.ts';
import { batchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { clientBatches } from '#domain/tasks/queries/client-batches.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { findTaskType } from '#domain/tasks/queries/task-types.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { id, page, paging } from '../schema.ts';
import {
  batchActed,
  batchActedExample,
  batchExample,
  batchRow,
  batchRowExample,
  batchState,
  batchView,
  presentBatch,
  presentBatchRow,
} from './batch-view.ts';
import { mergeTaskTerms } from './task-types.ts';
import {
  newTaskType,
  orderDefaults,
  orderTermsIn,
  presentTaskTerms,
  readOrderTerms,
  readTaskTerms,
  taskTermsExample,
  taskTermsIn,
  wholeBatch,
} from './terms-view.ts';

const params = { batchId: id.openapi({ example: IDS.project }) };
const TERMS_REFUSED = [
  'input_invalid',
  'currency_unknown',
  'currency_mismatch',
  'amount_invalid',
] as const;

const draftExample = {
  ...batchActedExample,
  state: 'draft' as const,
  ordered_at: null,
  expires_at: null,
};

/** Of a task type, or whole: then title, reward and form must be given. */
const newBatch = z
  .strictObject({
    task_type_id: id.nullable().default(null),
    ...z.strictObject(taskTermsIn).partial().shape,
    ...orderDefaults,
    name: orderTermsIn.name.optional().openapi({ description: 'The title when absent.' }),
  })
  .superRefine((given, context) => {
    if (given.task_type_id !== null) return;
    for (const name of ['title', 'reward', 'form'] as const) {
      if (given[name] !== undefined) continue;
      const message = 'must be given where no task_type_id is';
      context.addIssue({ code: 'custom', path: [name], message });
    }
  })
  .openapi('NewBatch');

export const batchOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/batches',
    id: 'listBatches',
    tag: 'Tasks',
    summary: 'The batches of your party, newest first',
    scope: 'read',
    query: { ...paging, state: batchState.optional() },
    answer: { schema: page(batchRow), example: { items: [batchRowExample], next_cursor: null } },
    async handle({ db, actor, query: { cursor, limit, state } }) {
      const found = await clientBatches(db, actor, {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        ...(state === undefined ? {} : { state }),
      });
      return { body: { items: found.rows.map(presentBatchRow), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/batches',
    id: 'draftBatch',
    tag: 'Tasks',
    summary: 'Begin a batch, from a task type or from nothing; only you see it until it is ordered',
    scope: 'work',
    body: {
      schema: newBatch,
      example: { task_type_id: IDS.proposal, name: 'Colours of November', wanted_each: 3 },
    },
    answer: { status: 201, schema: batchActed, example: draftExample },
    refuses: TERMS_REFUSED,
    async handle(call) {
      const terms = await readNewBatch(call, call.body);
      const taskTypeId = call.body.task_type_id;
      const input = { terms, ...(taskTypeId === null ? {} : { taskTypeId }) };
      const { batchId, seq } = await call.act(draftBatch, input, 'new');
      const body = await presentBatchActed(call, { batchId, seq });
      return { body, location: `/batches/${batchId}` };
    },
  }),
  operation({
    method: 'get',
    path: '/batches/{batchId}',
    id: 'getBatch',
    tag: 'Tasks',
    summary: 'A batch of yours: its terms, how far it is and what it costs',
    scope: 'read',
    params,
    answer: { schema: batchView, example: batchExample },
    async handle({ db, actor, now, params: { batchId } }) {
      return { body: await presentOwn({ db, sight: actor, now }, batchId) };
    },
  }),
  operation({
    method: 'put',
    path: '/batches/{batchId}',
    id: 'changeBatch',
    tag: 'Tasks',
    summary: 'Write a draft anew; once it has tasks, wanted_each stays',
    scope: 'work',
    params,
    body: {
      schema: wholeBatch.openapi('WholeBatch'),
      example: { ...taskTermsExample, name: 'Colours of December', wanted_each: 3 },
    },
    answer: { schema: batchActed, example: draftExample },
    refuses: [...TERMS_REFUSED, 'wrong_state'],
    async handle(call) {
      const { batchId } = call.params;
      const terms = readTaskTerms(call.body);
      const input = {
        batchId,
        terms: { ...terms, ...readOrderTerms(call.body, terms.currency) },
      };
      const { seq } = await call.act(changeDraft, input, batchId);
      return { body: await presentBatchActed(call, { batchId, seq }) };
    },
  }),
  operation({
    method: 'delete',
    path: '/batches/{batchId}',
    id: 'dropBatch',
    tag: 'Tasks',
    summary: 'Delete a draft with its tasks',
    scope: 'work',
    params,
    answer: {
      schema: z.strictObject({ id, dropped: z.literal(true) }).openapi('DroppedBatch'),
      example: { id: IDS.project, dropped: true as const },
    },
    refuses: ['wrong_state'],
    async handle(call) {
      const { batchId } = call.params;
      await pageByPage((part) => call.act(dropDraft, { batchId }, batchId, part));
      return { body: { id: batchId, dropped: true as const } };
    },
  }),
];

/** Does an act again under the one key until there is no more of it to do. */
export async function pageByPage(act: (part: string) => Promise<{ more: boolean }>): Promise<void> {
  for (let page = 1, more = true; more; page += 1) more = (await act(`page ${page}`)).more;
}

async function readNewBatch(
  call: { db: ReadDb; sight: MemberActor },
  given: z.output<typeof newBatch>,
): Promise<BatchTerms> {
  const { task_type_id: taskTypeId, name, ...rest } = given;
  const whole =
    taskTypeId === null
      ? newTaskType.parse(pickTaskTerms(rest))
      : mergeTaskTerms(presentTaskTerms(await findTaskType(call.db, call.sight, taskTypeId)), rest);
  const terms = readTaskTerms(whole);
  return { ...terms, ...readOrderTerms({ ...rest, name: name ?? whole.title }, terms.currency) };
}

function pickTaskTerms(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([name]) => name in taskTermsIn));
}

type Reader = { db: ReadDb; sight: MemberActor; now: Date };

async function presentOwn({ db, sight, now }: Reader, batchId: string) {
  const batch = await findBatch(db, sight, batchId);
  return presentBatch(batch, await batchProgress(db, batch, now));
}

/** The batch as it is after an act, with the act's event. */
export async function presentBatchActed(
  call: Reader,
  { batchId, seq }: { batchId: string; seq: number },
) {
  return { ...(await presentOwn(call, batchId)), event: await eventOf(call, batchId, seq) };
}
