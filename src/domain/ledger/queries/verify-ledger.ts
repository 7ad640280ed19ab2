import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import type { AccountKind } from '../account.ts';

/** What another module says an account must hold, in minor units. */
export type Claim = { kind: AccountKind; ownerId: string; currency: string; amountMinor: bigint };

/** A module's claims over one kind of account: one that no module claims must be empty. */
export type ClaimSource = { kind: AccountKind; claims: (db: ReadDb) => Promise<Claim[]> };

export type Difference = {
  what: 'balance' | 'lines' | 'claim' | 'home' | 'in_transit' | 'pair' | 'below_zero';
  account: string;
  currency: string;
  expectedMinor: bigint;
  foundMinor: bigint;
};

export type LedgerReport = {
  accounts: number;
  transfers: number;
  differences: Difference[];
};

/**
 * Recomputes every balance from the transfers and every claim from the engagements, in one
 * snapshot, and names each difference. The transfers are read once: a hash join over sums.
 */
export async function verifyLedger(
  db: ReadDb,
  sources: readonly ClaimSource[],
): Promise<LedgerReport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const snapshot = tx as unknown as ReadDb;
      await readSql(snapshot, sql`set local work_mem = '256MB'`);
      const counts = await count(snapshot);
      const differences = [
        ...(await balanceDifferences(snapshot)),
        ...(await homeDifferences(snapshot)),
        ...(await pairDifferences(snapshot)),
      ];
      for (const kind of new Set(sources.map((source) => source.kind))) {
        const ofKind = sources.filter((source) => source.kind === kind);
        differences.push(...(await claimDifferences(snapshot, kind, ofKind)));
      }
      return { ...counts, differences };
    });
}

async function count(db: ReadDb): Promise<{ accounts: number; transfers: number }> {
  const rows = await readSql<{ accounts: bigint; lines: bigint }>(
    db,
    sql`select count(*) as accounts, coalesce(sum(lines), 0)::bigint as lines from ledger_account`,
  );
  const row = rows[0];
  return { accounts: Number(row?.accounts ?? 0n), transfers: Number(row?.lines ?? 0n) / 2 };
}

async function balanceDifferences(db: ReadDb): Promise<Difference[]> {
  const rows = await readSql<{
    account: string;
    currency: string;
    kind: AccountKind;
    balanceMinor: bigint;
    lines: bigint;
    sumMinor: bigint;
    sumLines: bigint;
  }>(
    db,
    sql`
    select a.kind || ' ' || a.owner_id || ' on home ' || a.home as account, a.currency, a.kind,
      a.balance_minor, a.lines,
      coalesce(t.sum_minor, 0)::bigint as sum_minor, coalesce(t.sum_lines, 0)::bigint as sum_lines
    from ledger_account a
    left join (
      select home, id, sum(amount_minor) as sum_minor, count(*) as sum_lines
      from (
        select home, debit_id as id, -amount_minor as amount_minor from transfer
        union all
        select home, credit_id, amount_minor from transfer
      ) leg
      group by home, id
    ) t on t.home = a.home and t.id = a.id
    where a.balance_minor <> coalesce(t.sum_minor, 0) or a.lines <> coalesce(t.sum_lines, 0)
      or (a.balance_minor < 0 and a.kind not in ('outside', 'in_transit'))
    order by a.home, a.kind, a.id`,
  );
  return rows.flatMap((row) => {
    const { account, currency } = row;
    const found: Difference[] = [];
    if (row.balanceMinor !== row.sumMinor) {
      const expectedMinor = row.sumMinor;
      found.push({
        what: 'balance',
        account,
        currency,
        expectedMinor,
        foundMinor: row.balanceMinor,
      });
    }
    if (row.lines !== row.sumLines) {
      const expectedMinor = row.sumLines;
      found.push({ what: 'lines', account, currency, expectedMinor, foundMinor: row.lines });
    }
    if (row.balanceMinor < 0n && row.kind !== 'outside' && row.kind !== 'in_transit') {
      const foundMinor = row.balanceMinor;
      found.push({ what: 'below_zero', account, currency, expectedMinor: 0n, foundMinor });
    }
    return found;
  });
}

