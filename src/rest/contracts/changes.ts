import type { z } from '@hono/zod-openapi';
import { answerChange, type ChangeAnswer } from '#domain/contracts/commands/answer-change.ts';
import { answerEnding } from '#domain/contracts/commands/answer-ending.ts';
import { type ProposeChange, proposeChange } from '#domain/contracts/commands/propose-change.ts';
import { proposeEnding } from '#domain/contracts/commands/propose-ending.ts';
import { contractPage } from '#domain/contracts/queries/contract-page.ts';
import { IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { minorOf } from '../present.ts';
import { id } from '../schema.ts';
import {
  changeExample,
  endingExample,
  newChange,
  newChangeExample,
  newEnding,
  newEndingExample,
} from './change-view.ts';
import { contractActed, contractActedExample } from './contract-view.ts';
import { presentActed } from './contracts.ts';

const answer = { schema: contractActed, example: contractActedExample };

export const changeOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/contracts/{contractId}/changes',
    id: 'proposeChange',
    tag: 'Contracts',
    summary: 'Ask to add, alter or drop a milestone; nothing changes until the other side agrees',
    scope: 'work',
    params: { contractId: id },
    body: { schema: newChange, example: newChangeExample },
    answer: {
      status: 201,
      schema: contractActed,
      example: { ...contractActedExample, open_changes: [changeExample] },
    },
    refuses: ['contract_not_active', 'wrong_state', 'change_pending', 'currency_mismatch'],
    async handle(call) {
      const { contractId } = call.params;
      const { contract } = await contractPage(call.db, call.sight, contractId);
      const change = readChange(call.body, contract.currency);
      const { seq } = await call.act(proposeChange, { contractId, change }, contractId);
      return {
        body: await presentActed(call, contractId, seq),
        location: `/contracts/${contractId}`,
      };
    },
  }),
  answerToChange('agreement', {
    id: 'agreeToChange',
    summary: 'The other side agrees: it holds now',
  }),
  answerToChange('refusal', { id: 'refuseChange', summary: 'The other side says no' }),
  answerToChange('withdrawal', { id: 'withdrawChange', summary: 'Whoever asked takes it back' }),
  operation({
    method: 'post',
    path: '/contracts/{contractId}/endings',
    id: 'proposeEnding',
    tag: 'Contracts',
    summary: 'Propose to end with an answer for every cent in escrow',
    scope: 'money',
    params: { contractId: id },
    body: { schema: newEnding, example: newEndingExample },
    answer: {
      status: 201,
      schema: contractActed,
      example: { ...contractActedExample, open_ending: endingExample },
    },
    refuses: ['contract_not_active', 'escrow_unanswered', 'split_must_sum', 'ending_pending'],
    async handle(call) {
      const { contractId } = call.params;
      const { contract } = await contractPage(call.db, call.sight, contractId);
      const { note, lines: given } = call.body;
      const lines = given.map((line, index) => ({
        milestoneId: line.milestone_id,
        toFreelancerMinor: minorOf(
          line.to_freelancer,
          `lines.${index}.to_freelancer`,
          contract.currency,
        ),
        toClientMinor: minorOf(line.to_client, `lines.${index}.to_client`, contract.currency),
      }));
      const { seq } = await call.act(proposeEnding, { contractId, lines, note }, contractId);
      return {
        body: await presentActed(call, contractId, seq),
        location: `/contracts/${contractId}`,
      };
    },
  }),
  answerToEnding('agreement', {
    id: 'agreeToEnding',
    summary: 'The other side agrees: the escrow is paid as proposed and the contract ends',
  }),
  answerToEnding('refusal', { id: 'refuseEnding', summary: 'The other side says no' }),
  answerToEnding('withdrawal', { id: 'withdrawEnding', summary: 'Whoever proposed takes it back' }),
];

type Answer = 'agreement' | 'refusal' | 'withdrawal';
const ANSWERS: Record<Answer, ChangeAnswer> = {
  agreement: 'agree',
  refusal: 'refuse',
  withdrawal: 'withdraw',
};

function answerToChange(noun: Answer, about: { id: string; summary: string }): Operation {
  return operation({
    method: 'post',
    path: `/changes/{changeId}/${noun}`,
    ...about,
    tag: 'Contracts',
    scope: 'work',
    params: { changeId: id.openapi({ example: IDS.change }) },
    answer,
    refuses: ['contract_not_active', 'already_done', 'wrong_state'],
    async handle(call) {
      const { changeId } = call.params;
      const input = { changeId, answer: ANSWERS[noun] };
      const { contractId, seq } = await call.act(answerChange, input, changeId);
      return { body: await presentActed(call, contractId, seq) };
    },
  });
}

function answerToEnding(noun: Answer, about: { id: string; summary: string }): Operation {
  return operation({
    method: 'post',
    path: `/endings/{endingId}/${noun}`,
    ...about,
    tag: 'Contracts',
    scope: 'money',
    ...(noun === 'agreement' ? { keyRequired: true as const } : {}),
    params: { endingId: id.openapi({ example: IDS.ending }) },
    answer,
    refuses: ['contract_not_active', 'already_done', 'escrow_unanswered'],
    async handle(call) {
      const { endingId } = call.params;
      const input = { endingId, answer: ANSWERS[noun] };
      const { contractId, seq } = await call.act(answerEnding, input, endingId);
      return { body: await presentActed(call, contractId, seq) };
    },
  });
}

function readChange(given: z.output<typeof newChange>, currency: string): ProposeChange['change'] {
  if (given.kind === 'drop') return { kind: 'drop', milestoneId: given.milestone_id };
  const terms = {
    title: given.title,
    details: given.details,
    amountMinor: minorOf(given.amount, 'amount', currency),
    dueOn: given.due_on,
  };
  if (given.kind === 'add') return { kind: 'add', ...terms };
  return { kind: 'change', milestoneId: given.milestone_id, ...terms };
}
