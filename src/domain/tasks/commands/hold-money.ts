import { refuse } from '#domain/kernel/refusal.ts';
import { escrowOf, walletOf } from '#domain/ledger/account.ts';
import { moveMoney } from '#domain/ledger/commands/move-money.ts';
import type { Context } from '#platform/context.ts';

type Purse = { id: string; clientId: string; currency: string };

export type Hold = {
  amountMinor: bigint;
  act: string;
  reference: string;
  subjectId?: string;
  eventId: string;
};

/** No account holds more, and no column counts further. */
const MOST_MINOR = 2n ** 62n;

/**
 * Moves money from the client's wallet into the batch's escrow and notes it there. Refuses
 * `insufficient_funds`, and `budget_exceeded` where the batch has a cap below the sum, as it stands in
 * the row: several acts of one batch may hold at the same time.
 */
export async function holdMoney(ctx: Context, batch: Purse, hold: Hold): Promise<void> {
  if (hold.amountMinor === 0n) return;
  if (hold.amountMinor > MOST_MINOR) refuse('amount_invalid', { currency: batch.currency });
  const { fundedMinor: neededMinor, budgetCapMinor: capMinor } = await ctx.tx
    .updateTable('batch')
    .set((set) => ({ fundedMinor: set('fundedMinor', '+', hold.amountMinor) }))
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .returning(['fundedMinor', 'budgetCapMinor'])
    .executeTakeFirstOrThrow();
  if (capMinor !== null && neededMinor > capMinor) {
    refuse('budget_exceeded', {
      currency: batch.currency,
      neededMinor: neededMinor.toString(),
      capMinor: capMinor.toString(),
    });
  }
  await move(ctx, batch, { hold, back: false });
}

/** Moves money of the batch's escrow back to the client's wallet. */
export async function returnMoney(ctx: Context, batch: Purse, hold: Hold): Promise<void> {
  if (hold.amountMinor > 0n) await move(ctx, batch, { hold, back: true });
}

async function move(
  ctx: Context,
  batch: Purse,
  { hold, back }: { hold: Hold; back: boolean },
): Promise<void> {
  const wallet = walletOf(batch.clientId, batch.currency);
  const escrow = escrowOf(batch.id, batch.currency);
  const { amountMinor, act, reference, subjectId, eventId } = hold;
  await moveMoney(ctx, {
    from: back ? escrow : wallet,
    to: back ? wallet : escrow,
    amountMinor,
    act,
    reference,
    rootId: batch.id,
    ...(subjectId === undefined ? {} : { subjectId }),
    event: { id: eventId, home: ctx.home },
  });
}
