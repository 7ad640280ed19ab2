import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { accountId, escrowOf } from '#domain/ledger/account.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

export type EscrowTerm = {
  contractId: string;
  title: string;
  /** What its milestones say, and what its escrow accounts hold, in minor units. */
  shownMinor: bigint;
  heldMinor: bigint;
};

type Row = { contractId: string; title: string; milestoneId: string; shownMinor: bigint };

/** The contracts of the actor's party as client that hold money, each held to its accounts. */
export async function escrowSums(
  db: ReadDb,
  actor: Actor,
  currency: string,
): Promise<EscrowTerm[]> {
  const { partyId } = requireMember(actor, 'see_money');
  const rows = await readSql(
    db,
    sql<Row>`
    select c.id as contract_id, c.title, m.id as milestone_id,
      m.amount_minor + m.client_fee_minor as shown_minor
    from contract c join milestone m on m.contract_id = c.id
    where c.client_id = ${partyId} and c.currency = ${currency}
      and m.state in ('funded', 'delivered', 'changes_requested')
    order by c.offered_at, c.id, m.position limit 1000`,
  );
  const held = await balances(db, rows, currency);
  const terms = new Map<string, EscrowTerm>();
  for (const { contractId, title, milestoneId, shownMinor } of rows) {
    const known = terms.get(contractId) ?? { contractId, title, shownMinor: 0n, heldMinor: 0n };
    terms.set(contractId, {
      ...known,
      shownMinor: known.shownMinor + shownMinor,
      heldMinor: known.heldMinor + (held.get(milestoneId) ?? 0n),
    });
  }
  return [...terms.values()];
}

async function balances(
  db: ReadDb,
  rows: readonly Row[],
  currency: string,
): Promise<Map<string, bigint>> {
  if (rows.length === 0) return new Map();
  const found = await db
    .selectFrom('ledgerAccount')
    .select(['ownerId', 'balanceMinor'])
    .where('home', 'in', [...new Set(rows.map((row) => homeOf(row.milestoneId)))])
    .where(
      'id',
      'in',
      rows.map((row) => accountId(escrowOf(row.milestoneId, currency))),
    )
    .execute();
  return new Map(found.map(({ ownerId, balanceMinor }) => [ownerId, balanceMinor]));
}
