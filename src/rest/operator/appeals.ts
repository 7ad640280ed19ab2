/** What tasks ask of an operator: appeals, and batches whose rejections were stopped. */
import { z } from '@hono/zod-openapi';
import { requireOperator } from '#domain/accounts/permission.ts';
import { REJECT_CLASSES, workId } from '#domain/assignments/assignment.ts';
import { decideAppeal } from '#domain/assignments/commands/appeal-rejection.ts';
import {
  type AssignmentSight,
  readAssignment,
} from '#domain/assignments/queries/assignment-page.ts';
import {
  type AppealRow,
  openAppeals,
  type StoppedBatch,
  stoppedBatches,
} from '#domain/assignments/queries/open-appeals.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { freeBreaker } from '#domain/tasks/commands/free-breaker.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, CLIENT, eventExample, FREELANCER, IDS, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { moneyJson, time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, list, money, page, paging, text } from '../schema.ts';
import { appealState, assignmentState } from '../tasks/assignment-view.ts';
import { fieldsView, formExample, formView, inputView } from '../tasks/form-view.ts';

const appealRow = z
  .strictObject({
    assignment_id: id,
    batch_id: id,
    title: z.string(),
    client_name: z.string(),
    worker_name: z.string(),
    words: z.string(),
    filed_at: instant,
  })
  .openapi('OpenAppeal');

const appealView = z
  .strictObject({
    assignment_id: id,
    batch_id: id,
    client: z.strictObject({ id, name: z.string() }),
    worker_id: id,
    state: assignmentState,
    title: z.string(),
    description: z.string(),
    form: formView,
    input: inputView,
    answer: fieldsView.nullable(),
    reward: money,
    held: money,
    submitted_at: instant.nullable(),
    active_seconds: z.int().nullable(),
    reject_reason: z.enum(REJECT_CLASSES).nullable(),
    feedback: z.string(),
    appeal: z.strictObject({ state: appealState, words: z.string(), verdict: z.string() }),
  })
  .openapi('Appeal');

const stopped = z
  .strictObject({
    batch_id: id,
    name: z.string(),
    client_name: z.string(),
    approved: z.int(),
    rejected: z.int(),
    stopped_at: instant,
  })
  .openapi('StoppedBatch');

const rowExample = {
  assignment_id: IDS.delivery,
  batch_id: IDS.project,
  title: 'Name the colour of a thing',
  client_name: CLIENT.name,
  worker_name: FREELANCER.name,
  words: 'The tomato in the picture is green.',
  filed_at: AT,
};

const example = {
  assignment_id: IDS.delivery,
  batch_id: IDS.project,
  client: { id: CLIENT.id, name: CLIENT.name },
  worker_id: IDS.freelancer,
  state: 'rejected' as const,
  title: rowExample.title,
  description: 'Look at the word and choose.',
  form: formExample,
  input: { thing: 'a tomato' },
  answer: { colour: 'green' },
  reward: usd('0.05'),
  held: usd('0.06'),
  submitted_at: AT,
  active_seconds: 9,
  reject_reason: 'wrong_answer' as const,
  feedback: 'A ripe tomato is red.',
  appeal: { state: 'open' as const, words: rowExample.words, verdict: '' },
};

const params = { assignmentId: id.openapi({ example: IDS.delivery }) };

