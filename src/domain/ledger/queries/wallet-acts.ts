import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import { accountId, walletOf } from '../account.ts';

export type WalletAct = { act: string; count: number; amountMinor: bigint };

export type WalletSums = {
  /** What the account says it holds. */
  balanceMinor: bigint;
  /** What its transfers come to, by the act that caused them; below zero when money left. */
  acts: WalletAct[];
};

/** A wallet's balance and, read anew from every transfer, what it is made of. */
export async function walletActs(
  db: ReadDb,
  wallet: { partyId: string; currency: string },
): Promise<WalletSums> {
  const account = walletOf(wallet.partyId, wallet.currency);
  const id = accountId(account);
  const found = await db
    .selectFrom('ledgerAccount')
    .select('balanceMinor')
    .where('home', '=', account.home)
    .where('id', '=', id)
    .executeTakeFirst();
  const acts = await readSql(
    db,
    sql<WalletAct>`
    select act, count(*)::int as count, sum(amount_minor)::bigint as amount_minor
    from (
      select act, -amount_minor as amount_minor, at from transfer
      where home = ${account.home} and debit_id = ${id}
      union all
      select act, amount_minor, at from transfer
      where home = ${account.home} and credit_id = ${id}
    ) leg
    group by act order by min(at)`,
  );
  return { balanceMinor: found?.balanceMinor ?? 0n, acts };
}
