import type { ReadDb } from '#platform/database.ts';
import type { SealedKey } from '../record.ts';

/** The key that signs now; undefined before the first is needed. */
export async function activeKey(db: ReadDb): Promise<SealedKey | undefined> {
  const row = await db
    .selectFrom('signingKey')
    .select(['id', 'publicJwk', 'privateSealed'])
    .where('retiredAt', 'is', null)
    .orderBy('madeAt', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, publicJwk: asJwk(row.publicJwk) };
}

/** Every public key there ever was, the newest first: what `/.well-known/jwks.json` answers. */
export async function publicKeys(db: ReadDb): Promise<{ keys: SealedKey['publicJwk'][] }> {
  const rows = await db
    .selectFrom('signingKey')
    .select('publicJwk')
    .orderBy('madeAt', 'desc')
    .execute();
  return { keys: rows.map((row) => asJwk(row.publicJwk)) };
}

function asJwk(stored: unknown): SealedKey['publicJwk'] {
  return stored as SealedKey['publicJwk'];
}
