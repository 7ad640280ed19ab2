import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import { readableBy } from './events.ts';

/** How many events of each kind a root has that the actor may read. */
export async function eventCounts(
  db: ReadDb,
  actor: Actor,
  rootId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('event')
    .select(['kind'])
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('home', '=', homeOf(rootId))
    .where('rootId', '=', rootId)
    .where(readableBy(actor))
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}
