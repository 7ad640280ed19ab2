/** Work as a worker, or somebody who looks around, finds it; never the client's fee. */
import { z } from '@hono/zod-openapi';
import type { ClientRecord, WorkOffer } from '#domain/assignments/queries/find-work.ts';
import type { OfferedBatch } from '#domain/assignments/queries/offered-batch.ts';
import type { QualificationName } from '#domain/qualifications/queries/requirement-names.ts';
import type { Requirement } from '#domain/qualifications/requirement.ts';
import { AT, CLIENT, IDS, LATER, usd } from '../examples.ts';
import { moneyJson, moneyOrNull, time, timeOrNull } from '../present.ts';
import { id, instant, money, orNull } from '../schema.ts';
import { formExample, formView, inputView } from '../tasks/form-view.ts';
import { presentRequirement, requirementView } from '../tasks/terms-view.ts';

const clientRecord = z
  .strictObject({
    approved: z.int(),
    rejected: z.int(),
    appeals_upheld: z.int().openapi({ description: 'Rejections that an operator found wrong.' }),
    decision_seconds: z.int().nullable().openapi({ description: 'Mean time to a decision.' }),
    hourly_pay: orNull(money),
  })
  .openapi('TaskClientRecord');

const clientRef = z.strictObject({ id, name: z.string() });

const requirementSeen = requirementView
  .extend({ name: z.string().nullable() })
  .openapi('NamedRequirement');

export const offerView = z
  .strictObject({
    batch_id: id,
    client: clientRef,
    client_record: orNull(clientRecord),
    title: z.string(),
    description: z.string(),
    keywords: z.array(z.string()),
    requirements: z.array(requirementSeen),
    reward: money,
    time_limit_seconds: z.int(),
    available: z.int(),
    median_active_seconds: z.int().nullable(),
    hourly_pay: orNull(money).openapi({ description: 'At the median pace so far.' }),
    ordered_at: instant,
    expires_at: instant,
    may_preview: z.boolean(),
    may_accept: z.boolean().openapi({ description: 'Whether you meet every requirement.' }),
  })
  .openapi('WorkOffer');

export const offeredView = z
  .strictObject({
    batch_id: id,
    state: z.enum(['open', 'paused', 'closing', 'closed']),
    client: clientRef,
    title: z.string(),
    description: z.string(),
    keywords: z.array(z.string()),
    requirements: z.array(requirementSeen),
    missing: z
      .array(
        z.strictObject({
          qualification_id: id,
          name: z.string().nullable(),
          have: z.union([z.number(), z.string()]).nullable(),
        }),
      )
      .openapi({ description: 'What keeps you from taking a task.' }),
    may_accept: z.boolean(),
    reward: money,
    floor: orNull(money).openapi({ description: 'Pay of an hour that is made up for.' }),
    time_limit_seconds: z.int(),
    auto_approval_seconds: z.int(),
    worker_limit: z.int().nullable(),
    available: z.int(),
    median_active_seconds: z.int().nullable(),
    hourly_pay: orNull(money),
    expires_at: instant.nullable(),
    form: orNull(formView).openapi({ description: 'Null where you may not look.' }),
    sample: z
      .strictObject({ task_id: id, input: inputView })
      .nullable()
      .openapi({ description: 'A task to look at before you take one.' }),
    mine: z
      .strictObject({
        live: z.int(),
        waiting: z.int(),
        approved: z.int(),
        rejected: z.int(),
        earned: money,
      })
      .nullable(),
  })
  .openapi('OfferedBatch');

const requirementExample = {
  qualification_id: IDS.other,
  comparator: 'GreaterThanOrEqualTo' as const,
  values: [80],
  guards: 'accept' as const,
  name: 'Spanish, written',
};

