/** Deposits and withdrawals as answers show them. */
import { z } from '@hono/zod-openapi';
import { bankTransfer } from '#domain/billing/money-request.ts';
import type { MoneyRequestRow } from '#domain/billing/queries/money-requests.ts';
import { AT, eventExample, IDS, usd } from '../examples.ts';
import { moneyJson, time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, money } from '../schema.ts';

export const requestState = z.enum(['requested', 'confirmed', 'rejected', 'cancelled']);

export const requestView = z
  .strictObject({
    id,
    kind: z.enum(['deposit', 'withdrawal']),
    party: z.strictObject({ id, name: z.string() }),
    amount: money,
    state: requestState,
    payment_reference: z
      .string()
      .nullable()
      .openapi({ description: 'What the payer of a deposit writes as the purpose.' }),
    payee: z.string(),
    note: z.string(),
    decision_note: z.string(),
    requested_at: instant,
    decided_at: instant.nullable(),
  })
  .openapi('MoneyRequest');

export const requestActed = extended(requestView, { event: eventRef }).openapi('MoneyRequestActed');

export const depositExample = {
  id: IDS.request,
  kind: 'deposit' as const,
  party: { id: IDS.client, name: 'Harrow & Lane' },
  amount: usd('2000.00'),
  state: 'requested' as const,
  payment_reference: 'ANY-2F6B8E0D1A71',
  payee: '',
  note: '',
  decision_note: '',
  requested_at: AT,
  decided_at: null,
};

export const withdrawalExample = {
  ...depositExample,
  kind: 'withdrawal' as const,
  party: { id: IDS.freelancer, name: 'Ana Dumitru' },
  amount: usd('540.00'),
  payment_reference: null,
  payee: 'Ana Dumitru, RO49 AAAA 1B31 0075 9384 0000',
};

export const actedEvent = eventExample(IDS.client, 3);

export function presentRequest(row: MoneyRequestRow) {
  const deposit = row.kind === 'deposit';
  return {
    id: row.id,
    kind: row.kind,
    party: { id: row.partyId, name: row.partyName },
    amount: moneyJson(row.amountMinor, row.currency),
    state: row.state,
    payment_reference: deposit ? bankTransfer.paymentReference(row.id) : null,
    payee: row.payee,
    note: row.note,
    decision_note: row.decisionNote,
    requested_at: time(row.requestedAt),
    decided_at: timeOrNull(row.decidedAt),
  };
}
