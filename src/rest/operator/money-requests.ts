import { z } from '@hono/zod-openapi';
import { decideMoneyRequest } from '#domain/billing/commands/decide-money-request.ts';
import { moneyRequest, moneyRequests } from '#domain/billing/queries/money-requests.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { LATER } from '../examples.ts';
import {
  actedEvent,
  depositExample,
  presentRequest,
  requestActed,
  requestState,
  requestView,
} from '../money/request-view.ts';
import { type Operation, operation } from '../operation.ts';
import { pageOf, timeCursor, timeCursorOf } from '../present.ts';
import { id, page, paging, text } from '../schema.ts';

export const operatorMoneyOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/operator/money-requests',
    id: 'listMoneyRequests',
    tag: 'Operator',
    summary: 'Deposits and withdrawals of everybody, newest first',
    scope: 'read',
    operator: true,
    query: {
      ...paging,
      state: requestState.optional(),
      kind: z.enum(['deposit', 'withdrawal']).optional(),
    },
    answer: { schema: page(requestView), example: { items: [depositExample], next_cursor: null } },
    async handle({ db, query }) {
      const { limit, state, kind } = query;
      const last = timeCursor(query.cursor);
      const rows = await moneyRequests(db, {
        limit,
        ...(state === undefined ? {} : { state }),
        ...(kind === undefined ? {} : { kind }),
        ...(last === undefined ? {} : { before: { requestedAt: last.at, id: last.id } }),
      });
      const cursor = (row: (typeof rows)[number]) => timeCursorOf(row.requestedAt, row.id);
      return { body: pageOf(rows, limit, { item: presentRequest, cursor }) };
    },
  }),
  decisionOf('confirmation', {
    id: 'confirmMoneyRequest',
    summary: 'The money came in, or went out',
  }),
  decisionOf('rejection', {
    id: 'rejectMoneyRequest',
    summary: 'It will not; what a withdrawal held is free again. Needs a note',
  }),
];

function decisionOf(
  noun: 'confirmation' | 'rejection',
  about: { id: string; summary: string },
): Operation {
  const confirms = noun === 'confirmation';
  return operation({
    method: 'post',
    path: `/operator/money-requests/{requestId}/${noun}`,
    ...about,
    tag: 'Operator',
    scope: 'money',
    operator: true,
    keyRequired: true,
    params: { requestId: id },
    body: {
      schema: z.strictObject({ note: confirms ? text(500).default('') : text(500, 1) }),
      example: { note: confirms ? 'Seen on the account on 19 Nov.' : 'No money arrived.' },
    },
    answer: {
      schema: requestActed,
      example: {
        ...depositExample,
        state: confirms ? 'confirmed' : 'rejected',
        decided_at: LATER,
        event: actedEvent,
      },
    },
    refuses: ['wrong_state', 'input_invalid'],
    async handle(call) {
      const { requestId } = call.params;
      const decision = confirms ? 'confirm' : 'reject';
      const input = { requestId, decision, note: call.body.note } as const;
      const { seq } = await call.act(decideMoneyRequest, input, requestId);
      const row = await moneyRequest(call.db, requestId);
      if (row === undefined) throw new Error('The request was just decided');
      return { body: { ...presentRequest(row), event: await eventOf(call, row.partyId, seq) } };
    },
  });
}
