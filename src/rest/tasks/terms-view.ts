/** What a client writes down about tasks, as requests carry it, and the domain's terms of it. */
import { z } from '@hono/zod-openapi';
import { COMPARATORS, GUARDS, type Requirement } from '#domain/qualifications/requirement.ts';
import {
  TASK_LIMITS as limits,
  type OrderTerms,
  type TaskTerms,
} from '#domain/tasks/batch-terms.ts';
import { IDS, usd } from '../examples.ts';
import { type MoneyJson, minorOf, moneyJson } from '../present.ts';
import { count, id, money, orNull, text } from '../schema.ts';
import { formExample, formView } from './form-view.ts';

const DAY_SECONDS = 86_400;

export const requirementView = z
  .strictObject({
    qualification_id: id,
    comparator: z.enum(COMPARATORS),
    values: z
      .array(z.union([z.int(), text(10, 1)]))
      .max(30)
      .openapi({ description: 'Whole numbers, or places such as US and US-CA.' }),
    guards: z.enum(GUARDS).openapi({
      description: 'preview also keeps the content from who does not meet it, discover the batch.',
    }),
  })
  .openapi('TaskRequirement');

const requirementIn = requirementView.extend({
  values: requirementView.shape.values.default([]),
  guards: requirementView.shape.guards.default('accept'),
});

const seconds = (least: number, most: number) => z.int().min(least).max(most);
const tasksOfOne = count(1_000_000).nullable();

export const taskTermsIn = {
  title: text(limits.titleChars * 2, 1),
  description: text(limits.descriptionChars * 2),
  keywords: z.array(text(limits.keywordChars * 2)).max(limits.keywords),
  reward: money.openapi({ description: 'For one answer; the fee comes on top.' }),
  time_limit_seconds: seconds(limits.leastSeconds, limits.mostSeconds),
  auto_approval_seconds: seconds(0, limits.mostAutoApprovalSeconds).openapi({
    description: 'Silence approves an answer after this time.',
  }),
  requirements: z.array(requirementIn).max(10),
  form: formView,
};

export const orderTermsIn = {
  name: text(limits.titleChars * 2, 1).openapi({ description: 'For your own lists.' }),
  wanted_each: count(limits.wantedEach).openapi({ description: 'Answers for each task.' }),
  lifetime_seconds: seconds(limits.leastSeconds, limits.mostSeconds),
  gold_percent: z
    .int()
    .min(0)
    .max(50)
    .openapi({ description: 'The share of answers that go to gold tasks.' }),
  worker_limit: tasksOfOne.openapi({ description: 'Tasks that one worker may do here.' }),
  group_key: text(limits.groupChars * 2)
    .nullable()
    .openapi({ description: 'Batches of the same key share a limit of tasks for one worker.' }),
  group_limit: tasksOfOne,
  priority: z.int().min(-10).max(10),
  reopen_rejected: z
    .boolean()
    .openapi({ description: 'A rejection opens a slot more, and holds its money.' }),
  budget_cap: orNull(money),
  floor: orNull(money).openapi({
    description: 'Pay of an hour below which rewards are topped up, out of the reserve.',
  }),
  reserve: orNull(money),
  annotation: text(limits.annotationChars * 2),
};

const taskDefaults = {
  description: taskTermsIn.description.default(''),
  keywords: taskTermsIn.keywords.default([]),
  time_limit_seconds: taskTermsIn.time_limit_seconds.default(3_600),
  auto_approval_seconds: taskTermsIn.auto_approval_seconds.default(3 * DAY_SECONDS),
  requirements: taskTermsIn.requirements.default([]),
};