/** Each home balances by itself, and what is in transit sums to zero over all of them. */
async function homeDifferences(db: ReadDb): Promise<Difference[]> {
  const homes = await readSql<{ home: number; currency: string; total: bigint }>(
    db,
    sql`select home, currency, sum(balance_minor)::bigint as total from ledger_account
      group by home, currency having sum(balance_minor) <> 0`,
  );
  const transit = await readSql<{ currency: string; total: bigint }>(
    db,
    sql`select currency, sum(balance_minor)::bigint as total from ledger_account
      where kind = 'in_transit' group by currency having sum(balance_minor) <> 0`,
  );
  return [
    ...homes.map(({ home, currency, total }) => ({
      what: 'home' as const,
      account: `home ${home}`,
      currency,
      expectedMinor: 0n,
      foundMinor: total,
    })),
    ...transit.map(({ currency, total }) => ({
      what: 'in_transit' as const,
      account: 'in_transit over all homes',
      currency,
      expectedMinor: 0n,
      foundMinor: total,
    })),
  ];
}

/** What left one home for another arrived there, under the same reference and to the same amount. */
async function pairDifferences(db: ReadDb): Promise<Difference[]> {
  const rows = await readSql<{ reference: string; currency: string; total: bigint }>(
    db,
    sql`
    select reference, currency, sum(amount_minor)::bigint as total
    from (
      select t.reference, t.currency, t.amount_minor from transfer t
      join ledger_account a on a.home = t.home and a.id = t.credit_id
      where a.kind = 'in_transit'
      union all
      select t.reference, t.currency, -t.amount_minor from transfer t
      join ledger_account a on a.home = t.home and a.id = t.debit_id
      where a.kind = 'in_transit'
    ) leg
    group by reference, currency
    having sum(amount_minor) <> 0
    limit 1000`,
  );
  return rows.map(({ reference, currency, total }) => ({
    what: 'pair' as const,
    account: reference,
    currency,
    expectedMinor: 0n,
    foundMinor: total,
  }));
}

async function claimDifferences(
  db: ReadDb,
  kind: AccountKind,
  sources: readonly ClaimSource[],
): Promise<Difference[]> {
  const expected = await addClaims(db, sources);
  const held = await readSql<{ ownerId: string; currency: string; total: bigint }>(
    db,
    sql`select owner_id, currency, sum(balance_minor)::bigint as total from ledger_account
      where kind = ${kind} and balance_minor <> 0 group by owner_id, currency`,
  );
  const differences: Difference[] = [];
  const differ = (ownerId: string, currency: string, sums: { expected: bigint; found: bigint }) => {
    if (sums.expected === sums.found) return;
    differences.push({
      what: 'claim',
      account: `${kind} ${ownerId}`,
      currency,
      expectedMinor: sums.expected,
      foundMinor: sums.found,
    });
  };
  for (const { ownerId, currency, total } of held) {
    const key = `${ownerId} ${currency}`;
    differ(ownerId, currency, { expected: expected.get(key)?.amountMinor ?? 0n, found: total });
    expected.delete(key);
  }
  for (const claim of expected.values()) {
    differ(claim.ownerId, claim.currency, { expected: claim.amountMinor, found: 0n });
  }
  return differences;
}

async function addClaims(db: ReadDb, sources: readonly ClaimSource[]): Promise<Map<string, Claim>> {
  const expected = new Map<string, Claim>();
  for (const source of sources) {
    for (const claim of await source.claims(db)) {
      const key = `${claim.ownerId} ${claim.currency}`;
      const known = expected.get(key);
      const amountMinor = (known?.amountMinor ?? 0n) + claim.amountMinor;
      expected.set(key, { ...claim, amountMinor });
    }
  }
  return expected;
}

/** Earnings accounts must hold what waits for its security days. */
export const earningClaims: ClaimSource = {
  kind: 'earnings',
  claims: async (db) => {
    const rows = await db
      .selectFrom('earning')
      .select(['partyId', 'currency'])
      .select(({ fn }) => fn.sum<string>('amountMinor').as('total'))
      .where('sweptAt', 'is', null)
      .groupBy(['partyId', 'currency'])
      .execute();
    return rows.map(({ partyId, currency, total }) => ({
      kind: 'earnings' as const,
      ownerId: partyId,
      currency,
      amountMinor: BigInt(total),
    }));
  },
};
