import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { retryAdvice } from './retry.ts';

test('a missing file is no lost database, a missing socket is one', async () => {
  const file = await readFile('/nowhere/at/all').catch((error: unknown) => error);
  const socket = await new Promise((resolve) => {
    connect('/nowhere/.s.PGSQL.5432').on('error', resolve);
  });
  expect([file, socket]).toMatchObject([{ code: 'ENOENT' }, { code: 'ENOENT' }]);
  expect([file, socket].map(retryAdvice)).toEqual(['no', 'lost']);
});

test('a number that two acts drew is told from a name that two writers took', () => {
  const clash = (constraint: string) =>
    retryAdvice(Object.assign(new Error('x'), { code: '23505', constraint }));
  expect(clash('event_home_root_id_seq_key')).toBe('numbering');
  expect(clash('member_email')).toBe('unique');
});

test.each([
  ['40001', 'conflict'],
  ['40P01', 'conflict'],
  ['23505', 'unique'],
  ['57P01', 'lost'],
  ['08006', 'lost'],
  ['ECONNREFUSED', 'lost'],
  ['22003', 'no'],
] as const)('%s is %s', (code, advice) => {
  expect(retryAdvice(Object.assign(new Error('x'), { code }))).toBe(advice);
});
