import { z } from '@hono/zod-openapi';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import { declineOffer, withdrawOffer } from '#domain/contracts/commands/close-offer.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { signContract } from '#domain/contracts/commands/sign-contract.ts';
import { contractPage } from '#domain/contracts/queries/contract-page.ts';
import { myContracts } from '#domain/contracts/queries/my-contracts.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { IDS, LATER } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { id, page, paging, text } from '../schema.ts';
import {
  contractActed,
  contractActedExample,
  contractCard,
  contractCardExample,
  contractExample,
  contractState,
  contractView,
  presentContract,
  presentContractCard,
} from './contract-view.ts';

const params = { contractId: id.openapi({ example: IDS.contract }) };
const noted = {
  schema: z.strictObject({ note: text(2_000).default('') }),
  example: { note: 'The dates do not fit any more.' },
};

export const contractOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/proposals/{proposalId}/award',
    id: 'awardProposal',
    tag: 'Contracts',
    summary: 'Pick a proposal: its freelancer holds an offer for some days',
    scope: 'work',
    params: { proposalId: id },
    body: {
      schema: z.strictObject({
        version: z
          .int()
          .min(1)
          .max(2 ** 31 - 1)
          .openapi({ description: 'The version of the proposal that you read.' }),
      }),
      example: { version: 1 },
    },
    answer: {
      status: 201,
      schema: contractActed,
      example: { ...contractActedExample, state: 'offered', signed_at: null, milestones: [] },
    },
    refuses: ['wrong_state', 'terms_changed', 'own_project'],
    async handle(call) {
      const { proposalId } = call.params;
      const input = { proposalId, version: call.body.version };
      const { contractId, seq } = await call.act(awardProposal, input, proposalId);
      return {
        body: await presentActed(call, contractId, seq),
        location: `/contracts/${contractId}`,
      };
    },
  }),
  operation({
    method: 'get',
    path: '/contracts',
    id: 'listContracts',
    tag: 'Contracts',
    summary: 'The contracts of the party that the key acts for, newest first',
    scope: 'read',
    query: {
      ...paging,
      side: z.enum(['client', 'freelancer']).optional(),
      state: contractState.optional(),
    },
    answer: {
      schema: page(contractCard),
      example: { items: [contractCardExample], next_cursor: null },
    },
    async handle({ db, actor, query }) {
      const found = await myContracts(db, actor, query);
      return { body: { items: found.rows.map(presentContractCard), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/contracts/{contractId}',
    id: 'getContract',
    tag: 'Contracts',
    summary: 'One contract with its milestones, for its sides and operators',
    scope: 'read',
    params,
    answer: { schema: contractView, example: contractExample },
    async handle({ db, actor, params }) {
      return { body: presentContract(await contractPage(db, actor, params.contractId)) };
    },
  }),
  operation({
    method: 'post',
    path: '/contracts/{contractId}/signature',
    id: 'signContract',
    tag: 'Contracts',
    summary: 'The freelancer takes the offer; the milestones are agreed',
    scope: 'work',
    params,
    answer: { schema: contractActed, example: contractActedExample },
    refuses: ['wrong_state'],
    async handle(call) {
      const { contractId } = call.params;
      const { seq } = await call.act(signContract, { contractId }, contractId);
      return { body: await presentActed(call, contractId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/contracts/{contractId}/refusal',
    id: 'declineOffer',
    tag: 'Contracts',
    summary: 'The freelancer refuses the offer; the project is open again',
    scope: 'work',
    params,
    body: noted,
    answer: { schema: contractActed, example: { ...contractActedExample, state: 'declined' } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { contractId } = call.params;
      const { seq } = await call.act(declineOffer, { contractId, ...call.body }, contractId);
      return { body: await presentActed(call, contractId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/contracts/{contractId}/offer-withdrawal',
    id: 'withdrawOffer',
    tag: 'Contracts',
    summary: 'The client takes an offer back before it is signed',
    scope: 'work',
    params,
    body: noted,
    answer: { schema: contractActed, example: { ...contractActedExample, state: 'withdrawn' } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { contractId } = call.params;
      const { seq } = await call.act(withdrawOffer, { contractId, ...call.body }, contractId);
      return { body: await presentActed(call, contractId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/contracts/{contractId}/end',
    id: 'endContract',
    tag: 'Contracts',
    summary: 'End a contract whose escrow is empty',
    scope: 'work',
    params,
    answer: {
      schema: contractActed,
      example: {
        ...contractActedExample,
        state: 'ended',
        ended_at: LATER,
        end_reason: 'completed',
      },
    },
    refuses: ['wrong_state', 'escrow_unanswered'],
    async handle(call) {
      const { contractId } = call.params;
      const { seq } = await call.act(endContract, { contractId }, contractId);
      return { body: await presentActed(call, contractId, seq) };
    },
  }),
];

/** The contract as it is after an act, with the act's event. */
export async function presentActed(
  call: { db: ReadDb; sight: MemberActor },
  contractId: string,
  seq: number,
) {
  const shown = presentContract(await contractPage(call.db, call.sight, contractId));
  return { ...shown, event: await eventOf(call, contractId, seq) };
}
