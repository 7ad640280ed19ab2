/**
 * The database as the application sees it. The right to write is a type: reads get `ReadDb`,
 * commands get `Tx`, and only `run` makes a `Tx`.
 */
import {
  CamelCasePlugin,
  type CompiledQuery,
  Kysely,
  PostgresDialect,
  type RawBuilder,
  type Transaction,
} from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type pg from 'pg';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;
export type ReadDb = ReadonlyKysely<DB>;
export type Tx = Transaction<DB>;

export const APPLICATION_ROLE = 'anyshore_app';

/** A statement that is built and not sent yet. */
export type Sendable = { compile(tx: Tx): CompiledQuery };

export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    // hoursAWeek is hours_a_week, not hours_aweek.
    plugins: [
      new CamelCasePlugin({
        maintainNestedObjectKeys: true,
        underscoreBetweenUppercaseLetters: true,
      }),
    ],
  });
}

/** A read that is clearest as plain SQL. The statement must not write: the type cannot see inside it. */
export async function readSql<Row>(db: ReadDb, statement: RawBuilder<Row>): Promise<Row[]> {
  const { rows } = await statement.execute(db as unknown as Database);
  return rows;
}
