/** The stand of a measurement: a fresh embedded PostgreSQL in a temporary folder, as users get it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import {
  APPLICATION_ROLE,
  createDatabase,
  type Database,
  type ReadDb,
} from '#platform/database.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import { migrate } from '#platform/migrate.ts';
import { createPool } from '#platform/pipeline/create-pool.ts';
import { createRun, type Run } from '#platform/run.ts';

export type Stand = {
  ownerUrl: string;
  pool: pg.Pool;
  db: Database;
  readDb: ReadDb;
  run: Run;
  close(): Promise<void>;
};

const quiet = { info() {}, warn: console.warn, error: console.error };

export async function openStand(connections = 32): Promise<Stand> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anyshore-bench-'));
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir,
    log: quiet,
    onLost: (error) => {
      throw error;
    },
  });
  await migrate(server.url);
  const pool = createPool({ connectionString: server.url, role: APPLICATION_ROLE, connections });
  const db = createDatabase(pool);
  return {
    ownerUrl: server.url,
    pool,
    db,
    readDb: db as unknown as ReadDb,
    run: createRun(db),
    close: async () => {
      await pool.end();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
