import { z } from '@hono/zod-openapi';
import { requireMember } from '#domain/accounts/permission.ts';
import { cancelMoneyRequest } from '#domain/billing/commands/cancel-money-request.ts';
import { requestDeposit } from '#domain/billing/commands/request-deposit.ts';
import { requestWithdrawal } from '#domain/billing/commands/request-withdrawal.ts';
import { moneyRequest, moneyRequests } from '#domain/billing/queries/money-requests.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { LATER, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { minorOf, pageOf, timeCursor, timeCursorOf } from '../present.ts';
import { id, money, page, paging, text } from '../schema.ts';
import {
  actedEvent,
  depositExample,
  presentRequest,
  requestActed,
  requestState,
  requestView,
  withdrawalExample,
} from './request-view.ts';

type Kind = 'deposit' | 'withdrawal';
const EXAMPLES = { deposit: depositExample, withdrawal: withdrawalExample };

export const moneyRequestOperations: Operation[] = [
  ...readersOf('deposit', { list: 'listDeposits', get: 'getDeposit' }),
  operation({
    method: 'post',
    path: '/deposits',
    id: 'requestDeposit',
    tag: 'Money',
    summary: 'Ask for money to come in; an operator confirms what arrived',
    scope: 'money',
    keyRequired: true,
    body: {
      schema: z.strictObject({ amount: money, note: text(500).default('') }),
      example: { amount: usd('2000.00') },
    },
    answer: {
      status: 201,
      schema: requestActed,
      example: { ...depositExample, event: actedEvent },
    },
    refuses: ['amount_invalid'],
    async handle(call) {
      const { amount, note } = call.body;
      const input = { currency: amount.currency, amountMinor: minorOf(amount, 'amount'), note };
      const done = await call.act(requestDeposit, input, call.actor.partyId);
      return {
        body: await presentActed(call, done.requestId, done.seq),
        location: `/deposits/${done.requestId}`,
      };
    },
  }),
  cancellationOf('deposit', 'cancelDeposit'),
  ...readersOf('withdrawal', { list: 'listWithdrawals', get: 'getWithdrawal' }),
  operation({
    method: 'post',
    path: '/withdrawals',
    id: 'requestWithdrawal',
    tag: 'Money',
    summary: 'Ask for money to be paid out; it is held at once',
    scope: 'money',
    keyRequired: true,
    body: {
      schema: z.strictObject({
        amount: money,
        payee: text(500, 1).openapi({ description: 'Account holder and number.' }),
        note: text(500).default(''),
      }),
      example: { amount: usd('540.00'), payee: withdrawalExample.payee },
    },
    answer: {
      status: 201,
      schema: requestActed,
      example: { ...withdrawalExample, event: actedEvent },
    },
    refuses: ['amount_invalid', 'insufficient_funds'],
    async handle(call) {
      const { amount, payee, note } = call.body;
      const amountMinor = minorOf(amount, 'amount');
      const input = { currency: amount.currency, amountMinor, payee, note };
      const done = await call.act(requestWithdrawal, input, call.actor.partyId);
      return {
        body: await presentActed(call, done.requestId, done.seq),
        location: `/withdrawals/${done.requestId}`,
      };
    },
  }),
  cancellationOf('withdrawal', 'cancelWithdrawal'),
];

function readersOf(kind: Kind, ids: { list: string; get: string }): Operation[] {
  return [
    operation({
      method: 'get',
      path: `/${kind}s`,
      id: ids.list,
      tag: 'Money',
      summary: `The party's ${kind}s, newest first`,
      scope: 'read',
      query: { ...paging, state: requestState.optional() },
      answer: {
        schema: page(requestView),
        example: { items: [EXAMPLES[kind]], next_cursor: null },
      },
      async handle({ db, actor, query }) {
        const { partyId } = requireMember(actor, 'see_money');
        const { limit, state } = query;
        const last = timeCursor(query.cursor);
        const rows = await moneyRequests(db, {
          partyId,
          kind,
          limit,
          ...(state === undefined ? {} : { state }),
          ...(last === undefined ? {} : { before: { requestedAt: last.at, id: last.id } }),
        });
        const cursor = (row: (typeof rows)[number]) => timeCursorOf(row.requestedAt, row.id);
        return { body: pageOf(rows, limit, { item: presentRequest, cursor }) };
      },
    }),
    operation({
      method: 'get',
      path: `/${kind}s/{requestId}`,
      id: ids.get,
      tag: 'Money',
      summary: `One ${kind}`,
      scope: 'read',
      params: { requestId: id },
      answer: { schema: requestView, example: EXAMPLES[kind] },
      async handle({ db, actor, params }) {
        const { partyId } = requireMember(actor, 'see_money');
        return { body: presentRequest(await find(db, { ...params, partyId, kind })) };
      },
    }),
  ];
}

function cancellationOf(kind: Kind, operationId: string): Operation {
  return operation({
    method: 'post',
    path: `/${kind}s/{requestId}/cancellation`,
    id: operationId,
    tag: 'Money',
    summary:
      kind === 'deposit'
        ? 'Take a deposit back'
        : 'Take a withdrawal back; the money is free again',
    scope: 'money',
    keyRequired: true,
    params: { requestId: id },
    answer: {
      schema: requestActed,
      example: { ...EXAMPLES[kind], state: 'cancelled', decided_at: LATER, event: actedEvent },
    },
    refuses: ['wrong_state'],
    async handle(call) {
      const { requestId } = call.params;
      await find(call.db, { requestId, partyId: call.actor.partyId, kind });
      const { seq } = await call.act(cancelMoneyRequest, { requestId }, requestId);
      return { body: await presentActed(call, requestId, seq) };
    },
  });
}

async function presentActed(
  call: { db: ReadDb; sight: MemberActor },
  requestId: string,
  seq: number,
) {
  const row = await moneyRequest(call.db, requestId);
  if (row === undefined) throw new Error('The request was just written');
  return { ...presentRequest(row), event: await eventOf(call, row.partyId, seq) };
}

async function find(
  db: ReadDb,
  { requestId, partyId, kind }: { requestId: string; partyId: string; kind: Kind },
) {
  const row = await moneyRequest(db, requestId);
  const own = row?.partyId === partyId && row.kind === kind;
  return own ? row : refuse('not_found', { thing: kind });
}