export const offerExample = {
  batch_id: IDS.project,
  client: { id: CLIENT.id, name: CLIENT.name },
  client_record: {
    approved: 4_210,
    rejected: 31,
    appeals_upheld: 2,
    decision_seconds: 7_200,
    hourly_pay: usd('11.40'),
  },
  title: 'Name the colour of a thing',
  description: 'Look at the word and choose.',
  keywords: ['colour', 'quick'],
  requirements: [requirementExample],
  reward: usd('0.05'),
  time_limit_seconds: 3_600,
  available: 410,
  median_active_seconds: 14,
  hourly_pay: usd('12.86'),
  ordered_at: AT,
  expires_at: LATER,
  may_preview: true,
  may_accept: true,
};

const { client_record: _record, ordered_at: _ordered, may_preview: _may, ...known } = offerExample;

export const offeredExample = {
  ...known,
  state: 'open' as const,
  missing: [],
  floor: null,
  auto_approval_seconds: 259_200,
  worker_limit: null,
  form: formExample,
  sample: { task_id: IDS.milestone, input: { thing: 'a ripe tomato' } },
  mine: { live: 1, waiting: 3, approved: 12, rejected: 0, earned: usd('0.60') },
};

type Names = ReadonlyMap<string, QualificationName>;

export function presentOffer(offer: WorkOffer, names: Names) {
  const { currency } = offer;
  return {
    batch_id: offer.batchId,
    client: { id: offer.clientId, name: offer.clientName },
    client_record: offer.client && presentRecord(offer.client),
    title: offer.title,
    description: offer.description,
    keywords: offer.keywords,
    requirements: presentNamed(offer.requirements, names),
    reward: moneyJson(offer.rewardMinor, currency),
    time_limit_seconds: offer.timeLimitSeconds,
    available: Number(offer.available),
    median_active_seconds: offer.medianActiveSeconds,
    hourly_pay: moneyOrNull(offer.hourlyMinor, currency),
    ordered_at: time(offer.orderedAt),
    expires_at: time(offer.expiresAt),
    may_preview: offer.mayPreview,
    may_accept: offer.mayAccept,
  };
}

export function presentOffered(
  batch: OfferedBatch,
  { names, mayPreview }: { names: Names; mayPreview: boolean },
) {
  const { currency, mine, sample } = batch;
  return {
    batch_id: batch.id,
    state: batch.state,
    client: { id: batch.clientId, name: batch.clientName },
    title: batch.title,
    description: batch.description,
    keywords: batch.keywords,
    requirements: presentNamed(batch.requirements, names),
    missing: batch.missing.map(({ requirement: { qualificationId }, have }) => ({
      qualification_id: qualificationId,
      name: names.get(qualificationId)?.name ?? null,
      have,
    })),
    may_accept: batch.mayAccept,
    reward: moneyJson(batch.rewardMinor, currency),
    floor: moneyOrNull(batch.floorMinor, currency),
    time_limit_seconds: batch.timeLimitSeconds,
    auto_approval_seconds: batch.autoApprovalSeconds,
    worker_limit: batch.workerLimit,
    available: Number(batch.available),
    median_active_seconds: batch.medianActiveSeconds,
    hourly_pay: moneyOrNull(batch.hourlyMinor, currency),
    expires_at: timeOrNull(batch.expiresAt),
    form: mayPreview || mine !== null ? { ...batch.form } : null,
    sample: sample && { task_id: sample.taskId, input: sample.input },
    mine: mine && {
      live: mine.live,
      waiting: mine.waiting,
      approved: mine.approved,
      rejected: mine.rejected,
      earned: moneyJson(mine.earnedMinor, currency),
    },
  };
}

function presentRecord(record: ClientRecord) {
  const { hourlyMinor, hourlyCurrency } = record;
  return {
    approved: Number(record.approved),
    rejected: Number(record.rejected),
    appeals_upheld: Number(record.appealsUpheld),
    decision_seconds: record.decisionSeconds,
    hourly_pay: hourlyCurrency === null ? null : moneyOrNull(hourlyMinor, hourlyCurrency),
  };
}

function presentNamed(requirements: readonly Requirement[], names: Names) {
  return requirements.map((one) => {
    return { ...presentRequirement(one), name: names.get(one.qualificationId)?.name ?? null };
  });
}
