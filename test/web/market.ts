/** The pages with a real sign-in over a test's database: what a visitor's browser meets. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { accountCallbacks } from '#domain/accounts/auth-callbacks.ts';
import { createAttemptLimits } from '#platform/attempt-limits.ts';
import { type Auth, createAuth } from '#platform/auth.ts';
import type { FileStore } from '#platform/file-store.ts';
import { createLoadViewer } from '#web/accounts/load-viewer.ts';
import { mountWeb } from '#web/mount.ts';
import type { TestDatabase } from '../database.ts';
import { quiet } from '../quiet-log.ts';

export type Market = {
  url: string;
  auth: Auth;
  /** The newest mail to this address, or null. */
  lastMail: (recipient: string) => Promise<{ subject: string; bodyText: string } | null>;
  stop: () => Promise<void>;
};

const SECRET = 'only-for-tests-of-pages-0123456789';
const MARKET_NAME = 'Anyshore';

export async function openMarket(
  { pool, db, readDb, run }: TestDatabase,
  options: { port?: number } = {},
): Promise<Market> {
  const app = new Hono();
  // Links in mails need the address before the pages are mounted.
  const { url, stop } = await listen(app, options.port ?? 0);
  const auth = createAuth({
    pool,
    secret: SECRET,
    baseUrl: url,
    marketName: MARKET_NAME,
    callbacks: accountCallbacks({ run, readDb, baseUrl: url, marketName: MARKET_NAME }),
  });
  await mountWeb(app, {
    readDb,
    run,
    auth,
    limits: createAttemptLimits(pool),
    files: {} as FileStore,
    logger: quiet,
    config: { url, secret: SECRET, operatorName: 'Test', sourceUrl: '', demo: false },
    loadViewer: createLoadViewer({ auth, readDb, secret: SECRET }),
  });
  const lastMail = async (recipient: string) =>
    (await db
      .selectFrom('mail')
      .select(['subject', 'bodyText'])
      .where('recipient', '=', recipient)
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()) ?? null;
  return { url, auth, lastMail, stop };
}

function listen(app: Hono, port: number): Promise<{ url: string; stop: () => Promise<void> }> {
  return new Promise((ready) => {
    const fetch: typeof app.fetch = (request, env, context) => app.fetch(request, env, context);
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (info) =>
      ready({
        url: `http://127.0.0.1:${info.port}`,
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      }),
    );
  });
}
