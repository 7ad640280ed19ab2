import { homeOf } from '#domain/kernel/ids.ts';
import type { Money } from '#domain/kernel/money.ts';
import type { ReadDb } from '#platform/database.ts';

/** What is available in the wallets of several parties, by currency code; one statement for all. */
export async function walletBalances(
  db: ReadDb,
  partyIds: readonly string[],
): Promise<Map<string, Money[]>> {
  const balances = new Map<string, Money[]>();
  if (partyIds.length === 0) return balances;
  const wallets = await db
    .selectFrom('ledgerAccount')
    .select(['ownerId', 'currency', 'balanceMinor'])
    .where('home', 'in', [...new Set(partyIds.map(homeOf))])
    .where('kind', '=', 'wallet')
    .where('ownerId', 'in', [...partyIds])
    .orderBy('currency')
    .execute();
  for (const { ownerId, currency, balanceMinor } of wallets) {
    const money = { amountMinor: balanceMinor, currency };
    balances.set(ownerId, [...(balances.get(ownerId) ?? []), money]);
  }
  return balances;
}
