/**
 * A throw-away server of the PostgreSQL that the machine itself has, to run tests on another
 * version than the embedded one. It listens on loopback, trusts the tests, and is gone afterwards.
 */
import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { chooseRunAs, runAsCommand } from '#platform/embedded/system-user.ts';

export type SystemPostgres = { version: string; url: string; stop(): Promise<void> };

const LEAST_MAJOR = 15;

/** Starts it; undefined where the machine has none that is new enough. */
export async function startSystemPostgres(): Promise<SystemPostgres | undefined> {
  const found = findServer();
  if (found === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'anyshore-other-'));
  chmodSync(folder, 0o711);
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  const runAs = chooseRunAs(cluster, [folder]);
  if (runAs.owner) chownSync(cluster, runAs.owner.uid, runAs.owner.gid);
  const initdb = runAsCommand(runAs, join(found.programs, 'initdb'), [
    ...['-D', cluster, '-U', 'anyshore', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync'],
  ]);
  execFileSync(initdb.command, initdb.words, { ...initdb.options, stdio: 'pipe' });
  const port = await freePort();
  const server = runAsCommand(runAs, join(found.programs, 'postgres'), [
    ...['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
    ...['-k', '', '-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'],
  ]);
  const options: SpawnOptions = { ...server.options, stdio: 'ignore' };
  const child = spawn(server.command, server.words, options);
  const url = `postgres://anyshore@127.0.0.1:${port}/postgres`;
  await answer(url);
  return {
    version: found.version,
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The newest server of the machine: what Debian keeps, or what pg_config speaks of. */
function findServer(): { programs: string; version: string } | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian)
    ? readdirSync(debian).map((major) => join(debian, major, 'bin'))
    : [];
  try {
    folders.push(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim());
  } catch {
    // No development files here; the folders decide.
  }
  const servers = folders
    .filter((programs) => existsSync(join(programs, 'initdb')))
    .map((programs) => {
      const said = execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' });
      return { programs, version: /\d+(\.\d+)?/.exec(said)?.[0] ?? '0' };
    })
    .filter(({ version }) => Number.parseInt(version, 10) >= LEAST_MAJOR);
  return servers.sort((a, b) => Number(b.version) - Number(a.version))[0];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function answer(url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(100);
    }
  }
}
