import { expect, test } from 'vitest';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { findWork } from './find-work.ts';

const { run, readDb } = await testDatabase();
const mara = await castMember(run, 'Mara Oduya');
await payIn(run, mara, { amountMinor: 100_000n });
await orderedBatch(run, mara, {
  title: 'Measure 5½ metres of café façade',
  keywords: ['it’s quick', '⑴ first'],
  description: 'Say naː as itʼs said.',
});

async function found(text: string): Promise<number> {
  return (await findWork(readDb, null, { text, limit: 10 })).rows.length;
}

test.each([
  'measure',
  'MEAS',
  'cafe facade',
  'café fac',
  '5½',
  'metr 5½',
  '⑴',
  'naː',
  'itʼs',
  "it's",
  'itʼs said',
])('%s is found', async (text) => {
  expect(await found(text)).toBe(1);
});

test('to ask for no words is to ask for all', async () => {
  expect(await found('')).toBe(1);
  expect(await found(' ')).toBe(1);
});

test.each(['colour', 'measure colour', '6½', 'naːx', 'ʼ', 'caf&ebar', '😀"\'', '%_\\'])(
  '%s is not',
  async (text) => {
    expect(await found(text)).toBe(0);
  },
);
