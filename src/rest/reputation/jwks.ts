import { Hono } from 'hono';
import { publicKeys } from '#domain/reputation/queries/signing-keys.ts';
import type { ReadDb } from '#platform/database.ts';

/** The public keys of members' records (RFC 7517), where everybody looks for them. */
export function jwksRoutes(db: ReadDb): Hono {
  const app = new Hono();
  app.get('/.well-known/jwks.json', async (c) => {
    const keys = await publicKeys(db);
    return c.json(keys, 200, {
      'Content-Type': 'application/jwk-set+json',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
    });
  });
  return app;
}
