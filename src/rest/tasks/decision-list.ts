/** Any number of answers decided by one request, in the background. */
import { z } from '@hono/zod-openapi';
import { requireMember } from '#domain/accounts/permission.ts';
import { stopDecisions } from '#domain/results/commands/carry-out-list.ts';
import { startDecisions } from '#domain/results/commands/start-decisions.ts';
import { type DecisionListView, decisionList } from '#domain/results/queries/decision-list.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { AT, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time } from '../present.ts';
import { id, instant } from '../schema.ts';
import { questionOf, reviewFilters } from './review-filters.ts';

const params = { batchId: id.openapi({ example: IDS.project }) };

const listView = z
  .strictObject({
    id,
    source: z.enum(['sheet', 'waiting']),
    state: z.enum(['running', 'done', 'stopped', 'failed']),
    total: z.int().openapi({ description: 'Answers, or rows of the sheet, that it is about.' }),
    looked: z.int(),
    approved: z.int(),
    rejected: z.int(),
    skipped: z.int(),
    skips: z
      .array(z.strictObject({ row: z.int(), assignment_id: id, why: z.string() }))
      .openapi({ description: 'The first that could not be decided so, and why.' }),
    asked_at: instant,
    touched_at: instant,
  })
  .openapi('DecisionList');

const example = {
  id: IDS.file,
  source: 'waiting' as const,
  state: 'running' as const,
  total: 12_000,
  looked: 4_400,
  approved: 4_400,
  rejected: 0,
  skipped: 0,
  skips: [],
  asked_at: AT,
  touched_at: AT,
};

export const decisionListOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/batches/{batchId}/decision-list',
    id: 'approveAllWaiting',
    tag: 'Tasks',
    summary: 'Approve all waiting answers that fit, however many, in the background',
    description:
      'Answers that come in later are not meant. GET the same path for the progress, DELETE it to stop.',
    scope: 'money',
    keyRequired: true,
    params,
    body: { schema: z.strictObject(reviewFilters), example: { agreement: 'most' } },
    answer: { status: 201, schema: listView, example: { ...example, looked: 0, approved: 0 } },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { batchId } = call.params;
      await call.act(startDecisions, { batchId, of: { question: questionOf(call.body) } }, batchId);
      const begun = await decisionList(call.db, call.sight, batchId);
      if (begun === null) throw new Error('A list that was begun is there');
      return { body: present(begun), location: `/batches/${batchId}/decision-list` };
    },
  }),
  operation({
    method: 'get',
    path: '/batches/{batchId}/decision-list',
    id: 'getDecisionList',
    tag: 'Tasks',
    summary: 'How far the last list of decisions of a batch is; list is null where there was none',
    scope: 'read',
    params,
    answer: {
      schema: z.strictObject({ list: listView.nullable() }).openapi('LastDecisionList'),
      example: { list: example },
    },
    async handle({ db, actor, params: { batchId } }) {
      requireMember(actor, 'see_work');
      const list = await decisionList(db, actor, batchId);
      return { body: { list: list === null ? null : present(list) } };
    },
  }),
  operation({
    method: 'delete',
    path: '/batches/{batchId}/decision-list',
    id: 'stopDecisionList',
    tag: 'Tasks',
    summary: 'Stop a list of decisions; what it has decided stays decided',
    scope: 'money',
    params,
    answer: { schema: listView, example: { ...example, state: 'stopped' } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { batchId } = call.params;
      await findBatch(call.db, call.sight, batchId);
      await call.act(stopDecisions, { batchId }, batchId);
      const stopped = await decisionList(call.db, call.sight, batchId);
      if (stopped === null) throw new Error('A list that was stopped is there');
      return { body: present(stopped) };
    },
  }),
];

function present(list: DecisionListView) {
  const { id: listId, source, state, total, looked, approved, rejected, skipped } = list;
  return {
    ...{ id: listId, source, state, total, looked, approved, rejected, skipped },
    skips: list.skips.map(({ row, assignmentId, why }) => {
      return { row, assignment_id: assignmentId, why };
    }),
    asked_at: time(list.askedAt),
    touched_at: time(list.touchedAt),
  };
}
