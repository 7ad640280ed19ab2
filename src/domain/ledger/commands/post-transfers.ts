import { sql } from 'kysely';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { type AccountRef, accountId, mayFallBelowZero } from '../account.ts';

/** One leg-pair of an act. `reference` is unique on its home, so that it cannot happen twice. */
export type TransferLine = {
  debit: AccountRef;
  credit: AccountRef;
  /** Minor units; a line of zero is left out. */
  amountMinor: bigint;
  act: string;
  reference: string;
  /** Where acts on several things are posted together: what this line is about. */
  about?: { subjectId: string; eventId: string };
};

export type Posting = {
  rootId: string;
  subjectId?: string;
  event: { id: string; home: number };
  lines: readonly TransferLine[];
};

type Purse = {
  id: string;
  account: AccountRef;
  balanceMinor: bigint;
  lines: bigint;
};

/**
 * Writes linked transfers, all or none, and the balances they change. All accounts stand on one
 * home. Refuses `insufficient_funds` (availableMinor, neededMinor, currency) when an account that
 * must not would fall below zero, `amount_invalid` when one would hold more than it can count.
 * Locks in one order: accounts by id, house accounts last.
 */
export async function postTransfers(ctx: Context, posting: Posting): Promise<void> {
  const lines = posting.lines.filter((line) => line.amountMinor !== 0n);
  const first = lines[0];
  if (first === undefined) return;
  const home = first.debit.home;
  for (const line of lines) assertSound(line, home);
  const purses = await lockPurses(ctx, home, accountsOf(lines));
  const rows = lines.map((line) => transferRow(ctx, posting, book(line, purses)));
  ctx.later(ctx.tx.insertInto('transfer').values(rows));
  writeBalances(ctx, home, [...purses.values()]);
}

function assertSound(line: TransferLine, home: number): void {
  const { debit, credit, amountMinor } = line;
  if (debit.home !== home || credit.home !== home) throw new Error('A transfer crosses homes');
  if (debit.currency !== credit.currency) throw new Error('A transfer changes its currency');
  if (amountMinor < 0n) throw new Error('A transfer below zero');
}

function accountsOf(lines: readonly TransferLine[]): Map<string, AccountRef> {
  const accounts = new Map<string, AccountRef>();
  for (const line of lines) {
    accounts.set(accountId(line.debit), line.debit);
    accounts.set(accountId(line.credit), line.credit);
  }
  return accounts;
}

/** Locks the accounts, own ones first; opens those that are met for the first time. */
async function lockPurses(
  ctx: Context,
  home: number,
  accounts: Map<string, AccountRef>,
): Promise<Map<string, Purse>> {
  const ids = [...accounts.keys()];
  let found = await selectForUpdate(ctx, home, ids);
  if (found.length < ids.length) {
    const missing = [...accounts].filter(([id]) => !found.some((row) => row.id === id));
    await ctx.tx
      .insertInto('ledgerAccount')
      .values(missing.map(([id, account]) => ({ ...account, id, openedAt: ctx.now })))
      .onConflict((conflict) => conflict.columns(['home', 'id']).doNothing())
      .execute();
    found = await selectForUpdate(ctx, home, ids);
  }
  const purses = new Map<string, Purse>();
  for (const row of found) {
    const account = accounts.get(row.id);
    if (account !== undefined) purses.set(row.id, { ...row, account });
  }
  return purses;
}

async function selectForUpdate(
  ctx: Context,
  home: number,
  ids: string[],
): Promise<{ id: string; balanceMinor: bigint; lines: bigint }[]> {
  const { rows } = await sql<{ id: string; balanceMinor: bigint; lines: bigint }>`
    select id, balance_minor, lines from ledger_account
    where home = ${home} and id = any(${ids}::uuid[])
    order by kind in ('fee_income', 'in_transit', 'outside'), id
    for update`.execute(ctx.tx);
  return rows;
}

/** What an account can hold: the largest int8. */
const MOST_MINOR = 2n ** 63n - 1n;

type BookedLine = TransferLine & { from: Purse; to: Purse };

/** Moves the amount between the two purses in memory and refuses what would overdraw. */
function book(line: TransferLine, purses: Map<string, Purse>): BookedLine {
  const from = purses.get(accountId(line.debit));
  const to = purses.get(accountId(line.credit));
  if (from === undefined || to === undefined) throw new Error('An account was not opened');
  const left = from.balanceMinor - line.amountMinor;
  if (left < 0n && !mayFallBelowZero(from.account.kind)) {
    refuse('insufficient_funds', {
      account: from.account.kind,
      currency: from.account.currency,
      availableMinor: from.balanceMinor.toString(),
      neededMinor: line.amountMinor.toString(),
    });
  }
  if (left < -MOST_MINOR || to.balanceMinor + line.amountMinor > MOST_MINOR) {
    refuse('amount_invalid', { currency: from.account.currency }, 'amount');
  }
  from.balanceMinor = left;
  from.lines += 1n;
  to.balanceMinor += line.amountMinor;
  to.lines += 1n;
  return { ...line, from: { ...from }, to: { ...to } };
}

function transferRow(ctx: Context, posting: Posting, line: BookedLine) {
  const home = line.debit.home;
  return {
    home,
    id: newId(home, ctx.now),
    currency: line.debit.currency,
    debitId: line.from.id,
    creditId: line.to.id,
    amountMinor: line.amountMinor,
    act: line.act,
    reference: line.reference,
    rootId: posting.rootId,
    subjectId: line.about?.subjectId ?? posting.subjectId ?? null,
    eventId: line.about?.eventId ?? posting.event.id,
    eventHome: posting.event.home,
    debitLine: line.from.lines,
    creditLine: line.to.lines,
    debitBalanceMinor: line.from.balanceMinor,
    creditBalanceMinor: line.to.balanceMinor,
    at: ctx.now,
  };
}

function writeBalances(ctx: Context, home: number, purses: Purse[]): void {
  const changed = sql.join(
    purses.map((p) => sql`(${p.id}::uuid, ${p.balanceMinor}::bigint, ${p.lines}::bigint)`),
  );
  ctx.later(sql`
    update ledger_account set balance_minor = v.balance_minor, lines = v.lines
    from (values ${changed}) v (id, balance_minor, lines)
    where ledger_account.home = ${home} and ledger_account.id = v.id`);
}
