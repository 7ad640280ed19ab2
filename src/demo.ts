/** The demo marketplace of a first start. It is loaded whole or not at all. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_PASSWORD } from '#domain/accounts/demo.ts';
import { demoMembers } from '#domain/accounts/queries/demo-members.ts';
import type { Auth } from '#platform/auth.ts';
import type { Config } from '#platform/config.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Logger } from '#platform/logger.ts';
import type { DatabasePools } from '#platform/open-database.ts';
import type { Run } from '#platform/run.ts';

/** What `loadDemo` of db/demo/load-demo.ts works with. */
export type DemoServices = {
  run: Run;
  pools: DatabasePools;
  auth: Auth;
  files: FileStore;
  log: Logger;
};

type State = 'none' | 'loading' | 'loaded' | 'empty';

/** Whether a start was killed while it loaded the demo; the next one will drop what is there. */
export function isHalfLoaded(dataDir: string): boolean {
  return readState(dataDir) === 'loading';
}

/**
 * Before migrating: a start that was killed while the demo loaded begins again from nothing. Until
 * it is loaded nobody else is let in, so nothing else is lost.
 */
export async function dropHalfDemo(dataDir: string, ownerUrl: string): Promise<void> {
  if (!isHalfLoaded(dataDir)) return;
  const url = new URL(ownerUrl);
  const name = pg.escapeIdentifier(url.pathname.slice(1));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

/**
 * Loads the demo into the fresh embedded database of a first start, unless it is to stay empty,
 * and tells its sign-ins. Gives whether the demo is in there.
 */
export async function prepareDemo(
  services: DemoServices & {
    config: Config;
    embedded: boolean;
    empty: boolean;
    say: (line: string) => void;
  },
): Promise<boolean> {
  const { pools, say } = services;
  if (services.embedded) await loadOnce(services);
  const members = await demoMembers(pools.readDb);
  if (members.length > 0) say(`Demo sign-ins: ${members.join(', ')}; password ${DEMO_PASSWORD}`);
  return members.length > 0;
}

async function loadOnce(
  services: DemoServices & { config: Config; empty: boolean; say: (line: string) => void },
): Promise<void> {
  const { config, say } = services;
  const state = readState(config.dataDir);
  if (state === 'none' && (services.empty || (await isInUse(services.pools)))) {
    writeState(config.dataDir, 'empty');
  } else if (state === 'none' || state === 'loading') {
    say('Loading the demo marketplace …');
    writeState(config.dataDir, 'loading');
    const { loadDemo } = await import('../db/demo/load-demo.ts');
    await loadDemo(services);
    writeState(config.dataDir, 'loaded');
  }
}

/** The command line may have been here before. */
async function isInUse({ ownerPool }: DatabasePools): Promise<boolean> {
  const found = await ownerPool.query('select from party limit 1');
  return found.rowCount !== 0;
}

function readState(dataDir: string): State {
  const path = join(dataDir, 'demo');
  return existsSync(path) ? (readFileSync(path, 'utf8').trim() as State) : 'none';
}

function writeState(dataDir: string, state: State): void {
  writeFileSync(join(dataDir, 'demo'), `${state}\n`, { mode: 0o600 });
}
