/**
 * The private PostgreSQL that Anyshore runs when no DATABASE_URL is set: a real server on a random
 * port of the loopback interface, in a folder of its own, started and stopped with the process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createCluster, findPrograms, type Places, placesIn } from './embedded/create-cluster.ts';
import {
  disownStalePid,
  dropEmptyLockFile,
  findPostmaster,
  isAlive,
  readPostmaster,
} from './embedded/postmaster-file.ts';
import { chooseRunAs, type RunAs, runAsCommand } from './embedded/system-user.ts';
import type { Logger } from './logger.ts';
import { StartError } from './start-error.ts';

export type EmbeddedPostgres = {
  /** Connection string of the owner, who may change the schema. */
  url: string;
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  dataDir: string;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Told when the server died and could not be brought back. */
  onLost: (error: Error) => void;
  /** More settings, such as `fsync: 'off'` for tests. */
  settings?: Record<string, string>;
};

const DATABASE = 'anyshore';
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;
const START_PATIENCE_MS = 60_000;

/**
 * Starts the server on `dataDir`, making the cluster first if there is none. A server that outlived
 * a killed Anyshore is stopped before; one that dies on the way is started again on the same port.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const places = placesIn(dataDir);
  // Root's database user has to pass through this folder; nobody else has to see into it.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const programs = await findPrograms();
  const runAs = chooseRunAs(places.home, [dataDir, programs.postgres]);
  await createCluster(places, programs, runAs);
  await stopOrphan(places, options.log);
  const server = new Server(places, programs.postgres, runAs, options);
  await server.start();
  const url = urlOf(places, server.port, DATABASE);
  await createDatabaseOnce(urlOf(places, server.port, 'postgres'));
  return { url, stop: () => server.stop() };
}

/** The connection string of a server that another process runs on `dataDir`, if one is ready. */
export function runningEmbeddedPostgres(dataDir: string): string | undefined {
  const places = placesIn(resolve(dataDir));
  const postmaster = findPostmaster(places.cluster);
  return postmaster?.ready ? urlOf(places, postmaster.port, DATABASE) : undefined;
}

class Server {
  port = 0;
  private child: ChildProcess | undefined;
  private stopping = false;
  private readonly places: Places;
  private readonly program: string;
  private readonly runAs: RunAs;
  private readonly options: EmbeddedPostgresOptions;

  constructor(places: Places, program: string, runAs: RunAs, options: EmbeddedPostgresOptions) {
    this.places = places;
    this.program = program;
    this.runAs = runAs;
    this.options = options;
  }

  /** Tries until the server is ready; after a crash its predecessor's last children may linger. */
  async start(): Promise<void> {
    const deadline = Date.now() + START_PATIENCE_MS;
    for (let attempt = 1; ; attempt += 1) {
      if (this.stopping) return;
      if (this.port === 0 || attempt > 20) this.port = await freePort();
      const failure = await this.launch();
      if (failure === undefined) return;
      const passing = /could not bind|Address already in use|still in use|lock file/.test(failure);
      if (!passing || Date.now() > deadline) {
        throw new StartError(`The embedded PostgreSQL did not start: ${failure}`);
      }
      await sleep(100);
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const pid = this.child?.pid;
    if (pid !== undefined && this.child?.exitCode === null) await stopServer(pid);
  }

  /** Starts the program once; gives the reason when it ended before it was ready. */
  private async launch(): Promise<string | undefined> {
    disownStalePid(this.places.cluster);
    dropEmptyLockFile(this.places.cluster);
    if (sizeOf(this.places.log) > LOG_LIMIT_BYTES) truncateSync(this.places.log);
    const logged = sizeOf(this.places.log);
    const log = openSync(this.places.log, 'a', 0o600);
    const settings: Record<string, string> = {
      listen_addresses: '127.0.0.1',
      port: String(this.port),
      unix_socket_directories: '',
      timezone: 'UTC',
      log_timezone: 'UTC',
      jit: 'off',
      // Plans are kept: one made while a table was small must not choose to read it whole for long.
      random_page_cost: '1.1',
      autovacuum_naptime: '15s',
      ...this.options.settings,
    };
    const { command, words, options } = runAsCommand(this.runAs, this.program, [
      ...['-D', this.places.cluster],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    // Its own process group: Ctrl-C must reach us alone, so that requests drain before it stops.
    const child = spawn(command, words, {
      ...options,
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    // However we end, short of kill -9, the server is told to; it needs us no more for that.
    const tell = () => child.kill('SIGINT');
    process.once('exit', tell);
    const ended = new Promise<'ended'>((resolveEnded) => {
      child.once('exit', () => resolveEnded('ended'));
      child.once('error', () => resolveEnded('ended'));
    });
    ended.then(() => process.off('exit', tell));
    while (!isReady(this.places.cluster, child.pid)) {
      if ((await Promise.race([ended, sleep(10)])) === 'ended') {
        return lastWords(this.places.log, logged);
      }
    }
    ended.then(() => this.revive());
    return undefined;
  }

  private async revive(): Promise<void> {
    if (this.stopping) return;
    this.options.log.error('the embedded PostgreSQL ended; starting it again');
    try {
      await this.start();
      this.options.log.info('the embedded PostgreSQL is back');
    } catch (error) {
      this.options.onLost(error as Error);
    }
  }
}

function isReady(cluster: string, pid: number | undefined): boolean {
  const postmaster = readPostmaster(cluster);
  return postmaster?.ready === true && postmaster.pid === pid;
}

/** A killed Anyshore leaves its server running, with nobody to stop it. */
async function stopOrphan(places: Places, log: EmbeddedPostgresOptions['log']): Promise<void> {
  const orphan = findPostmaster(places.cluster);
  if (!orphan) return;
  log.info({ pid: orphan.pid }, 'stopping the PostgreSQL that an earlier run left behind');
  await stopServer(orphan.pid);
}

/** Fast first (sessions are cut, data is written), then at once, then by force. */
async function stopServer(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patienceMs] of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(10)) {
      if (!isAlive(pid)) return;
    }
  }
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function urlOf(places: Places, port: number, database: string): string {
  const password = readFileSync(places.password, 'utf8').trim();
  return `postgres://anyshore:${password}@127.0.0.1:${port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolvePort(port));
    });
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last lines of what the server wrote since `offset`. */
function lastWords(path: string, offset: number): string {
  const text = readFileSync(path).subarray(offset).toString('utf8').trim();
  return text.split('\n').slice(-4).join(' / ') || 'it ended without a word';
}
