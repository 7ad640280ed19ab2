import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import {
  APPLICATION_ROLE,
  createDatabase,
  type Database,
  type ReadDb,
} from '#platform/database.ts';
import { createPool } from '#platform/pipeline/create-pool.ts';
import { createRun, type Run } from '#platform/run.ts';
import { administer, databaseUrl } from './harness/start-database.ts';

export type TestDatabase = {
  /** Connection string of the owner, for what the application's role may not do. */
  url: string;
  /** The application's own pool, with its role. */
  pool: pg.Pool;
  db: Database;
  readDb: ReadDb;
  run: Run;
  /** Ends the pool, fails if anything else is still connected, and drops the database. */
  close(): Promise<void>;
};

/**
 * A fresh clone of the migrated template: a real PostgreSQL database for one test file. Call it at
 * the top of the file (`const { db, run } = await testDatabase()`); it closes itself at the end.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl');
  const name = `anyshore_test_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, `create database ${name} template ${inject('template')}`);
  const url = databaseUrl(serverUrl, name);
  const pool = createPool({ connectionString: url, role: APPLICATION_ROLE, patienceMs: 60_000 });
  const db = createDatabase(pool);
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= closeDatabase(serverUrl, name, pool);
    return closed;
  };
  afterAll(close);
  return { url, pool, db, readDb: db as unknown as ReadDb, run: createRun(db), close };
}

async function closeDatabase(serverUrl: string, name: string, pool: pg.Pool): Promise<void> {
  await pool.end();
  const leaks = await remainingSessions(serverUrl, name);
  await administer(serverUrl, `drop database if exists ${name} with (force)`);
  if (leaks.length > 0) {
    throw new Error(`The test left ${leaks.length} connection(s) open: ${leaks.join('; ')}`);
  }
}

/** Sessions that stay: a closed one takes a moment to vanish from the server's list. */
async function remainingSessions(serverUrl: string, name: string): Promise<string[]> {
  for (let look = 1; ; look += 1) {
    const found = await administer(
      serverUrl,
      `select left(query, 80) as query from pg_stat_activity where datname = '${name}'`,
    );
    if (found.rowCount === 0 || look === 20) return found.rows.map((row) => row.query);
    await sleep(50);
  }
}
