import type { ReadDb, Tx } from '#platform/database.ts';

/**
 * What was paid so far between these two parties in this currency, before fees, in minor units:
 * the ground on which tiers of a fee rule stand.
 */
export async function lifetimeValue(
  db: ReadDb | Tx,
  between: { clientId: string; freelancerId: string; currency: string },
): Promise<bigint> {
  const row = await (db as ReadDb)
    .selectFrom('contract')
    .innerJoin('milestone', 'milestone.contractId', 'contract.id')
    .select(({ fn }) => fn.sum<string | null>('milestone.grossMinor').as('total'))
    .where('contract.clientId', '=', between.clientId)
    .where('contract.freelancerId', '=', between.freelancerId)
    .where('contract.currency', '=', between.currency)
    .executeTakeFirst();
  return BigInt(row?.total ?? 0);
}

/** The same for one client and many freelancers; whoever was never paid has no entry. */
export async function lifetimeValues(
  db: ReadDb,
  between: { clientId: string; freelancerIds: readonly string[]; currency: string },
): Promise<Map<string, bigint>> {
  if (between.freelancerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('contract')
    .innerJoin('milestone', 'milestone.contractId', 'contract.id')
    .select('contract.freelancerId')
    .select(({ fn }) => fn.sum<string | null>('milestone.grossMinor').as('total'))
    .where('contract.clientId', '=', between.clientId)
    .where('contract.freelancerId', 'in', between.freelancerIds)
    .where('contract.currency', '=', between.currency)
    .groupBy('contract.freelancerId')
    .execute();
  return new Map(rows.map((row) => [row.freelancerId, BigInt(row.total ?? 0)]));
}
