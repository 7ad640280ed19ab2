import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';

/** How many events of each kind a root has that the actor may read. */
export async function eventCounts(
  db: ReadDb,
  actor: Actor,
  rootId: string,
): Promise<Map<string, number>> {
  let query = db
    .selectFrom('event')
    .select(['kind'])
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('home', '=', homeOf(rootId))
    .where('rootId', '=', rootId)
    .groupBy('kind');
  if (actor.kind === 'member' && !actor.operator) {
    const { partyId } = actor;
    query = query.where((on) => on(on.val(partyId), '=', on.fn.any('event.parties')));
  }
  return new Map((await query.execute()).map(({ kind, count }) => [kind, Number(count)]));
}
