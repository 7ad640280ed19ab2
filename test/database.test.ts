import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './database.ts';

const { pool, url } = await testDatabase();

test('a test file has a migrated database of its own', async () => {
  const found = await pool.query('select count(*)::int as categories from category');
  expect(found.rows[0].categories).toBeGreaterThan(0);
  expect(url).toMatch(/anyshore_test_/);
});

test('the application may add to the event log but not change it', async () => {
  await expect(pool.query("update event set kind = 'x'")).rejects.toMatchObject({ code: '42501' });
  await expect(pool.query('delete from transfer')).rejects.toMatchObject({ code: '42501' });
});

test('a connection left open fails the file', async () => {
  const other = await testDatabase();
  const forgotten = new pg.Client({ connectionString: other.url });
  forgotten.on('error', () => undefined);
  await forgotten.connect();
  await expect(other.close()).rejects.toThrow(/left 1 connection/);
});
