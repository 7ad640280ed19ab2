/** All doors on one HTTP application. Their order matters: the pages answer whatever is left. */
import { Hono } from 'hono';
import { createAttemptLimits } from '#platform/attempt-limits.ts';
import type { Auth } from '#platform/auth.ts';
import type { Config } from '#platform/config.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import { type HealthOptions, healthRoutes } from '#platform/http/health.ts';
import type { Logger } from '#platform/logger.ts';
import type { DatabasePools } from '#platform/open-database.ts';
import type { Run } from '#platform/run.ts';
import { mountRest } from '#rest/mount.ts';
import { jwksRoutes } from '#rest/reputation/jwks.ts';
import { createLoadViewer } from '#web/accounts/load-viewer.ts';
import { mountWeb } from '#web/mount.ts';

export type DoorServices = {
  config: Config;
  /** What the market calls itself. */
  operatorName: string;
  publicUrl: string;
  secret: string;
  /** Whether this database holds the demo marketplace, so that pages may show its sign-ins. */
  demo: boolean;
  pools: DatabasePools;
  run: Run;
  auth: Auth;
  files: FileStore;
  log: Logger;
  health: HealthOptions;
};

export async function buildApp(services: DoorServices): Promise<Hono> {
  const { config, publicUrl, secret, pools, run, log, auth, files } = services;
  const app = new Hono();
  app.use(services.health.metrics.middleware);
  app.route('/', healthRoutes(services.health));
  app.route('/', jwksRoutes(pools.readDb));
  mountRest(app, {
    readDb: pools.readDb,
    primaryDb: pools.db as unknown as ReadDb,
    run,
    files,
    log,
    publicUrl,
    secret,
    proxies: config.proxies,
    limits: config,
  });
  await mountWeb(app, {
    readDb: pools.readDb,
    run,
    logger: log,
    auth,
    files,
    limits: createAttemptLimits(pools.pool),
    proxies: config.proxies,
    config: {
      url: publicUrl,
      secret,
      operatorName: services.operatorName,
      sourceUrl: config.sourceUrl ?? '',
      demo: services.demo,
      delivers: services.config.smtpUrl !== undefined,
    },
    loadViewer: createLoadViewer({ auth, readDb: pools.readDb, secret }),
  });
  return app;
}
