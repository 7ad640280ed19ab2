/** A milestone with its deliveries as answers show it. */
import { z } from '@hono/zod-openapi';
import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { AT, eventExample, IDS, LATER, usd } from '../examples.ts';
import { moneyJson, time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, money } from '../schema.ts';

const attached = z.strictObject({
  id,
  name: z.string(),
  media_type: z.string(),
  size_bytes: z.int(),
});

const delivery = z
  .strictObject({
    id,
    number: z.int(),
    note: z.string(),
    delivered_at: instant,
    answer: z.enum(['accepted', 'changes_requested']).nullable(),
    answer_note: z.string(),
    answered_at: instant.nullable(),
    files: z.array(attached),
  })
  .openapi('Delivery');

export const milestoneView = z
  .strictObject({
    id,
    contract_id: id,
    position: z.int(),
    title: z.string(),
    details: z.string(),
    state: z.enum([
      'agreed',
      'funded',
      'delivered',
      'changes_requested',
      'accepted',
      'paid',
      'refunded',
      'split',
      'dropped',
    ]),
    amount: money,
    client_fee: money,
    due_on: z.string().nullable(),
    funded_at: instant.nullable(),
    delivered_at: instant.nullable(),
    accept_by: instant.nullable().openapi({ description: 'When silence accepts.' }),
    settled_at: instant.nullable(),
    accepted_by_rule: z.boolean().nullable(),
    paid: z
      .strictObject({ gross: money, fee: money, to_freelancer: money, to_client: money })
      .nullable()
      .openapi({ description: 'Where the money went, once it left escrow.' }),
    deliveries: z.array(delivery).openapi({ description: 'Newest first.' }),
  })
  .openapi('Milestone');

export const milestoneActed = extended(milestoneView, { event: eventRef }).openapi(
  'MilestoneActed',
);

export const milestoneExample = {
  id: IDS.milestone,
  contract_id: IDS.contract,
  position: 1,
  title: 'Clay models',
  details: '',
  state: 'delivered' as const,
  amount: usd('600.00'),
  client_fee: usd('0.00'),
  due_on: '2026-11-26',
  funded_at: AT,
  delivered_at: AT,
  accept_by: LATER,
  settled_at: null,
  accepted_by_rule: null,
  paid: null,
  deliveries: [
    {
      id: IDS.delivery,
      number: 1,
      note: 'Both models, with the light as agreed.',
      delivered_at: AT,
      answer: null,
      answer_note: '',
      answered_at: null,
      files: [
        { id: IDS.file, name: 'models.zip', media_type: 'application/zip', size_bytes: 9200 },
      ],
    },
  ],
};

export const milestoneActedExample = { ...milestoneExample, event: eventExample(IDS.contract, 4) };

export function presentMilestone(row: MilestoneSight, currency: string) {
  const { grossMinor, feeMinor, toFreelancerMinor, toClientMinor } = row;
  return {
    id: row.id,
    contract_id: row.contractId,
    position: row.position,
    title: row.title,
    details: row.details,
    state: row.state,
    amount: moneyJson(row.amountMinor, currency),
    client_fee: moneyJson(row.clientFeeMinor, currency),
    due_on: row.dueOn,
    funded_at: timeOrNull(row.fundedAt),
    delivered_at: timeOrNull(row.deliveredAt),
    accept_by: timeOrNull(row.acceptBy),
    settled_at: timeOrNull(row.settledAt),
    accepted_by_rule: row.acceptedByRule,
    paid:
      row.settledAt === null
        ? null
        : {
            gross: moneyJson(grossMinor ?? 0n, currency),
            fee: moneyJson(feeMinor ?? 0n, currency),
            to_freelancer: moneyJson(toFreelancerMinor ?? 0n, currency),
            to_client: moneyJson(toClientMinor ?? 0n, currency),
          },
    deliveries: row.deliveries.map((one) => ({
      id: one.id,
      number: one.number,
      note: one.note,
      delivered_at: time(one.deliveredAt),
      answer: one.answer,
      answer_note: one.answerNote,
      answered_at: timeOrNull(one.answeredAt),
      files: one.files.map(({ id, name, mediaType, sizeBytes }) => ({
        id,
        name,
        media_type: mediaType,
        size_bytes: Number(sizeBytes),
      })),
    })),
  };
}