export const orderDefaults = {
  wanted_each: orderTermsIn.wanted_each.default(1),
  lifetime_seconds: orderTermsIn.lifetime_seconds.default(7 * DAY_SECONDS),
  gold_percent: orderTermsIn.gold_percent.default(0),
  worker_limit: orderTermsIn.worker_limit.default(null),
  group_key: orderTermsIn.group_key.default(null),
  group_limit: orderTermsIn.group_limit.default(null),
  priority: orderTermsIn.priority.default(0),
  reopen_rejected: orderTermsIn.reopen_rejected.default(false),
  budget_cap: orderTermsIn.budget_cap.default(null),
  floor: orderTermsIn.floor.default(null),
  reserve: orderTermsIn.reserve.default(null),
  annotation: orderTermsIn.annotation.default(''),
};

/** A whole task type: what is not given has its default. */
export const newTaskType = z.strictObject({ ...taskTermsIn, ...taskDefaults });

/** A whole batch. */
export const wholeBatch = z.strictObject({
  ...taskTermsIn,
  ...taskDefaults,
  ...orderTermsIn,
  ...orderDefaults,
});

export const taskTermsExample = {
  title: 'Name the colour of a thing',
  description: 'Look at the word and choose.',
  keywords: ['colour', 'quick'],
  reward: usd('0.05'),
  time_limit_seconds: 3_600,
  auto_approval_seconds: 259_200,
  requirements: [
    {
      qualification_id: IDS.other,
      comparator: 'GreaterThanOrEqualTo' as const,
      values: [80],
      guards: 'accept' as const,
    },
  ],
  form: formExample,
};

type TaskTermsIn = z.output<typeof newTaskType>;

export function readTaskTerms(given: TaskTermsIn): TaskTerms {
  const { currency } = given.reward;
  return {
    title: given.title,
    description: given.description,
    keywords: given.keywords,
    currency,
    rewardMinor: minorOf(given.reward, 'reward'),
    timeLimitSeconds: given.time_limit_seconds,
    autoApprovalSeconds: given.auto_approval_seconds,
    requirements: given.requirements.map(({ qualification_id, ...rest }) => {
      return { qualificationId: qualification_id, ...rest };
    }),
    form: given.form,
  };
}

type OrderTermsIn = Omit<z.output<typeof wholeBatch>, keyof TaskTermsIn>;

/** Every sum must be in the currency of the reward. */
export function readOrderTerms(given: OrderTermsIn, currency: string): OrderTerms {
  const minor = (sum: MoneyJson | null, field: string) =>
    sum === null ? null : minorOf(sum, field, currency);
  return {
    name: given.name,
    wantedEach: given.wanted_each,
    lifetimeSeconds: given.lifetime_seconds,
    goldPercent: given.gold_percent,
    workerLimit: given.worker_limit,
    groupKey: given.group_key,
    groupLimit: given.group_limit,
    priority: given.priority,
    reopenRejected: given.reopen_rejected,
    budgetCapMinor: minor(given.budget_cap, 'budget_cap'),
    floorMinor: minor(given.floor, 'floor'),
    reserveMinor: minor(given.reserve, 'reserve') ?? 0n,
    annotation: given.annotation,
  };
}

type StoredTerms = {
  title: string;
  description: string;
  keywords: readonly string[];
  currency: string;
  rewardMinor: bigint;
  timeLimitSeconds: number;
  autoApprovalSeconds: number;
  requirements: readonly Requirement[];
  form: object;
};

export const taskTermsView = {
  title: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  reward: taskTermsIn.reward,
  time_limit_seconds: z.int(),
  auto_approval_seconds: z.int(),
  requirements: z.array(requirementView),
  form: formView,
};

export function presentTaskTerms(terms: StoredTerms) {
  return {
    title: terms.title,
    description: terms.description,
    keywords: [...terms.keywords],
    reward: moneyJson(terms.rewardMinor, terms.currency),
    time_limit_seconds: terms.timeLimitSeconds,
    auto_approval_seconds: terms.autoApprovalSeconds,
    requirements: terms.requirements.map(presentRequirement),
    form: { ...terms.form },
  };
}

export function presentRequirement({ qualificationId, comparator, values, guards }: Requirement) {
  return { qualification_id: qualificationId, comparator, values: [...values], guards };
}
