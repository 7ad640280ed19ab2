import { sql } from 'kysely';
import type { ReadDb, Tx } from '#platform/database.ts';
import { ESCROWED_STATES } from '../milestone.ts';

/**
 * What was paid so far between these two parties in this currency, before fees, in minor units:
 * the ground on which tiers of a fee rule stand when a milestone is settled.
 */
export async function lifetimeValue(db: ReadDb | Tx, between: Between): Promise<bigint> {
  return (await valuesBetween(db, between)).paidMinor;
}

/**
 * The same with the amounts that are in escrow, which will be paid before whatever is funded after
 * them: the ground on which funding takes the client's fee, and on which fees are foretold. So the
 * fees of several milestones are the same whether each is paid before the next is funded or not.
 */
export async function committedValue(db: ReadDb | Tx, between: Between): Promise<bigint> {
  return (await valuesBetween(db, between)).committedMinor;
}

type Between = { clientId: string; freelancerId: string; currency: string };

const COMMITTED = sql<string | null>`sum(coalesce(milestone.gross_minor,
  case when milestone.state in (${sql.join(ESCROWED_STATES)}) then milestone.amount_minor end))`;

/** Both at once. */
export async function valuesBetween(
  db: ReadDb | Tx,
  between: Between,
): Promise<{ paidMinor: bigint; committedMinor: bigint }> {
  const row = await (db as ReadDb)
    .selectFrom('contract')
    .innerJoin('milestone', 'milestone.contractId', 'contract.id')
    .select(({ fn }) => fn.sum<string | null>('milestone.grossMinor').as('paid'))
    .select(COMMITTED.as('committed'))
    .where('contract.clientId', '=', between.clientId)
    .where('contract.freelancerId', '=', between.freelancerId)
    .where('contract.currency', '=', between.currency)
    .executeTakeFirst();
  return { paidMinor: BigInt(row?.paid ?? 0), committedMinor: BigInt(row?.committed ?? 0) };
}

/** `committedValue` for one client and many freelancers; who was never paid has no entry. */
export async function committedValues(
  db: ReadDb,
  between: { clientId: string; freelancerIds: readonly string[]; currency: string },
): Promise<Map<string, bigint>> {
  if (between.freelancerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('contract')
    .innerJoin('milestone', 'milestone.contractId', 'contract.id')
    .select('contract.freelancerId')
    .select(COMMITTED.as('total'))
    .where('contract.clientId', '=', between.clientId)
    .where('contract.freelancerId', 'in', between.freelancerIds)
    .where('contract.currency', '=', between.currency)
    .groupBy('contract.freelancerId')
    .execute();
  return new Map(rows.map((row) => [row.freelancerId, BigInt(row.total ?? 0)]));
}
