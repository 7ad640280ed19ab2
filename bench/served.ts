/** The real server as a process of its own, in a temporary folder, with its memory in sight. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintApiKey } from '#domain/accounts/api-key.ts';
import { createApiKey } from '#domain/accounts/commands/create-api-key.ts';
import { registerMember } from '#domain/accounts/commands/register-member.ts';
import { depositDirectly } from '#domain/billing/commands/deposit-directly.ts';
import { ALL_SCOPES, type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { createDatabase } from '#platform/database.ts';
import { runningEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import { createPool } from '#platform/pipeline/create-pool.ts';
import { createRun, type Run } from '#platform/run.ts';
import { cpuOf, cpuOfPostgres } from './cpu.ts';

export type Served = {
  url: string;
  /** Seconds from the spawn to the line that says it is ready. */
  readySeconds: number;
  /** Ends the server, and gives the same of its next start. Only `close` may follow. */
  readyAgainSeconds(): Promise<number>;
  memoryMb(): { now: number; peak: number };
  /** CPU milliseconds so far, of the server's process and of its PostgreSQL. */
  cpuMs(): { node: number; postgres: number };
  /** The owner's connection string of the served database. */
  databaseUrl(): string;
  /** Works on the served database beside the server. */
  withRun<T>(work: (run: Run) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** A load runner is not to be told to slow down. */
const SETTINGS = { PORT: '0', ANYSHORE_LOG_LEVEL: 'error', ANYSHORE_REQUESTS_PER_KEY: '999999999' };

/** With the demo marketplace, or empty. */
export async function serveMarket(words: readonly '--empty'[] = []): Promise<Served> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anyshore-bench-'));
  chmodSync(dataDir, 0o711);
  const { child, url, seconds } = await startServer(dataDir, words);
  return {
    url,
    readySeconds: seconds,
    memoryMb: () => memoryOf(child.pid ?? 0),
    cpuMs: () => ({ node: cpuOf(child.pid ?? 0), postgres: cpuOfPostgres(dataDir) }),
    databaseUrl: () => databaseUrl(dataDir),
    withRun: (work) => withRun(dataDir, work),
    readyAgainSeconds: async () => {
      await stopServer(child);
      const again = await startServer(dataDir, words);
      await stopServer(again.child);
      return again.seconds;
    },
    close: async () => {
      await stopServer(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts it with the words of bin/start; the seconds go to the line that says it is ready. */
async function startServer(dataDir: string, words: readonly string[]) {
  const begun = performance.now();
  const main = join(import.meta.dirname, '..', 'src', 'main.ts');
  const child = spawn(process.execPath, ['--max-semi-space-size=8', main, ...words], {
    env: { ...process.env, ...SETTINGS, ANYSHORE_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyUrl(child);
  return { child, url, seconds: (performance.now() - begun) / 1_000 };
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /ready at (http\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

/** Resident memory of the process, from Linux's own books; not a number elsewhere. */
function memoryOf(pid: number): { now: number; peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
    return { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
  } catch {
    return { now: Number.NaN, peak: Number.NaN };
  }
}

function databaseUrl(dataDir: string): string {
  const connectionString = runningEmbeddedPostgres(dataDir);
  if (connectionString === undefined) throw new Error('The served database is not there');
  return connectionString;
}

async function withRun<T>(dataDir: string, work: (run: Run) => Promise<T>): Promise<T> {
  const pool = createPool({ connectionString: databaseUrl(dataDir), connections: 4 });
  try {
    return await work(createRun(createDatabase(pool)));
  } finally {
    await pool.end();
  }
}

export type Keyed = { key: string; partyId: string; actor: MemberActor };

/** A member with a key for everything, and money if it is to have some. */
export async function keyedMember(run: Run, name: string, amountMinor: bigint): Promise<Keyed> {
  const memberId = newId(drawHome());
  const system = { actor: systemActor('bench'), root: memberId };
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@bench.test`;
  await run(registerMember, { memberId, name, email }, system);
  const actor: MemberActor = {
    kind: 'member',
    memberId,
    partyId: memberId,
    role: 'self',
    scopes: ALL_SCOPES,
    operator: false,
  };
  const { secret, prefix, secretHash } = mintApiKey();
  const wanted = { name: 'bench', scopes: [...ALL_SCOPES], expiresAt: null, prefix, secretHash };
  await run(createApiKey, wanted, { actor, root: memberId });
  if (amountMinor > 0n) {
    await run(depositDirectly, { partyId: memberId, currency: 'USD', amountMinor }, system);
  }
  return { key: secret, partyId: memberId, actor };
}
