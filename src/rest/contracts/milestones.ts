import { z } from '@hono/zod-openapi';
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { refundMilestone } from '#domain/contracts/commands/refund-milestone.ts';
import { requestChanges } from '#domain/contracts/commands/request-changes.ts';
import { milestonePage } from '#domain/contracts/queries/milestone-page.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, IDS, LATER, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { fileIds } from '../projects/project-view.ts';
import { id, text } from '../schema.ts';
import {
  milestoneActed,
  milestoneActedExample,
  milestoneExample,
  milestoneView,
  presentMilestone,
} from './milestone-view.ts';

const params = { milestoneId: id.openapi({ example: IDS.milestone }) };
const note = text(5_000, 1);
const undelivered = {
  ...milestoneActedExample,
  delivered_at: null,
  accept_by: null,
  deliveries: [],
};
const settled = { ...milestoneActedExample, accept_by: null, settled_at: LATER };

export const milestoneOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/milestones/{milestoneId}',
    id: 'getMilestone',
    tag: 'Contracts',
    summary: 'One milestone with its deliveries',
    scope: 'read',
    params,
    answer: { schema: milestoneView, example: milestoneExample },
    async handle({ db, actor, params }) {
      const { page, milestone } = await milestonePage(db, actor, params.milestoneId);
      return { body: presentMilestone(milestone, page.contract.currency) };
    },
  }),
  operation({
    method: 'post',
    path: '/milestones/{milestoneId}/funding',
    id: 'fundMilestone',
    tag: 'Contracts',
    summary: "The client puts the milestone's amount into escrow",
    scope: 'money',
    keyRequired: true,
    params,
    answer: { schema: milestoneActed, example: { ...undelivered, state: 'funded' } },
    refuses: ['wrong_state', 'contract_not_active', 'insufficient_funds', 'change_pending'],
    async handle(call) {
      const { milestoneId } = call.params;
      const { seq } = await call.act(fundMilestone, { milestoneId }, milestoneId);
      return { body: await presentActed(call, milestoneId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/milestones/{milestoneId}/deliveries',
    id: 'deliverMilestone',
    tag: 'Contracts',
    summary: 'The freelancer hands in; from now on silence accepts',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({ note, file_ids: fileIds.default([]) }),
      example: { note: 'Both models, with the light as agreed.', file_ids: [IDS.file] },
    },
    answer: { status: 201, schema: milestoneActed, example: milestoneActedExample },
    refuses: ['wrong_state', 'contract_not_active', 'too_many_files', 'deliveries_unanswered'],
    async handle(call) {
      const { milestoneId } = call.params;
      const { note, file_ids: fileIds } = call.body;
      const { seq } = await call.act(deliverMilestone, { milestoneId, note, fileIds }, milestoneId);
      return {
        body: await presentActed(call, milestoneId, seq),
        location: `/milestones/${milestoneId}`,
      };
    },
  }),
  operation({
    method: 'post',
    path: '/milestones/{milestoneId}/change-requests',
    id: 'requestChanges',
    tag: 'Contracts',
    summary: 'The client asks for changes: the clock stops, the money stays',
    scope: 'money',
    params,
    body: {
      schema: z.strictObject({ note }),
      example: { note: 'The entrance is on the other side.' },
    },
    answer: {
      status: 201,
      schema: milestoneActed,
      example: { ...milestoneActedExample, state: 'changes_requested', accept_by: null },
    },
    refuses: ['wrong_state', 'contract_not_active'],
    async handle(call) {
      const { milestoneId } = call.params;
      const input = { milestoneId, note: call.body.note };
      const { seq } = await call.act(requestChanges, input, milestoneId);
      return {
        body: await presentActed(call, milestoneId, seq),
        location: `/milestones/${milestoneId}`,
      };
    },
  }),
  operation({
    method: 'post',
    path: '/milestones/{milestoneId}/acceptance',
    id: 'acceptMilestone',
    tag: 'Contracts',
    summary: 'The client says yes: the escrow is paid in the same act',
    scope: 'money',
    keyRequired: true,
    params,
    body: {
      schema: z.strictObject({ note: text(5_000).default('') }),
      example: { note: 'Just as we hoped.' },
    },
    answer: {
      schema: milestoneActed,
      example: {
        ...settled,
        state: 'paid',
        accepted_by_rule: false,
        paid: {
          gross: usd('600.00'),
          fee: usd('60.00'),
          to_freelancer: usd('540.00'),
          to_client: usd('0.00'),
        },
      },
    },
    refuses: ['wrong_state', 'contract_not_active'],
    async handle(call) {
      const { milestoneId } = call.params;
      const input = { milestoneId, note: call.body.note };
      const { seq } = await call.act(acceptMilestone, input, milestoneId);
      return { body: await presentActed(call, milestoneId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/milestones/{milestoneId}/refund',
    id: 'refundMilestone',
    tag: 'Contracts',
    summary: 'The freelancer gives the whole escrow back',
    scope: 'money',
    keyRequired: true,
    params,
    answer: {
      schema: milestoneActed,
      example: {
        ...settled,
        state: 'refunded',
        funded_at: AT,
        paid: {
          gross: usd('0.00'),
          fee: usd('0.00'),
          to_freelancer: usd('0.00'),
          to_client: usd('600.00'),
        },
      },
    },
    refuses: ['wrong_state', 'contract_not_active'],
    async handle(call) {
      const { milestoneId } = call.params;
      const { seq } = await call.act(refundMilestone, { milestoneId }, milestoneId);
      return { body: await presentActed(call, milestoneId, seq) };
    },
  }),
];

async function presentActed(
  call: { db: ReadDb; sight: MemberActor },
  milestoneId: string,
  seq: number,
) {
  const { page, milestone } = await milestonePage(call.db, call.sight, milestoneId);
  const event = await eventOf(call, page.contract.id, seq);
  return { ...presentMilestone(milestone, page.contract.currency), event };
}
