/**
 * Gives every test run one PostgreSQL with one migrated template database. It is the embedded
 * server in a temporary folder, or the server of ANYSHORE_TEST_DATABASE_URL (a user that may make
 * databases) to test against another version.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostmaster, isAlive } from '#platform/embedded/postmaster-file.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import { migrate } from '#platform/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

const PREFIX = 'anyshore-test-';

export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.ANYSHORE_TEST_DATABASE_URL;
  const folder = makeRunFolder();
  const server = external ? { url: external, stop: async () => {} } : await startIn(folder);
  const template = `anyshore_template_${randomBytes(6).toString('hex')}`;
  await administer(server.url, `create database ${template}`);
  await migrate(databaseUrl(server.url, template));
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  return async () => {
    if (external) await administer(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** The same server and user, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** One statement on the server's own database, in a session of its own. */
export async function administer(serverUrl: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Everything that the run writes goes below it, so that nothing is left behind. */
function makeRunFolder(): string {
  removeDeadRuns();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // The server may run as another user: it passes through.
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'run.pid'), String(process.pid));
  process.env.TMPDIR = join(folder, 'tmp');
  mkdirSync(process.env.TMPDIR, { mode: 0o711 });
  return folder;
}

function startIn(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  return startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    log: { info: () => {}, warn: console.warn, error: console.error },
    onLost: (error) => {
      throw error;
    },
    // Nothing here outlives the run, so nothing has to survive a power cut.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300' },
  });
}

/** A killed run leaves a server and a folder behind; the next run clears them away. */
function removeDeadRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (isAlive(Number(readFileSync(join(folder, 'run.pid'), 'utf8')))) continue;
      const orphan = findPostmaster(join(folder, 'data', 'postgres', 'cluster'));
      if (orphan) process.kill(orphan.pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Another user's run, or one that is just beginning or ending: not ours to clear.
    }
  }
}
