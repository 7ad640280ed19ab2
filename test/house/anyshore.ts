import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..', '..');

/** The real program in a process of its own, as bin/start runs it. */
export type Started = {
  /** Both streams so far. */
  said(): string;
  /** The exit code, once it ended. */
  exit: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** Waits until it serves; throws with what it said when it ends before. */
  ready(): Promise<void>;
};

/** A fresh data folder and a free port. `remove` takes the folder away. */
export async function newPlace(): Promise<{ dataDir: string; port: number; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'anyshore-house-'));
  chmodSync(folder, 0o711);
  return {
    dataDir: join(folder, 'data'),
    port: await freePort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function startAnyshore(
  at: { dataDir: string; port: number },
  words: string[] = ['--empty'],
): Started {
  const child = spawn(process.execPath, ['src/main.ts', ...words], {
    cwd: ROOT,
    env: environment(at),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  return {
    said: () => said,
    exit,
    kill: (signal) => child.kill(signal),
    ready: () => untilReady(child, at.port, () => said),
  };
}

/** Runs bin/anyshore's program to its end. */
export function anyshore(
  at: { dataDir: string; port: number },
  words: string[],
): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: environment(at) };
    execFile(process.execPath, ['src/cli/main.ts', ...words], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out: out + err });
    });
  });
}

/** The process id of the embedded server; undefined when its file is gone. */
export function postmasterPid(dataDir: string): number | undefined {
  try {
    const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

function environment({ dataDir, port }: { dataDir: string; port: number }): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    ANYSHORE_DATA: dataDir,
    PORT: String(port),
    ANYSHORE_LOG_LEVEL: 'info',
  };
}

async function untilReady(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (const end = Date.now() + 240_000; Date.now() < end; await sleep(25)) {
    if (child.exitCode !== null) throw new Error(`It ended: ${said()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`It was not ready within four minutes: ${said()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
