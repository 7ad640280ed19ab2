/** A party's money as its own pages show it: every read here needs the right to see money. */
import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { partyBalances } from '#domain/ledger/queries/party-balances.ts';
import { type WalletSums, walletActs } from '#domain/ledger/queries/wallet-acts.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { type MoneyRequestRow, moneyRequest, moneyRequests } from './money-requests.ts';

export type PurseSight = {
  currency: string;
  availableMinor: bigint;
  pendingMinor: bigint;
  /** When the next part of what is pending becomes available. */
  nextAt: Date | null;
  /** What the party's own contracts hold in escrow, its fee included. */
  escrowMinor: bigint;
  /** Withdrawals that wait for the operator. */
  payoutMinor: bigint;
};

/** Each currency that the party holds, waits for or has in escrow. */
export async function myPurses(db: ReadDb, actor: Actor): Promise<PurseSight[]> {
  const { partyId } = requireMember(actor, 'see_money');
  const purses = new Map<string, PurseSight>();
  const purse = (currency: string): PurseSight => {
    const known = purses.get(currency) ?? emptyPurse(currency);
    purses.set(currency, known);
    return known;
  };
  for (const one of await partyBalances(db, partyId)) Object.assign(purse(one.currency), one);
  for (const one of await nextEarnings(db, partyId)) purse(one.currency).nextAt = one.nextAt;
  for (const one of await heldInEscrow(db, partyId)) {
    purse(one.currency).escrowMinor = one.totalMinor;
  }
  for (const one of await heldForPayout(db, partyId)) {
    purse(one.currency).payoutMinor = one.totalMinor;
  }
  return [...purses.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function emptyPurse(currency: string): PurseSight {
  const none = { availableMinor: 0n, pendingMinor: 0n, escrowMinor: 0n, payoutMinor: 0n };
  return { currency, ...none, nextAt: null };
}

async function nextEarnings(db: ReadDb, partyId: string) {
  return db
    .selectFrom('earning')
    .select('currency')
    .select(({ fn }) => fn.min('availableAt').as('nextAt'))
    .where('partyId', '=', partyId)
    .where('sweptAt', 'is', null)
    .groupBy('currency')
    .execute();
}

type Held = { currency: string; totalMinor: bigint };

function heldInEscrow(db: ReadDb, partyId: string): Promise<Held[]> {
  return readSql(
    db,
    sql<Held>`
    select c.currency, sum(m.amount_minor + m.client_fee_minor)::bigint as total_minor
    from contract c join milestone m on m.contract_id = c.id
    where c.client_id = ${partyId} and m.state in ('funded', 'delivered', 'changes_requested')
    group by c.currency`,
  );
}

function heldForPayout(db: ReadDb, partyId: string): Promise<Held[]> {
  return readSql(
    db,
    sql<Held>`
    select currency, sum(amount_minor)::bigint as total_minor from money_request
    where party_id = ${partyId} and kind = 'withdrawal' and state = 'requested'
    group by currency`,
  );
}

export type PendingEarning = {
  id: string;
  contractId: string;
  contractTitle: string;
  milestoneId: string;
  position: number;
  milestoneTitle: string;
  currency: string;
  amountMinor: bigint;
  earnedAt: Date;
  availableAt: Date;
};

/** What is earned and waits for its security days, the first to come available first. */
export async function myPendingEarnings(
  db: ReadDb,
  actor: Actor,
  question: { currency?: string; limit: number },
): Promise<PendingEarning[]> {
  const { partyId } = requireMember(actor, 'see_money');
  let query = db
    .selectFrom('earning')
    .innerJoin('contract', 'contract.id', 'earning.contractId')
    .innerJoin('milestone', 'milestone.id', 'earning.milestoneId')
    .select(['earning.id', 'earning.contractId', 'contract.title as contractTitle'])
    .select(['milestone.position', 'milestone.title as milestoneTitle', 'earning.currency'])
    .select('earning.milestoneId')
    .select(['earning.amountMinor', 'earning.earnedAt', 'earning.availableAt'])
    .where('earning.partyId', '=', partyId)
    .where('earning.sweptAt', 'is', null)
    .orderBy('earning.availableAt')
    .orderBy('earning.id')
    .limit(question.limit);
  if (question.currency !== undefined) {
    query = query.where('earning.currency', '=', question.currency);
  }
  return query.execute();
}

/** The wallet in one currency with what it is made of. */
export async function myWallet(db: ReadDb, actor: Actor, currency: string): Promise<WalletSums> {
  const { partyId } = requireMember(actor, 'see_money');
  return walletActs(db, { partyId, currency });
}

export async function myMoneyRequests(
  db: ReadDb,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<MoneyRequestRow>> {
  const { partyId } = requireMember(actor, 'see_money');
  const last = cursor === undefined ? undefined : decodeCursor(cursor);
  const rows = await moneyRequests(db, {
    partyId,
    limit,
    ...(last === undefined ? {} : { before: { requestedAt: last.at, id: last.id } }),
  });
  return toPage(rows, limit, (row) => ({ at: row.requestedAt, id: row.id }));
}

/** One request of the actor's party; refuses `not_found` for anybody else's. */
export async function myMoneyRequest(
  db: ReadDb,
  actor: Actor,
  requestId: string,
): Promise<MoneyRequestRow> {
  const { partyId } = requireMember(actor, 'see_money');
  const row = isId(requestId) ? await moneyRequest(db, requestId) : undefined;
  if (row === undefined || row.partyId !== partyId) {
    return refuse('not_found', { thing: 'money request' });
  }
  return row;
}
