import { sql } from 'kysely';
import type { Claim, ClaimSource } from '#domain/ledger/queries/verify-ledger.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

type Row = { ownerId: string; currency: string; amountMinor: bigint };

/**
 * A batch's escrow must hold the units of its free slots and of what an extension has not placed
 * yet, what its assignments hold, and the reserve; nothing else.
 */
export const batchClaims: ClaimSource = {
  kind: 'escrow',
  claims: (db) =>
    claims(
      db,
      'escrow',
      sql<Row>`
      select b.id as owner_id, b.currency,
        (coalesce(t.slots, 0) + b.unplaced) * (b.reward_minor + b.fee_minor)
          + coalesce(a.held, 0)::bigint + b.reserve_minor as amount_minor
      from batch b
      left join (select home, batch_id, sum(slots - released)::bigint as slots
        from task group by home, batch_id) t on t.home = b.home and t.batch_id = b.id
      left join (select home, batch_id, sum(held_minor)::bigint as held
        from assignment where held_minor > 0 group by home, batch_id) a
        on a.home = b.home and a.batch_id = b.id
      where b.state <> 'draft'`,
    ),
};

/** Earnings accounts must hold what workers earned with tasks and is not in their wallets yet. */
export const workClaims: ClaimSource = {
  kind: 'earnings',
  claims: (db) =>
    claims(
      db,
      'earnings',
      sql<Row>`
      select w.worker_id as owner_id, b.currency,
        sum(w.earned_minor + w.bonus_minor + w.top_up_minor - w.swept_minor)::bigint
          as amount_minor
      from batch_worker w join batch b on b.home = w.home and b.id = w.batch_id
      group by w.worker_id, b.currency`,
    ),
};

async function claims(
  db: ReadDb,
  kind: Claim['kind'],
  statement: ReturnType<typeof sql<Row>>,
): Promise<Claim[]> {
  const rows = await readSql(db, statement);
  return rows.filter((row) => row.amountMinor !== 0n).map((row) => ({ ...row, kind }));
}
