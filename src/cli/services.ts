/** What commands work with: the database of the running Anyshore, or one started for the moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Auth } from '#platform/auth.ts';
import { type Config, secretOf } from '#platform/config.ts';
import { runningEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import { readInstance, takeInstanceLock } from '#platform/instance-lock.ts';
import type { Logger } from '#platform/logger.ts';
import { migrate, pendingMigrations } from '#platform/migrate.ts';
import { type DatabasePools, openPools, startDatabase } from '#platform/open-database.ts';
import { createRun, type Run } from '#platform/run.ts';
import { StartError } from '#platform/start-error.ts';
import { isHalfLoaded } from '../demo.ts';
import { openSignIn } from '../sign-in.ts';

export type Opened = DatabasePools & { run: Run; auth: Auth; ownerUrl: string };

export type CliServices = {
  config: Config;
  log: Logger;
  /** Brings the schema up to date; gives the names of the migrations that were new. */
  migrate(): Promise<string[]>;
  /** The migrated database; refuses one that still has to be migrated. */
  open(): Promise<Opened>;
  /** Closes what was opened. */
  close(): Promise<void>;
};

const PATIENCE_MS = 20_000;

export function cliServices(config: Config, log: Logger): CliServices {
  const closers: (() => Promise<void>)[] = [];
  let url: Promise<string> | undefined;
  const ownerUrl = () => {
    url ??= findDatabase(config, log, closers);
    return url;
  };
  return {
    config,
    log,
    async migrate() {
      return (await migrate(await ownerUrl())).applied;
    },
    async open() {
      if (config.databaseUrl === undefined && isHalfLoaded(config.dataDir)) {
        throw new StartError('The first start was interrupted. Run bin/start again, then this.');
      }
      const owner = await ownerUrl();
      const pools = await openPools(config, owner, log);
      closers.push(() => pools.close());
      const pending = await pendingMigrations(pools.ownerPool);
      if (pending.length > 0) {
        throw new StartError(`The database lacks ${pending.join(', ')}: bin/anyshore migrate`);
      }
      const run = createRun(pools.db);
      const baseUrl = config.publicUrl ?? `http://localhost:${config.port}`;
      const auth = await openSignIn({ pools, run, log, baseUrl, secret: secretOf(config) });
      return { ...pools, run, auth, ownerUrl: owner };
    },
    async close() {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
}

/**
 * An embedded database belongs to one process. While Anyshore runs, its server is used; else one is
 * started, under the same lock, and stopped at the end. Another command is waited for.
 */
async function findDatabase(
  config: Config,
  log: Logger,
  closers: (() => Promise<void>)[],
): Promise<string> {
  const onLost = (error: Error) => log.error({ err: error }, 'the database was lost');
  if (config.databaseUrl !== undefined) {
    return (await startDatabase(config, { log, onLost })).ownerUrl;
  }
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(200)) {
    const lock = takeInstanceLock(config.dataDir);
    if (lock) {
      closers.push(async () => lock.release());
      const server = await startDatabase(config, { log, onLost });
      closers.push(() => server.stop());
      return server.ownerUrl;
    }
    // A server announces itself when it is ready; a command never does.
    const running = readInstance(config.dataDir) && runningEmbeddedPostgres(config.dataDir);
    if (running !== undefined) return running;
  }
  throw new StartError(`Another process works on ${config.dataDir} and does not become ready.`);
}
