import { sql } from 'kysely';
import { HOMES, namedId } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { keysForgottenBefore } from '../key-life.ts';

/** An id on each home that has idempotency keys to forget; one look into the index per home. */
export async function homesOfOldKeys(
  db: ReadDb,
  now: Date,
  limit: number,
): Promise<{ id: string }[]> {
  const rows = await readSql<{ home: number }>(
    db,
    sql`select home from generate_series(0, ${HOMES - 1}) as homes (home)
      where exists (select from idempotency_key k
        where k.home = homes.home and k.at < ${keysForgottenBefore(now)})
      order by home limit ${limit}`,
  );
  return rows.map(({ home }) => ({ id: namedId(home, 'forget-keys') }));
}
