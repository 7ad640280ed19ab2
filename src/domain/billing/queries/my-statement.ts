import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { minorUnit } from '#domain/kernel/money.ts';
import { type StatementLine, walletStatement } from '#domain/ledger/queries/statement.ts';
import type { ReadDb } from '#platform/database.ts';

/** A line with the contract that caused it, where one did. */
export type TitledLine = StatementLine & { contractTitle: string | null };

export type MyStatementQuestion = {
  currency: string;
  before?: bigint | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  limit: number;
};

export type MyStatement = { lines: TitledLine[]; nextBefore: bigint | null };

/** The wallet of the actor's party line by line, newest first; needs the right to see money. */
export async function myStatement(
  db: ReadDb,
  actor: Actor,
  { currency, before, from, to, limit }: MyStatementQuestion,
): Promise<MyStatement> {
  const { partyId } = requireMember(actor, 'see_money');
  minorUnit(currency);
  const { lines, nextBefore } = await walletStatement(db, {
    partyId,
    currency,
    limit,
    ...(before === undefined ? {} : { before }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  const roots = [...new Set(lines.map((line) => line.rootId))].filter((id) => id !== partyId);
  const contracts =
    roots.length === 0
      ? []
      : await db.selectFrom('contract').select(['id', 'title']).where('id', 'in', roots).execute();
  const titles = new Map(contracts.map(({ id, title }) => [id, title]));
  return {
    lines: lines.map((line) => ({ ...line, contractTitle: titles.get(line.rootId) ?? null })),
    nextBefore,
  };
}
