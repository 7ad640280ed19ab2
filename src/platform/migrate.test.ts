import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { administer, databaseUrl } from '#test/harness/start-database.ts';
import { migrate, pendingMigrations, splitStatements } from './migrate.ts';

const server = inject('serverUrl');
const name = `anyshore_test_${randomBytes(6).toString('hex')}`;
await administer(server, `create database ${name}`);
const url = databaseUrl(server, name);
afterAll(() => administer(server, `drop database ${name} with (force)`));

test('several processes that migrate at once do it once', async () => {
  const pool = new pg.Pool({ connectionString: url });
  expect((await pendingMigrations(pool)).length).toBeGreaterThan(3);
  const all = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const applied = all.map((one) => one.applied.length).sort((a, b) => a - b);
  expect(applied.slice(0, 2)).toEqual([0, 0]);
  expect(applied[2]).toBeGreaterThan(3);
  expect(await pendingMigrations(pool)).toEqual([]);
  const queue = await pool.query("select to_regclass('graphile_worker._private_jobs') as oid");
  expect(queue.rows[0].oid).not.toBeNull();
  await pool.end();
});

test('statements end at a semicolon that ends a line, outside of dollar quotes', () => {
  const text = [
    '-- first; not an end;',
    'create table a (',
    "  b text default ';'",
    ');',
    'do $$ begin',
    '  perform 1;',
    'end $$;',
    'select $tag$;',
    '$tag$;',
    '-- the rest',
    '',
  ].join('\n');
  expect(splitStatements(text).map((statement) => statement.split('\n').length)).toEqual([4, 3, 2]);
});
