import { accountCallbacks } from '#domain/accounts/auth-callbacks.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import { type Auth, createAuth } from '#platform/auth.ts';
import type { Logger } from '#platform/logger.ts';
import type { DatabasePools } from '#platform/open-database.ts';
import type { Run } from '#platform/run.ts';

/** The sign-in of this marketplace, joined to its members; its mails carry the market's name of now. */
export async function openSignIn(parts: {
  pools: DatabasePools;
  run: Run;
  log: Logger;
  /** The address that people use, without a slash at its end. */
  baseUrl: string;
  secret: string;
}): Promise<Auth> {
  const { pools, run, log, baseUrl, secret } = parts;
  const { pool, readDb } = pools;
  const { name: marketName } = await termsNow(readDb);
  return createAuth({
    pool,
    secret,
    baseUrl,
    marketName,
    callbacks: accountCallbacks({ run, readDb, baseUrl, marketName }),
    onError: (message, details) => log.error({ details }, message),
  });
}
