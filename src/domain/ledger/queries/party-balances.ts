import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';

export type PartyBalance = {
  currency: string;
  /** What may be spent or withdrawn now. */
  availableMinor: bigint;
  /** What is earned and waits for its security days. */
  pendingMinor: bigint;
};

/** The balances of a party in each currency that it ever held, by code. */
export async function partyBalances(db: ReadDb, partyId: string): Promise<PartyBalance[]> {
  const wallets = await db
    .selectFrom('ledgerAccount')
    .select(['currency', 'balanceMinor'])
    .where('home', '=', homeOf(partyId))
    .where('kind', '=', 'wallet')
    .where('ownerId', '=', partyId)
    .execute();
  const waiting = await db
    .selectFrom('earning')
    .select('currency')
    .select(({ fn }) => fn.sum<string>('amountMinor').as('pending'))
    .where('partyId', '=', partyId)
    .where('sweptAt', 'is', null)
    .groupBy('currency')
    .execute();
  const balances = new Map<string, PartyBalance>();
  for (const { currency, balanceMinor } of wallets) {
    balances.set(currency, { currency, availableMinor: balanceMinor, pendingMinor: 0n });
  }
  for (const { currency, pending } of waiting) {
    const balance = balances.get(currency) ?? { currency, availableMinor: 0n, pendingMinor: 0n };
    balances.set(currency, { ...balance, pendingMinor: BigInt(pending) });
  }
  return [...balances.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
