import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { AccountKind } from '../account.ts';

export type LedgerTotal = {
  kind: AccountKind;
  currency: string;
  totalMinor: bigint;
  accounts: number;
};

/** What all accounts of each kind hold together; per currency these sums come to zero. */
export async function ledgerTotals(db: ReadDb): Promise<LedgerTotal[]> {
  return readSql<LedgerTotal>(
    db,
    sql`select kind, currency, sum(balance_minor)::bigint as total_minor, count(*)::int as accounts
      from ledger_account group by kind, currency order by currency, kind`,
  );
}
