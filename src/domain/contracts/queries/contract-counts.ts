import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';

/** How many contracts of the actor's party are in progress. */
export async function countActiveContracts(db: ReadDb, actor: Actor): Promise<number> {
  const { partyId } = requireMember(actor, 'see_work');
  const { count } = await db
    .selectFrom('contract')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('state', '=', 'active')
    .where((on) => on.or([on('clientId', '=', partyId), on('freelancerId', '=', partyId)]))
    .executeTakeFirstOrThrow();
  return Number(count);
}
