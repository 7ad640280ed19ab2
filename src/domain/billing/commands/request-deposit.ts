import { requireMember } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { minorUnit } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { bankTransfer } from '../money-request.ts';

export type RequestDeposit = { currency: string; amountMinor: bigint; note?: string };

/** Asks for money to be paid in. Nothing moves until an operator has seen it arrive. */
export async function requestDeposit(
  ctx: Context,
  input: RequestDeposit,
): Promise<{ requestId: string; paymentReference: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'fund');
  minorUnit(input.currency);
  if (input.amountMinor <= 0n) refuse('amount_invalid', { currency: input.currency }, 'amount');
  const id = newId(ctx.home, ctx.now);
  await ctx.tx
    .insertInto('moneyRequest')
    .values({
      id,
      kind: 'deposit',
      partyId: actor.partyId,
      currency: input.currency,
      amountMinor: input.amountMinor,
      provider: bankTransfer.name,
      note: input.note ?? '',
      state: 'requested',
      requestedBy: actor.memberId,
      requestedAt: ctx.now,
    })
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'deposit.requested',
    rootKind: 'party',
    rootId: actor.partyId,
    subjectId: id,
    parties: [actor.partyId],
    data: { currency: input.currency, amountMinor: input.amountMinor.toString() },
  });
  const paymentReference = bankTransfer.paymentReference(id);
  return { requestId: id, paymentReference, seq: event.seq };
}
