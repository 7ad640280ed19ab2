import { newId } from '#domain/kernel/ids.ts';
import { minorUnit } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { houseAccount, walletOf } from '#domain/ledger/account.ts';
import { postTransfers } from '#domain/ledger/commands/post-transfers.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';

export type DepositDirectly = {
  partyId: string;
  currency: string;
  amountMinor: bigint;
  note?: string;
};

/** Money that the operator saw arrive without a request: `anyshore deposit`. System actors only. */
export async function depositDirectly(
  ctx: Context,
  input: DepositDirectly,
): Promise<{ depositId: string; seq: number }> {
  if (ctx.actor.kind !== 'system') refuse('not_allowed', { permission: 'operate' });
  const { partyId, currency, amountMinor } = input;
  minorUnit(currency);
  if (amountMinor <= 0n) refuse('amount_invalid', { currency }, 'amount');
  const id = newId(ctx.home, ctx.now);
  const event = await appendEvent(ctx, {
    kind: 'deposit.confirmed',
    rootKind: 'party',
    rootId: partyId,
    subjectId: id,
    parties: [partyId],
    data: { currency, amountMinor: amountMinor.toString(), note: input.note ?? '' },
  });
  const wallet = walletOf(partyId, currency);
  await postTransfers(ctx, {
    rootId: partyId,
    subjectId: id,
    event: { id: event.id, home: ctx.home },
    lines: [
      {
        debit: houseAccount('outside', wallet.home, currency),
        credit: wallet,
        amountMinor,
        act: 'deposit.confirmed',
        reference: `deposit:${id}`,
      },
    ],
  });
  return { depositId: id, seq: event.seq };
}
