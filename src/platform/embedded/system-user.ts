import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartError } from '../start-error.ts';

export type SystemUser = { uid: number; gid: number };

/** How PostgreSQL's programs are run. */
export type RunAs = {
  /** Whom its files belong to; undefined for ourselves. */
  owner: SystemUser | undefined;
  /** Words before the program that make it run as the owner; else it is spawned as the owner. */
  prefix: string[];
};

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged user: the owner of an
 * existing database, else `postgres`, else `nobody`. Everybody else runs it as themselves.
 * @param home the folder of the database, which need not be there yet
 * @param paths the folders which that user has to reach
 */
export function chooseRunAs(home: string, paths: string[]): RunAs {
  const owner = ownerOf(home);
  const self = process.getuid?.();
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new StartError(
        `${home} belongs to another user (uid ${owner.uid}). Start Anyshore as that user.`,
      );
    }
    return { owner: undefined, prefix: [] };
  }
  const user = owner && owner.uid !== 0 ? owner : (lookUp('postgres') ?? lookUp('nobody'));
  if (!user) {
    throw new StartError(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody". ' +
        'Start Anyshore as an ordinary user, or set DATABASE_URL.',
    );
  }
  const closed = paths.map((path) => closedFolder(path, user)).find((path) => path !== undefined);
  return { owner: user, prefix: closed === undefined ? [] : withKey(user, closed) };
}

/** The command line and spawn options that run `program` so. The folder `/` is open to anyone. */
export function runAsCommand({ owner, prefix }: RunAs, program: string, words: string[]) {
  const [command = program, ...rest] = [...prefix, program, ...words];
  const user = prefix.length === 0 && owner ? owner : {};
  return { command, words: rest, options: { ...user, cwd: '/', env: serverEnvironment } };
}

/** Nothing of the caller's environment (PGDATA, PGOPTIONS, locale) may bend the server. */
const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH ?? '' };

function ownerOf(path: string): SystemUser | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
}

function lookUp(name: string): SystemUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** The first folder on the way to `path` that `user` may not enter. */
function closedFolder(path: string, user: SystemUser): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return folder;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * A clone below a closed folder (/root, mktemp -d) is out of that user's reach. We open no folder
 * that isn't ours; on Linux the server gets the capability to pass instead. `no_setuid_fixup`
 * makes access(2), with which PostgreSQL looks for its own program, count capabilities too.
 * Containers often drop dac_read_search and keep dac_override; there it is no more than root had.
 */
function withKey(user: SystemUser, closed: string): string[] {
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = [
      'setpriv',
      ...[`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'],
      ...[`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`],
      '--securebits=+no_setuid_fixup',
    ];
    const [command, ...words] = [...prefix, 'ls', closed];
    if (command && spawnSync(command, words, { stdio: 'ignore' }).status === 0) return prefix;
  }
  throw new StartError(
    `PostgreSQL does not run as root, and the user it would run as may not enter ${closed}. ` +
      'Move Anyshore to a folder that others may enter (such as /opt), start it as an ordinary ' +
      'user, or set DATABASE_URL.',
  );
}
