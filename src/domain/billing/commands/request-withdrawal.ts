import { requireMember } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { minorUnit } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { payoutOf, walletOf } from '#domain/ledger/account.ts';
import { postTransfers } from '#domain/ledger/commands/post-transfers.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { bankTransfer } from '../money-request.ts';

export type RequestWithdrawal = {
  currency: string;
  amountMinor: bigint;
  /** Where the money goes: account holder and number, as the operator's bank wants them. */
  payee: string;
  note?: string;
};

/** Asks for money to be paid out and holds it, so that it cannot be spent twice. */
export async function requestWithdrawal(
  ctx: Context,
  input: RequestWithdrawal,
): Promise<{ requestId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'move_money');
  const { currency, amountMinor } = input;
  minorUnit(currency);
  if (amountMinor <= 0n) refuse('amount_invalid', { currency }, 'amount');
  if (input.payee.trim() === '') refuse('input_invalid', { missing: 'payee' }, 'payee');
  const id = newId(ctx.home, ctx.now);
  await ctx.tx
    .insertInto('moneyRequest')
    .values({
      id,
      kind: 'withdrawal',
      partyId: actor.partyId,
      currency,
      amountMinor,
      provider: bankTransfer.name,
      payee: input.payee.trim(),
      note: input.note ?? '',
      state: 'requested',
      requestedBy: actor.memberId,
      requestedAt: ctx.now,
    })
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'withdrawal.requested',
    rootKind: 'party',
    rootId: actor.partyId,
    subjectId: id,
    parties: [actor.partyId],
    data: { currency, amountMinor: amountMinor.toString() },
  });
  await postTransfers(ctx, {
    rootId: actor.partyId,
    subjectId: id,
    event: { id: event.id, home: ctx.home },
    lines: [
      {
        debit: walletOf(actor.partyId, currency),
        credit: payoutOf(id, currency),
        amountMinor,
        act: 'withdrawal.requested',
        reference: `withdrawal:${id}:hold`,
      },
    ],
  });
  return { requestId: id, seq: event.seq };
}
