import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import type { MoneyRequestState } from '../money-request.ts';

export type LockedRequest = {
  id: string;
  kind: 'deposit' | 'withdrawal';
  partyId: string;
  currency: string;
  amountMinor: bigint;
  state: MoneyRequestState;
};

/** Locks a money request for the rest of the transaction; refuses `not_found`. */
export async function lockMoneyRequest(ctx: Context, id: string): Promise<LockedRequest> {
  const row = await ctx.tx
    .selectFrom('moneyRequest')
    .select(['id', 'kind', 'partyId', 'currency', 'amountMinor', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('not_found', { thing: 'money request' });
}
