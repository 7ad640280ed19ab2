/** A batch as its client sees it: terms, state, how far it is and what it costs. */
import { z } from '@hono/zod-openapi';
import type { BatchState } from '#domain/tasks/batch.ts';
import type { BatchProgress } from '#domain/tasks/queries/batch-progress.ts';
import type { ClientBatch } from '#domain/tasks/queries/client-batches.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import { AT, eventExample, IDS, LATER, usd } from '../examples.ts';
import { moneyJson, moneyOrNull, time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, money, orNull } from '../schema.ts';
import { presentTaskTerms, taskTermsExample, taskTermsView } from './terms-view.ts';

const STATES = [
  'draft',
  'open',
  'paused',
  'closing',
  'closed',
] as const satisfies readonly BatchState[];
export const batchState = z.enum(STATES);

export const batchRow = z
  .strictObject({
    id,
    state: batchState,
    name: z.string(),
    title: z.string(),
    reward: money,
    tasks: z.int(),
    wanted: z.int(),
    available: z.int(),
    live: z.int(),
    waiting: z.int(),
    approved: z.int(),
    rejected: z.int(),
    workers: z.int(),
    paid: money,
    median_active_seconds: z.int().nullable(),
    hourly_pay: orNull(money),
    created_at: instant,
    ordered_at: instant.nullable(),
    expires_at: instant.nullable(),
  })
  .openapi('BatchRow', { description: 'With the sums of the last minute.' });

const progressView = z
  .strictObject({
    wanted: z.int().openapi({ description: 'Answers that were ordered.' }),
    open: z.int().openapi({ description: 'Wanted, and neither held nor handed in.' }),
    live: z.int().openapi({ description: 'Held by workers now.' }),
    waiting: z.int().openapi({ description: 'Handed in and not decided.' }),
    approved: z.int(),
    rejected: z.int(),
    returned: z.int(),
    abandoned: z.int(),
    workers: z.int(),
    gold_right: z.int(),
    gold_wrong: z.int(),
    last_hour: z.int().openapi({ description: 'Answers handed in within the last hour.' }),
    expected_end: instant.nullable(),
    median_active_seconds: z.int().nullable(),
    hourly_pay: orNull(money),
    funded: money.openapi({ description: 'All that ever came from your wallet.' }),
    rewards: money,
    bonuses: money,
    top_ups: money,
    fees: money,
    held: money.openapi({ description: 'In escrow now.' }),
    returned_money: money.openapi({ description: 'Back in your wallet.' }),
  })
  .openapi('BatchProgress');

export const batchView = z
  .strictObject({
    id,
    state: batchState,
    end_reason: z.enum(['completed', 'expired', 'cancelled']).nullable(),
    task_type_id: id.nullable(),
    name: z.string(),
    ...taskTermsView,
    variables: z
      .array(z.string())
      .openapi({ description: 'What the inputs of its tasks are called.' }),
    fee: money.openapi({ description: 'On top of each reward.' }),
    wanted_each: z.int(),
    tasks: z.int(),
    gold_tasks: z.int(),
    gold_percent: z.int(),
    worker_limit: z.int().nullable(),
    group_key: z.string().nullable(),
    group_limit: z.int().nullable(),
    priority: z.int(),
    lifetime_seconds: z.int(),
    reopen_rejected: z.boolean(),
    budget_cap: orNull(money),
    floor: orNull(money),
    reserve: money,
    annotation: z.string(),
    rejections_stopped: z
      .boolean()
      .openapi({ description: 'Until an operator has looked at a wave of rejections.' }),
    extending: z
      .boolean()
      .openapi({ description: 'Slots of an extension are still being given to the tasks.' }),
    created_at: instant,
    ordered_at: instant.nullable(),
    expires_at: instant.nullable(),
    ended_at: instant.nullable(),
    progress: progressView,
  })
  .openapi('Batch');

export const batchActed = extended(batchView, { event: eventRef }).openapi('BatchActed');

export const batchRowExample = {
  id: IDS.project,
  state: 'open' as const,
  name: 'Colours of November',
  title: taskTermsExample.title,
  reward: usd('0.05'),
  tasks: 200,
  wanted: 600,
  available: 410,
  live: 8,
  waiting: 32,
  approved: 148,
  rejected: 2,
  workers: 11,
  paid: usd('7.40'),
  median_active_seconds: 14,
  hourly_pay: usd('12.86'),
  created_at: AT,
  ordered_at: AT,
  expires_at: LATER,
};

const { available: _a, paid: _p, reward: _r, ...counts } = batchRowExample;

