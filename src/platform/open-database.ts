/** From configuration to a migrated database with its pools: the embedded one, or the one told. */
import pg from 'pg';
import type { Config } from './config.ts';
import { APPLICATION_ROLE, createDatabase, type Database, type ReadDb } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { Logger } from './logger.ts';
import { createPool } from './pipeline/create-pool.ts';
import { StartError } from './start-error.ts';

export type DatabaseServer = {
  /** Connection string of the owner: migrations, queue and relay. */
  ownerUrl: string;
  embedded: boolean;
  stop(): Promise<void>;
};

export type DatabasePools = {
  /** The application's pool: it may add to the log and the ledger, not change them. */
  pool: pg.Pool;
  ownerPool: pg.Pool;
  db: Database;
  /** Answers from the replica where there is one. */
  readDb: ReadDb;
  close(): Promise<void>;
};

/** Starts the embedded server, or makes sure that the external one answers. */
export async function startDatabase(
  config: Config,
  { log, onLost }: { log: Logger; onLost: (error: Error) => void },
): Promise<DatabaseServer> {
  if (config.databaseUrl === undefined) {
    const { url, stop } = await startEmbeddedPostgres({ dataDir: config.dataDir, log, onLost });
    return { ownerUrl: url, embedded: true, stop };
  }
  await reach(config.databaseUrl, 'DATABASE_URL');
  if (config.databaseReadUrl !== undefined)
    await reach(config.databaseReadUrl, 'DATABASE_READ_URL');
  return { ownerUrl: config.databaseUrl, embedded: false, stop: async () => {} };
}

/** Opens the pools of a migrated database. */
export async function openPools(
  config: Config,
  ownerUrl: string,
  log: Logger,
): Promise<DatabasePools> {
  const onError = (error: Error) => log.debug({ err: error }, 'a database connection was lost');
  const ownerPool = createPool({ connectionString: ownerUrl, connections: 3, onError });
  const role = (await mayTakeRole(ownerPool)) ? { role: APPLICATION_ROLE } : {};
  const options = { connections: config.connections, onError, ...role };
  const pool = createPool({ connectionString: ownerUrl, ...options });
  const readPool =
    config.databaseReadUrl === undefined
      ? undefined
      : createPool({ connectionString: config.databaseReadUrl, ...options });
  const db = createDatabase(pool);
  const readDb = readPool === undefined ? db : createDatabase(readPool);
  return {
    pool,
    ownerPool,
    db,
    readDb: readDb as unknown as ReadDb,
    async close() {
      await Promise.all([pool.end(), ownerPool.end(), readPool?.end()]);
    },
  };
}

/** Where the owner could not make the role, the application works as the owner. */
async function mayTakeRole(pool: pg.Pool): Promise<boolean> {
  const found = await pool.query<{ may: boolean }>(
    `select coalesce(bool_or(pg_has_role(current_user, oid, 'member')), false) as may
     from pg_roles where rolname = $1`,
    [APPLICATION_ROLE],
  );
  return found.rows[0]?.may === true;
}

async function reach(url: string, variable: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host, port, database } = client;
    const reason = (error as Error).message || (error as { code?: string }).code;
    throw new StartError(
      `${variable} leads to ${database} on ${host}:${port}, which says: ${reason}`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
