import type { Context } from '#platform/context.ts';
import { type AccountRef, houseAccount } from '../account.ts';
import { type Posting, postTransfers } from './post-transfers.ts';

export type Movement = {
  from: AccountRef;
  to: AccountRef;
  amountMinor: bigint;
  act: string;
  reference: string;
  rootId: string;
  subjectId?: string;
  event: { id: string; home: number };
};

/**
 * Moves one amount between two accounts that may stand on different homes. Within a home it is one
 * transfer; between homes it is a pair with one reference through *in transit*, the lower home
 * first.
 */
export async function moveMoney(ctx: Context, movement: Movement): Promise<void> {
  const { from, to } = movement;
  if (from.home === to.home) {
    await postTransfers(ctx, { ...posting(movement), lines: [leg(movement, from, to)] });
    return;
  }
  const out = leg(movement, from, houseAccount('in_transit', from.home, from.currency));
  const into = leg(movement, houseAccount('in_transit', to.home, to.currency), to);
  const legs = from.home < to.home ? [out, into] : [into, out];
  for (const line of legs) {
    await postTransfers(ctx, { ...posting(movement), lines: [line] });
  }
}

function leg(movement: Movement, debit: AccountRef, credit: AccountRef) {
  const { amountMinor, act, reference } = movement;
  return { debit, credit, amountMinor, act, reference };
}

function posting(movement: Movement): Omit<Posting, 'lines'> {
  const { rootId, subjectId, event } = movement;
  return { rootId, event, ...(subjectId === undefined ? {} : { subjectId }) };
}