export const operatorTaskOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/operator/appeals',
    id: 'listAppeals',
    tag: 'Operator',
    summary: 'Appeals that wait for a decision, the longest waiting first',
    scope: 'read',
    operator: true,
    query: paging,
    answer: { schema: page(appealRow), example: { items: [rowExample], next_cursor: null } },
    async handle({ db, actor, query: { cursor, limit } }) {
      const asked = { limit, ...(cursor === undefined ? {} : { cursor }) };
      const found = await openAppeals(db, actor, asked);
      return { body: { items: found.rows.map(presentRow), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/operator/appeals/{assignmentId}',
    id: 'getAppeal',
    tag: 'Operator',
    summary: 'One appeal: the task, the answer, the rejection and what the worker says',
    scope: 'read',
    operator: true,
    params,
    answer: { schema: appealView, example },
    async handle({ db, actor, params: { assignmentId } }) {
      return { body: await presentAppeal({ db, actor }, assignmentId) };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/appeals/{assignmentId}/decision',
    id: 'decideAppeal',
    tag: 'Operator',
    summary: 'Uphold an appeal, which pays the worker, or dismiss it, which frees the money',
    scope: 'money',
    operator: true,
    keyRequired: true,
    params,
    body: {
      schema: z.strictObject({ uphold: z.boolean(), verdict: text(4_000, 1) }),
      example: { uphold: true, verdict: 'The picture shows a green one.' },
    },
    answer: {
      schema: extended(appealView, { event: eventRef }).openapi('AppealActed'),
      example: {
        ...example,
        state: 'approved',
        held: usd('0.00'),
        appeal: { ...example.appeal, state: 'upheld', verdict: 'The picture shows a green one.' },
        event: eventExample(IDS.contract, 7),
      },
    },
    refuses: ['wrong_state', 'insufficient_funds', 'input_invalid'],
    async handle(call) {
      const { assignmentId } = call.params;
      const { seq } = await call.act(decideAppeal, { assignmentId, ...call.body }, assignmentId);
      const shown = await presentAppeal({ db: call.db, actor: call.sight }, assignmentId);
      const event = await eventOf(call, workId(shown.batch_id, shown.worker_id), seq);
      return { body: { ...shown, event } };
    },
  }),
  operation({
    method: 'get',
    path: '/operator/stopped-batches',
    id: 'listStoppedBatches',
    tag: 'Operator',
    summary: 'Batches whose rejections are a wave and were stopped',
    scope: 'read',
    operator: true,
    answer: {
      schema: list(stopped),
      example: {
        items: [
          {
            batch_id: IDS.project,
            name: 'Colours of November',
            client_name: CLIENT.name,
            approved: 12,
            rejected: 11,
            stopped_at: AT,
          },
        ],
      },
    },
    async handle({ db, actor }) {
      return { body: { items: (await stoppedBatches(db, actor)).map(presentStopped) } };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/batches/{batchId}/breaker',
    id: 'freeBreaker',
    tag: 'Operator',
    summary: 'Let the rejections of a batch go on, after a look at them',
    scope: 'work',
    operator: true,
    params: { batchId: id.openapi({ example: IDS.project }) },
    body: {
      schema: z.strictObject({ note: text(4_000, 1) }),
      example: { note: 'One worker answered all of them at random.' },
    },
    answer: {
      schema: z.strictObject({ batch_id: id, event: eventRef }).openapi('BreakerFreed'),
      example: { batch_id: IDS.project, event: eventExample(IDS.project, 9) },
    },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { batchId } = call.params;
      const { seq } = await call.act(freeBreaker, { batchId, note: call.body.note }, batchId);
      return { body: { batch_id: batchId, event: await eventOf(call, batchId, seq) } };
    },
  }),
];

async function presentAppeal({ db, actor }: { db: ReadDb; actor: Actor }, assignmentId: string) {
  requireOperator(actor);
  const row = await readAssignment(db, assignmentId);
  if (row.appeal === null) return refuse('not_found', { thing: 'appeal' });
  return present({ ...row, appeal: row.appeal });
}

type Appealed = Omit<AssignmentSight, 'side' | 'appeal'> & {
  appeal: NonNullable<AssignmentSight['appeal']>;
};

function present(row: Appealed) {
  return {
    assignment_id: row.id,
    batch_id: row.batchId,
    client: { id: row.clientId, name: row.clientName },
    worker_id: row.workerId,
    state: row.state,
    title: row.title,
    description: row.description,
    form: { ...row.form },
    input: row.input,
    answer: row.answer,
    reward: moneyJson(row.rewardMinor, row.currency),
    held: moneyJson(row.heldMinor, row.currency),
    submitted_at: timeOrNull(row.submittedAt),
    active_seconds: row.activeSeconds,
    reject_reason: row.rejectClass,
    feedback: row.feedback,
    appeal: { state: row.appeal, words: row.appealWords ?? '', verdict: row.verdict ?? '' },
  };
}

function presentRow(row: AppealRow) {
  return {
    assignment_id: row.assignmentId,
    batch_id: row.batchId,
    title: row.title,
    client_name: row.clientName,
    worker_name: row.workerName,
    words: row.words,
    filed_at: time(row.filedAt),
  };
}

function presentStopped(row: StoppedBatch) {
  return {
    batch_id: row.batchId,
    name: row.name,
    client_name: row.clientName,
    approved: row.approved,
    rejected: row.rejected,
    stopped_at: time(row.breakerAt),
  };
}
