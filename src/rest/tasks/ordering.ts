/** From the draft to the end of a batch: what it costs, and the acts on it. */
import { z } from '@hono/zod-openapi';
import { estimateSeconds } from '#domain/forms/estimate-seconds.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { cancelBatch, pauseBatch, resumeBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { extendBatch } from '#domain/tasks/commands/extend-batch.ts';
import { orderBatch } from '#domain/tasks/commands/order-batch.ts';
import { batchTasks } from '#domain/tasks/queries/batch-tasks.ts';
import { type BatchRow, findBatch } from '#domain/tasks/queries/find-batch.ts';
import { orderCost } from '#domain/tasks/queries/order-cost.ts';
import { similarPace } from '#domain/tasks/queries/similar-pace.ts';
import { hourlyPay } from '#domain/tasks/task-price.ts';
import type { ReadDb } from '#platform/database.ts';
import { IDS, LATER, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { minorOf, moneyJson, moneyOrNull } from '../present.ts';
import { id, instantIn, money, orNull } from '../schema.ts';
import { batchActed, batchActedExample } from './batch-view.ts';
import { presentBatchActed } from './batches.ts';

const params = { batchId: id.openapi({ example: IDS.project }) };
const total = money.optional().openapi({
  description: 'What it must cost; refused with terms_changed where it costs something else.',
});

const cost = z
  .strictObject({
    answers: z.int().openapi({ description: 'All that are wanted, those to gold tasks too.' }),
    gold_answers: z.int(),
    reward: money,
    fee: money.openapi({ description: 'For each answer.' }),
    rewards: money,
    fees: money,
    reserve: money,
    total: money.openapi({ description: 'What ordering puts into escrow.' }),
    pace: z.strictObject({
      seconds: z.int().openapi({ description: 'Of work for one answer.' }),
      source: z
        .enum(['measured', 'estimated'])
        .openapi({ description: 'In your batches of this kind, or from the form.' }),
    }),
    expected_hours: z.number().openapi({ description: 'Of work in all.' }),
    hourly_pay: orNull(money),
  })
  .openapi('OrderCost');

export const orderingOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/batches/{batchId}/cost',
    id: 'getOrderCost',
    tag: 'Tasks',
    summary: 'What ordering a draft costs, and what an hour of it pays',
    scope: 'read',
    params,
    answer: {
      schema: cost,
      example: {
        answers: 600,
        gold_answers: 0,
        reward: usd('0.05'),
        fee: usd('0.01'),
        rewards: usd('30.00'),
        fees: usd('6.00'),
        reserve: usd('0.00'),
        total: usd('36.00'),
        pace: { seconds: 14, source: 'measured' as const },
        expected_hours: 2.33,
        hourly_pay: usd('12.86'),
      },
    },
    refuses: ['wrong_state'],
    async handle({ db, actor, now, params: { batchId } }) {
      const batch = await findBatch(db, actor, batchId);
      if (batch.state !== 'draft') {
        refuse('wrong_state', { thing: 'batch', state: batch.state, act: 'order' });
      }
      return { body: await presentCost(db, batch, now) };
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/order',
    id: 'orderBatch',
    tag: 'Tasks',
    summary: 'Order a draft: its money goes into escrow, and workers see it',
    scope: 'money',
    keyRequired: true,
    params,
    body: { schema: z.strictObject({ total }), example: { total: usd('36.00') } },
    answer: { schema: batchActed, example: batchActedExample },
    refuses: [
      ...(['wrong_state', 'input_invalid', 'terms_changed', 'insufficient_funds'] as const),
      ...(['budget_exceeded', 'currency_mismatch', 'amount_invalid'] as const),
    ],
    async handle(call) {
      const { batchId } = call.params;
      const { currency } = await findBatch(call.db, call.sight, batchId);
      const input = { batchId, ...readTotal(call.body.total, currency) };
      const { seq } = await call.act(orderBatch, input, batchId);
      return { body: await presentBatchActed(call, { batchId, seq }) };
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/pause',
    id: 'pauseBatch',
    tag: 'Tasks',
    summary: 'Hand out no more tasks for now; what workers hold they may hand in',
    scope: 'work',
    params,
    answer: { schema: batchActed, example: { ...batchActedExample, state: 'paused' } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { batchId } = call.params;
      const { seq } = await call.act(pauseBatch, { batchId }, batchId);
      return { body: await presentBatchActed(call, { batchId, seq }) };
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/resume',
    id: 'resumeBatch',
    tag: 'Tasks',
    summary: 'Hand out tasks again',
    scope: 'work',
    params,
    answer: { schema: batchActed, example: batchActedExample },
    refuses: ['wrong_state'],
    async handle(call) {
      const { batchId } = call.params;
      const { seq } = await call.act(resumeBatch, { batchId }, batchId);
      return { body: await presentBatchActed(call, { batchId, seq }) };
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/cancellation',
    id: 'cancelBatch',
    tag: 'Tasks',
    summary: 'End a batch: the money of what nobody holds comes back within minutes',
    description: 'Answers that are held or handed in are decided and paid as agreed.',
    scope: 'money',
    keyRequired: true,
    params,
    answer: {
      schema: batchActed,
      example: { ...batchActedExample, state: 'closing', end_reason: 'cancelled' },
    },
    refuses: ['wrong_state'],
    async handle(call) {
      const { batchId } = call.params;
      const { seq } = await call.act(cancelBatch, { batchId }, batchId);
      return { body: await presentBatchActed(call, { batchId, seq }) };
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/extension',
    id: 'extendBatch',
    tag: 'Tasks',
    summary: 'More answers for each task, more time, or another cap; it is paid at once',
    description:
      'An ended batch is open again with the slots that nobody took; it needs an end in the future. The end of another only moves later, and what would change nothing is refused.',
    scope: 'money',
    keyRequired: true,
    params,
    body: {
      schema: z.strictObject({
        more_each: z.int().min(0).max(1_000).default(0),
        expires_at: instantIn.optional(),
        budget_cap: orNull(money).optional().openapi({ description: 'Null lifts it.' }),
        total,
      }),
      example: { more_each: 1, expires_at: LATER, total: usd('12.00') },
    },
    answer: { schema: batchActed, example: { ...batchActedExample, extending: true } },
    refuses: [
      ...(['wrong_state', 'input_invalid', 'terms_changed', 'insufficient_funds'] as const),
      ...(['budget_exceeded', 'currency_mismatch', 'amount_invalid', 'date_in_past'] as const),
      'change_pending',
    ],
    async handle(call) {
      const { batchId } = call.params;
      const { more_each: moreEach, expires_at: end, budget_cap: cap } = call.body;
      const { currency } = await findBatch(call.db, call.sight, batchId);
      const input = {
        batchId,
        moreEach,
        ...(end === undefined ? {} : { expiresAt: new Date(end) }),
        ...(cap === undefined
          ? {}
          : { budgetCapMinor: cap === null ? null : minorOf(cap, 'budget_cap', currency) }),
        ...readTotal(call.body.total, currency),
      };
      const { seq } = await call.act(extendBatch, input, batchId);
      return { body: await presentBatchActed(call, { batchId, seq }) };
    },
  }),
];

/** The total as the commands compare it. */
function readTotal(given: z.output<typeof total>, currency: string): { totalMinor?: string } {
  if (given === undefined) return {};
  return { totalMinor: minorOf(given, 'total', currency).toString() };
}

async function presentCost(db: ReadDb, batch: BatchRow, now: Date) {
  const { currency, rewardMinor } = batch;
  const sums = await orderCost(db, batch, now);
  const pace = await expectedPace(db, batch);
  const sum = (minor: bigint) => moneyJson(minor, currency);
  const hours = (Number(sums.wanted) * pace.seconds) / 3_600;
  return {
    answers: Number(sums.wanted),
    gold_answers: Number(sums.gold),
    reward: sum(rewardMinor),
    fee: sum(sums.feeMinor),
    rewards: sum(sums.rewardsMinor),
    fees: sum(sums.feesMinor),
    reserve: sum(sums.reserveMinor),
    total: sum(sums.totalMinor),
    pace,
    expected_hours: Math.round(hours * 100) / 100,
    hourly_pay: moneyOrNull(hourlyPay(rewardMinor, pace.seconds), currency),
  };
}

async function expectedPace(db: ReadDb, batch: BatchRow) {
  const { clientId, taskTypeId, title, id: batchId } = batch;
  const similar = await similarPace(db, { clientId, taskTypeId, title, batchId });
  if (similar !== null) return { seconds: similar.seconds, source: 'measured' as const };
  const { rows } = await batchTasks(db, batch, { limit: 1 });
  const seconds = Math.ceil(estimateSeconds(batch.form, rows[0]?.input ?? {}));
  return { seconds, source: 'estimated' as const };
}
