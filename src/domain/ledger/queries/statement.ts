import { sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import { accountId, walletOf } from '../account.ts';

export type StatementLine = {
  /** Number of the line within the account, without a gap. */
  line: bigint;
  transferId: string;
  at: Date;
  act: string;
  reference: string;
  /** Below zero when money left the account. */
  amountMinor: bigint;
  balanceMinor: bigint;
  currency: string;
  rootId: string;
  subjectId: string | null;
  eventId: string;
};

export type StatementPage = { lines: StatementLine[]; nextBefore: bigint | null };

export type StatementQuestion = {
  partyId: string;
  currency: string;
  /** Lines below this number; the newest ones when absent. */
  before?: bigint;
  /** From this moment, inclusive, to that moment, exclusive. */
  from?: Date;
  to?: Date;
  limit: number;
};

/** A party's wallet, newest line first. One account, so one index range whatever its length. */
export async function walletStatement(
  db: ReadDb,
  question: StatementQuestion,
): Promise<StatementPage> {
  const account = walletOf(question.partyId, question.currency);
  const id = accountId(account);
  const before = question.before ?? 2n ** 62n;
  const within = sql`
    ${question.from === undefined ? sql`` : sql`and at >= ${question.from}`}
    ${question.to === undefined ? sql`` : sql`and at < ${question.to}`}`;
  const statement = sql<StatementLine>`
    (select debit_line as line, id as transfer_id, at, act, reference,
        -amount_minor as amount_minor, debit_balance_minor as balance_minor,
        currency, root_id, subject_id, event_id
      from transfer
      where home = ${account.home} and debit_id = ${id} and debit_line < ${before} ${within}
      order by debit_line desc limit ${question.limit + 1})
    union all
    (select credit_line, id, at, act, reference, amount_minor, credit_balance_minor,
        currency, root_id, subject_id, event_id
      from transfer
      where home = ${account.home} and credit_id = ${id} and credit_line < ${before} ${within}
      order by credit_line desc limit ${question.limit + 1})
    order by line desc limit ${question.limit + 1}`;
  const rows = await readSql(db, statement);
  const lines = rows.slice(0, question.limit);
  const more = rows.length > question.limit;
  return { lines, nextBefore: more ? (lines.at(-1)?.line ?? null) : null };
}