export const batchExample = {
  ...taskTermsExample,
  id: IDS.project,
  state: 'open' as const,
  end_reason: null,
  task_type_id: IDS.proposal,
  name: counts.name,
  variables: ['thing'],
  fee: usd('0.01'),
  wanted_each: 3,
  tasks: 200,
  gold_tasks: 0,
  gold_percent: 0,
  worker_limit: null,
  group_key: null,
  group_limit: null,
  priority: 0,
  lifetime_seconds: 604_800,
  reopen_rejected: true,
  budget_cap: usd('50.00'),
  floor: null,
  reserve: usd('0.00'),
  annotation: '',
  rejections_stopped: false,
  extending: false,
  created_at: AT,
  ordered_at: AT,
  expires_at: LATER,
  ended_at: null,
  progress: {
    wanted: 600,
    open: 410,
    live: 8,
    waiting: 32,
    approved: 148,
    rejected: 2,
    returned: 5,
    abandoned: 1,
    workers: 11,
    gold_right: 0,
    gold_wrong: 0,
    last_hour: 96,
    expected_end: LATER,
    median_active_seconds: 14,
    hourly_pay: usd('12.86'),
    funded: usd('36.00'),
    rewards: usd('7.40'),
    bonuses: usd('0.00'),
    top_ups: usd('0.00'),
    fees: usd('1.48'),
    held: usd('27.12'),
    returned_money: usd('0.00'),
  },
};

export const batchActedExample = { ...batchExample, event: eventExample(IDS.project, 3) };

export function presentBatchRow(row: ClientBatch) {
  return {
    id: row.batchId,
    state: batchState.parse(row.state),
    name: row.name,
    title: row.title,
    reward: moneyJson(row.rewardMinor, row.currency),
    tasks: row.tasks,
    wanted: Number(row.wanted),
    available: Number(row.available),
    live: row.live,
    waiting: row.waiting,
    approved: row.approved,
    rejected: row.rejected,
    workers: row.workers,
    paid: moneyJson(row.paidMinor, row.currency),
    median_active_seconds: row.medianActiveSeconds,
    hourly_pay: moneyOrNull(row.hourlyMinor, row.currency),
    created_at: time(row.createdAt),
    ordered_at: timeOrNull(row.orderedAt),
    expires_at: timeOrNull(row.expiresAt),
  };
}

export function presentBatch(batch: BatchRow, progress: BatchProgress) {
  const { currency } = batch;
  const ordered = batch.state !== 'draft';
  return {
    id: batch.id,
    state: batch.state,
    end_reason: batch.endReason,
    task_type_id: batch.taskTypeId,
    name: batch.name,
    ...presentTaskTerms(batch),
    variables: batch.variables,
    fee: moneyJson(batch.feeMinor, currency),
    wanted_each: batch.wantedEach,
    tasks: batch.tasks,
    gold_tasks: batch.goldTasks,
    gold_percent: batch.goldPercent,
    worker_limit: batch.workerLimit,
    group_key: batch.groupKey,
    group_limit: batch.groupLimit,
    priority: batch.priority,
    lifetime_seconds: batch.lifetimeSeconds,
    reopen_rejected: batch.reopenRejected,
    budget_cap: moneyOrNull(batch.budgetCapMinor, currency),
    floor: moneyOrNull(batch.floorMinor, currency),
    reserve: moneyJson(ordered ? batch.reserveMinor : batch.reserveWantedMinor, currency),
    annotation: batch.annotation,
    rejections_stopped: batch.breakerAt !== null && batch.breakerFreedAt === null,
    extending: batch.widenEach !== null,
    created_at: time(batch.createdAt),
    ordered_at: timeOrNull(batch.orderedAt),
    expires_at: timeOrNull(batch.expiresAt),
    ended_at: timeOrNull(batch.endedAt),
    progress: presentProgress(progress, currency),
  };
}

function presentProgress(progress: BatchProgress, currency: string) {
  const { live, waiting, approved, rejected, returned, abandoned, workers } = progress;
  const sum = (minor: bigint) => moneyJson(minor, currency);
  return {
    wanted: Number(progress.wanted),
    open: Number(progress.open),
    ...{ live, waiting, approved, rejected, returned, abandoned, workers },
    gold_right: progress.goldRight,
    gold_wrong: progress.goldWrong,
    last_hour: progress.lastHour,
    expected_end: timeOrNull(progress.expectedEnd),
    median_active_seconds: progress.medianActiveSeconds,
    hourly_pay: moneyOrNull(progress.hourlyMinor, currency),
    funded: sum(progress.fundedMinor),
    rewards: sum(progress.rewardsMinor),
    bonuses: sum(progress.bonusMinor),
    top_ups: sum(progress.topUpMinor),
    fees: sum(progress.feesMinor),
    held: sum(progress.heldMinor),
    // Read a moment after the rest of the batch, it may be ahead of it.
    returned_money: sum(progress.returnedMinor < 0n ? 0n : progress.returnedMinor),
  };
}
