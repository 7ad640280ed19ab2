/** Answers to look at. */
import { z } from '@hono/zod-openapi';
import { REJECT_CLASSES } from '#domain/assignments/assignment.ts';
import { assignmentPage } from '#domain/assignments/queries/assignment-page.ts';
import {
  REVIEW_STATES,
  type ReviewRow,
  type ReviewState,
  reviewList,
} from '#domain/assignments/queries/review-list.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { AT, IDS, LATER, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { moneyJson, time, timeOrNull } from '../present.ts';
import { id, instant, money, page, paging, text } from '../schema.ts';
import {
  appealState,
  assignmentExample,
  assignmentState,
  assignmentView,
  presentAssignment,
} from './assignment-view.ts';
import { fieldsView, inputView } from './form-view.ts';
import { given, questionOf, reviewFilters } from './review-filters.ts';

const reviewed = z
  .strictObject({
    id,
    task: z.strictObject({
      id,
      number: z.int(),
      gold: z.boolean(),
      input: inputView,
      key: fieldsView.nullable(),
    }),
    worker_id: id,
    state: assignmentState,
    answer: fieldsView,
    reward: money,
    fee: money,
    bonus: money,
    accepted_at: instant,
    submitted_at: instant,
    decided_at: instant.nullable(),
    decided_by_rule: z.boolean(),
    due_at: instant.nullable(),
    active_seconds: z.int(),
    gold_right: z.boolean().nullable(),
    answers: z.int().openapi({ description: 'All answers to the same task.' }),
    same: z.int().openapi({ description: 'Of these, the ones that say the same.' }),
    reject_reason: z.enum(REJECT_CLASSES).nullable(),
    feedback: z.string(),
    versions: z.int(),
    appeal: appealState.nullable(),
    worker_here: z
      .strictObject({
        approved: z.int(),
        rejected: z.int(),
        gold_right: z.int(),
        gold_wrong: z.int(),
      })
      .openapi({ description: 'What came of the work of this worker in this batch.' }),
  })
  .openapi('ReviewedAnswer');

const example = {
  id: IDS.delivery,
  task: {
    id: IDS.milestone,
    number: 7,
    gold: false,
    input: { thing: 'a ripe tomato' },
    key: null,
  },
  worker_id: IDS.freelancer,
  state: 'submitted' as const,
  answer: { colour: 'red' },
  reward: usd('0.05'),
  fee: usd('0.01'),
  bonus: usd('0.00'),
  accepted_at: AT,
  submitted_at: AT,
  decided_at: null,
  decided_by_rule: false,
  due_at: LATER,
  active_seconds: 9,
  gold_right: null,
  answers: 3,
  same: 2,
  reject_reason: null,
  feedback: '',
  versions: 1,
  appeal: null,
  worker_here: { approved: 41, rejected: 1, gold_right: 4, gold_wrong: 0 },
};

const filters = {
  states: text(60)
    .optional()
    .openapi({ description: 'With commas: submitted, approved, rejected.', example: 'submitted' }),
  ...reviewFilters,
};

export const reviewOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/batches/{batchId}/assignments',
    id: 'listAnswers',
    tag: 'Tasks',
    summary: 'The answers of a batch, longest waiting first',
    scope: 'read',
    params: { batchId: id.openapi({ example: IDS.project }) },
    query: { ...paging, ...filters },
    answer: { schema: page(reviewed), example: { items: [example], next_cursor: null } },
    refuses: ['input_invalid'],
    async handle({ db, actor, params: { batchId }, query }) {
      const batch = await findBatch(db, actor, batchId);
      const { states, cursor, limit } = query;
      const asked = { states: readStates(states), limit, ...questionOf(query) };
      const found = await reviewList(db, batch, { ...asked, ...given({ cursor }) });
      const items = found.rows.map((row) => presentReviewed(row, batch.currency));
      return { body: { items, next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/assignments/{assignmentId}',
    id: 'getAssignment',
    tag: 'Tasks',
    summary: 'One assignment, for its worker or its client',
    scope: 'read',
    params: { assignmentId: id.openapi({ example: IDS.delivery }) },
    answer: { schema: assignmentView, example: assignmentExample },
    async handle({ db, actor, params: { assignmentId } }) {
      return { body: presentAssignment(await assignmentPage(db, actor, assignmentId)) };
    },
  }),
];

function readStates(states: string | undefined): readonly ReviewState[] {
  if (states === undefined) return REVIEW_STATES;
  return states.split(',').map((name) => {
    const known = REVIEW_STATES.find((state) => state === name.trim());
    return known ?? refuse('input_invalid', { rule: 'not_listed' }, 'states');
  });
}

function presentReviewed(row: ReviewRow, currency: string) {
  const { number, gold, input, key } = row;
  return {
    id: row.id,
    task: { id: row.taskId, number, gold, input, key },
    worker_id: row.workerId,
    state: row.state,
    answer: row.answer,
    reward: moneyJson(row.rewardMinor, currency),
    fee: moneyJson(row.feeMinor, currency),
    bonus: moneyJson(row.bonusMinor, currency),
    accepted_at: time(row.acceptedAt),
    submitted_at: time(row.submittedAt),
    decided_at: timeOrNull(row.decidedAt),
    decided_by_rule: row.decidedByRule,
    due_at: timeOrNull(row.dueAt),
    active_seconds: row.activeSeconds,
    gold_right: row.goldRight,
    answers: row.answers,
    same: row.same,
    reject_reason: REJECT_CLASSES.find((known) => known === row.rejectClass) ?? null,
    feedback: row.feedback,
    versions: row.versions,
    appeal: row.appeal,
    worker_here: {
      approved: row.workerApproved,
      rejected: row.workerRejected,
      gold_right: row.workerGoldRight,
      gold_wrong: row.workerGoldWrong,
    },
  };
}
