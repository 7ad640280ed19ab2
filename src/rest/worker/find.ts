import { z } from '@hono/zod-openapi';
import { requireWorkerReader } from '#domain/accounts/permission.ts';
import { findWork, type Seeker, type WorkQuestion } from '#domain/assignments/queries/find-work.ts';
import { offeredBatch } from '#domain/assignments/queries/offered-batch.ts';
import { WORK_SORTS } from '#domain/assignments/work-question.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { parseAmount } from '#domain/kernel/money.ts';
import { mayDo } from '#domain/qualifications/meets.ts';
import { heldQualifications } from '#domain/qualifications/queries/held-qualifications.ts';
import { requirementNames } from '#domain/qualifications/queries/requirement-names.ts';
import type { ReadDb } from '#platform/database.ts';
import { IDS } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { currency, id, instantIn, page, paging, text } from '../schema.ts';
import {
  offerExample,
  offeredExample,
  offeredView,
  offerView,
  presentOffer,
  presentOffered,
} from './offer-view.ts';

const sum = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,4})?$/, 'must be a decimal text such as "9.50"')
  .optional();

const query = {
  ...paging,
  q: text(200).optional().openapi({ description: 'Words to look for.', example: 'colour' }),
  sort: z.enum(WORK_SORTS).default('best'),
  qualified: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: 'true: only what you may take.' }),
  least_hourly: sum.openapi({ description: 'Pay of an hour, in the currency.', example: '9.50' }),
  least_reward: sum,
  currency: currency.default('USD').openapi({
    description: 'Of both sums; where one is given, only what pays in it is found.',
  }),
  client_id: id.optional(),
  since: instantIn.optional().openapi({ description: 'Only what was ordered after this.' }),
};

const asked = z.object(query);

export const findWorkOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/worker/batches',
    id: 'findWork',
    tag: 'Work',
    summary: 'Open batches with free tasks; to a worker only what is not closed to it',
    query,
    answer: { schema: page(offerView), example: { items: [offerExample], next_cursor: null } },
    refuses: ['amount_invalid'],
    async handle({ db, actor, now, query }) {
      const seeker = await seekerOf(db, actor, now);
      const found = await findWork(db, seeker, readQuestion(query));
      const all = found.rows.flatMap((offer) => offer.requirements);
      const names = await requirementNames(db, all);
      const items = found.rows.map((offer) => presentOffer(offer, names));
      return { body: { items, next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/worker/batches/{batchId}',
    id: 'getOfferedBatch',
    tag: 'Work',
    summary: 'A batch before your first task of it: terms, pay, form, and a task to look at',
    scope: 'read',
    params: { batchId: id.openapi({ example: IDS.project }) },
    answer: { schema: offeredView, example: offeredExample },
    async handle({ db, actor, now, params: { batchId } }) {
      const { memberId: workerId } = requireWorkerReader(actor);
      const held = await heldQualifications(db, workerId, now);
      const batch = await offeredBatch(db, { workerId, held }, batchId);
      const names = await requirementNames(db, batch.requirements);
      const mayPreview = mayDo('preview', batch.requirements, held);
      return { body: presentOffered(batch, { names, mayPreview }) };
    },
  }),
];

/** A person with what it holds; whoever acts for an organization looks as a visitor does. */
async function seekerOf(db: ReadDb, actor: MemberActor | null, now: Date): Promise<Seeker> {
  if (actor === null || actor.role !== 'self') return null;
  const { memberId: workerId } = actor;
  return { workerId, held: await heldQualifications(db, workerId, now) };
}

function readQuestion(given: z.output<typeof asked>): WorkQuestion {
  const { q, sort, qualified, cursor, limit, since, client_id: clientId } = given;
  const { least_hourly: hourly, least_reward: reward } = given;
  const minor = (amount: string, field: string) => parseAmount(amount, given.currency, field);
  const sums = hourly !== undefined || reward !== undefined;
  return {
    sort,
    limit,
    ...(q === undefined ? {} : { text: q }),
    ...(qualified === 'true' ? { qualified: true } : {}),
    ...(hourly === undefined ? {} : { leastHourlyMinor: minor(hourly, 'least_hourly') }),
    ...(reward === undefined ? {} : { leastRewardMinor: minor(reward, 'least_reward') }),
    ...(sums ? { currency: given.currency } : {}),
    ...(clientId === undefined ? {} : { clientId }),
    ...(since === undefined ? {} : { since: new Date(since) }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
