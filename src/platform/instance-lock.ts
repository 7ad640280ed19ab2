/** One Anyshore per data folder: a second one would pull the embedded database from under it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';

export type InstanceLock = {
  /** Tells later starts and the command line where this instance answers. */
  announce(url: string): void;
  release(): void;
};

/**
 * Takes the folder, or gives undefined when another process holds it. The lock is the operating
 * system's own, held through an empty SQLite file (Node has no flock): it ends with the process
 * however that dies, so nothing has to be judged stale.
 */
export function takeInstanceLock(dataDir: string): InstanceLock | undefined {
  const lock = openLock(dataDir);
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    if (/locked|busy/.test((error as Error).message)) return undefined;
    throw unwritable(dataDir, error);
  }
  const notice = noticeIn(dataDir);
  rmSync(notice, { force: true });
  return {
    announce: (url) => writeFileSync(notice, JSON.stringify({ url, pid: process.pid })),
    release: () => {
      rmSync(notice, { force: true });
      lock.close();
    },
  };
}

function openLock(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    return new DatabaseSync(join(dataDir, 'instance.lock'), { timeout: 0 });
  } catch (error) {
    throw unwritable(dataDir, error);
  }
}

function unwritable(dataDir: string, cause: unknown): StartError {
  const reason = (cause as Error).message;
  return new StartError(`This user may not write to the data folder ${dataDir} (${reason}).`);
}

/** What the holder announced; undefined while it is still starting. */
export function readInstance(dataDir: string): { url: string; pid: number } | undefined {
  try {
    return JSON.parse(readFileSync(noticeIn(dataDir), 'utf8')) as { url: string; pid: number };
  } catch {
    return undefined;
  }
}

function noticeIn(dataDir: string): string {
  return join(dataDir, 'instance.json');
}
