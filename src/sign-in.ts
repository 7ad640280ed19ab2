import { accountCallbacks } from '#domain/accounts/auth-callbacks.ts';
import { type Auth, createAuth } from '#platform/auth.ts';
import type { Logger } from '#platform/logger.ts';
import type { DatabasePools } from '#platform/open-database.ts';
import type { Run } from '#platform/run.ts';

const MARKET_NAME = 'Anyshore';

/** The sign-in of this marketplace, joined to its members. */
export function openSignIn(parts: {
  pools: DatabasePools;
  run: Run;
  log: Logger;
  /** The address that people use, without a slash at its end. */
  baseUrl: string;
  secret: string;
}): Auth {
  const { pools, run, log, baseUrl, secret } = parts;
  const { pool, readDb } = pools;
  return createAuth({
    pool,
    secret,
    baseUrl,
    marketName: MARKET_NAME,
    callbacks: accountCallbacks({ run, readDb, baseUrl, marketName: MARKET_NAME }),
    onError: (message, details) => log.error({ details }, message),
  });
}
