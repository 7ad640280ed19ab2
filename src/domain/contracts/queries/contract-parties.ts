import type { ReadDb } from '#platform/database.ts';
import type { Parties } from '../contract.ts';

/** Both sides of a contract; undefined where there is none. For what acts in nobody's name. */
export async function contractParties(db: ReadDb, id: string): Promise<Parties | undefined> {
  return db
    .selectFrom('contract')
    .select(['clientId', 'freelancerId'])
    .where('id', '=', id)
    .executeTakeFirst();
}
