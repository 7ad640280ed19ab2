/**
 * Brings a database to this version's schema: db/migrations/*.sql in the order of their names, and
 * the job queue's own tables. Forward only; safe when several processes start at once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runMigrations as migrateQueue } from 'graphile-worker';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { StartError } from './start-error.ts';

export const QUEUE_SCHEMA = 'graphile_worker';

const FOLDER = join(import.meta.dirname, '..', '..', 'db', 'migrations');
const LOCK_NOT_AVAILABLE = '55P03';
const OLDEST_SERVER = 150_000;
const EXTENSIONS = ['pg_trgm', 'unaccent'];
const LOCK_PATIENCE = 5;
/** Any number that nobody else takes; it serializes processes that migrate the same database. */
const MIGRATION_LOCK = 7_316_902_114;

/**
 * Migrates and tells which files were new. Each statement is sent as its own query, because that is
 * what a distributed database can take; all files of one call are one transaction.
 * @param ownerUrl connection string of a user that may create tables, schemas and roles
 */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 3 });
  // A lost connection shows as the failed statement; unheard, `pg` would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const lock = await pool.connect();
  try {
    await refuseOldServer(lock);
    await refuseBareServer(lock);
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await migrateTables(pool);
    await migrateQueue({ pgPool: pool, schema: QUEUE_SCHEMA });
    return { applied };
  } finally {
    // Closing the session gives the lock back, whatever happened before.
    lock.release(true);
    await pool.end();
  }
}

/** Names of the migrations that `db` has not seen yet; all of them when it has seen none. */
export async function pendingMigrations(pool: pg.Pool): Promise<string[]> {
  const found = await pool.query<{ known: boolean }>(
    "select to_regclass('public.kysely_migration') is not null as known",
  );
  const done = found.rows[0]?.known
    ? (await pool.query<{ name: string }>('select name from public.kysely_migration')).rows
    : [];
  const seen = new Set(done.map((row) => row.name));
  return migrationNames().filter((name) => !seen.has(name));
}

async function refuseOldServer(client: pg.ClientBase): Promise<void> {
  const shown = await client.query<{ server_version_num: string }>('show server_version_num');
  const version = Number(shown.rows[0]?.server_version_num);
  if (version < OLDEST_SERVER) {
    throw new StartError(
      `PostgreSQL 15 or newer is needed; DATABASE_URL leads to ${Math.trunc(version / 10_000)}.`,
    );
  }
}

/** Search needs two extensions of PostgreSQL's own; some systems pack them apart. */
async function refuseBareServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) needed (name)
      where name not in (select name from pg_available_extensions)`,
    [EXTENSIONS],
  );
  if (rows.length === 0) return;
  const missing = rows.map(({ name }) => name).join(' and ');
  throw new StartError(
    `The PostgreSQL server lacks ${missing}. Install its contrib package (postgresql-contrib).`,
  );
}

async function migrateTables(pool: pg.Pool): Promise<string[]> {
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
  const migrations = Object.fromEntries(migrationNames().map((name) => [name, fromFile(name)]));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  for (let attempt = 1; ; attempt += 1) {
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error === undefined) return results.map((result) => result.migrationName);
    const busy = (error as { code?: string }).code === LOCK_NOT_AVAILABLE;
    if (!busy || attempt === LOCK_PATIENCE) {
      const failed = results.find((result) => result.status === 'Error')?.migrationName;
      throw failed === undefined ? explained(error) : nameFile(error, failed);
    }
    await sleep(attempt * 1_000);
  }
}

function migrationNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort();
}

function fromFile(name: string): Migration {
  return {
    async up(db) {
      // A migration that waits behind a long transaction makes everybody else wait behind it.
      await sql`set local lock_timeout = '5s'`.execute(db);
      for (const statement of splitStatements(readFileSync(join(FOLDER, `${name}.sql`), 'utf8'))) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}

/** Statements of an SQL text: each ends with `;` at the end of a line outside of `$$ … $$`. */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let lines: string[] = [];
  let quoted = false;
  for (const line of text.split('\n')) {
    lines.push(line);
    if ((line.match(/\$\w*\$/g)?.length ?? 0) % 2 === 1) quoted = !quoted;
    if (!quoted && /;\s*$/.test(line) && !/^\s*--/.test(line)) {
      statements.push(lines.join('\n').trim());
      lines = [];
    }
  }
  const rest = lines.filter((line) => line.trim() !== '' && !/^\s*--/.test(line));
  return rest.length > 0 ? [...statements, lines.join('\n').trim()] : statements;
}

function nameFile(error: unknown, name: string): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`Migration ${name} failed: ${reason}`, { cause: error });
}

function explained(error: unknown): unknown {
  const reason = error instanceof Error ? error.message : '';
  return /corrupted migrations/.test(reason)
    ? new StartError(`This database was made by another version of Anyshore (${reason}).`)
    : error;
}
