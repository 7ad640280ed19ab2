/**
 * Money request: a party asks for money to come in (deposit) or go out (withdrawal); an operator
 * confirms or rejects it. A withdrawal holds its amount at once: pending in the payout account,
 * then posted to the outside world or voided back to the wallet.
 * Provider: who moves the money outside. The bank transfer by hand is one; others follow this
 * shape.
 */
import type { StateTable } from '#domain/kernel/state-table.ts';

export type MoneyRequestState = 'requested' | 'confirmed' | 'rejected' | 'cancelled';
export type MoneyRequestAct = 'request' | 'confirm' | 'reject' | 'cancel';
export type MoneyRequestWho = 'party' | 'operator';

export const MONEY_REQUEST_STATES: StateTable<MoneyRequestState, MoneyRequestAct, MoneyRequestWho> =
  {
    thing: 'money request',
    rows: [
      { from: null, act: 'request', to: 'requested', who: 'party' },
      { from: 'requested', act: 'confirm', to: 'confirmed', who: 'operator' },
      { from: 'requested', act: 'reject', to: 'rejected', who: 'operator' },
      { from: 'requested', act: 'cancel', to: 'cancelled', who: 'party' },
    ],
  };

export type Provider = {
  name: string;
  /** How the payer recognises its transfer: what to write as its purpose. */
  paymentReference: (requestId: string) => string;
  /** Whether a withdrawal needs to be told where to. */
  needsPayee: boolean;
};

export const bankTransfer: Provider = {
  name: 'bank-transfer',
  paymentReference: (requestId) => `ANY-${requestId.slice(-12).toUpperCase()}`,
  needsPayee: true,
};
