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
