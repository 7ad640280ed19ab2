import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running PostgreSQL says about itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** Reads `postmaster.pid`; undefined when there is none or it is only half written. */
export function readPostmaster(clusterDir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  // pid, data folder, start time, port, socket folder, listen address, shared memory, state.
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/** The live server of exactly this cluster: not a stale file, not a stranger with a reused pid. */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const postmaster = readPostmaster(clusterDir);
  if (!postmaster || !isAlive(postmaster.pid)) return undefined;
  return commandLine(postmaster.pid).includes(clusterDir) ? postmaster : undefined;
}

/**
 * PostgreSQL refuses to start when the pid in a stale file is in use again by anybody. Naming
 * ourselves there makes it see a stale file (it accepts its own parent) and still check the
 * shared memory of its predecessor, which deleting the file would skip.
 */
export function disownStalePid(clusterDir: string): void {
  if (!readPostmaster(clusterDir) || findPostmaster(clusterDir)) return;
  const path = join(clusterDir, 'postmaster.pid');
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [String(process.pid), ...rest].join('\n'));
}

/** A server writes into the file at once after making it. */
const WRITTEN_WITHIN_MS = 2_000;

/**
 * A server that was killed between making its lock file and writing into it leaves an empty one,
 * and no later server starts beside that. It had touched nothing else yet, so the file can go, once
 * it is too old to be somebody's who is just starting.
 */
export function dropEmptyLockFile(clusterDir: string, now = Date.now()): void {
  const path = join(clusterDir, 'postmaster.pid');
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.size === 0 && now - file.mtimeMs > WRITTEN_WITHIN_MS) rmSync(path, { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Ended, but kept in the table by a parent that never asks: common where pid 1 is no real init. */
function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

/** The words a process was started with; empty when it is gone. macOS has no /proc. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return '';
    }
  }
}
