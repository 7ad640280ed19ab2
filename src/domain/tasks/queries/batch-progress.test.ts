import { expect, test } from 'vitest';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { answered } from '#test/web/tasks-cast.ts';
import { batchProgress } from './batch-progress.ts';
import { findBatch } from './find-batch.ts';

const { run, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const worker = await castMember(run, 'Chidi Okafor');
await payIn(run, client, { amountMinor: 10_000n });

test.each([
  [10, 30],
  [60, 180],
  [90, 180],
])('after %i minutes, one of four in: %i minutes left', async (minutes, left) => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 4 });
  await answered(run, worker, { batchId, colour: 'blue' });
  const batch = await findBatch(readDb, client, batchId);
  const now = new Date();
  const orderedAt = new Date(now.getTime() - minutes * 60_000);
  const { secondsLeft, expectedEnd } = await batchProgress(readDb, { ...batch, orderedAt }, now);
  expect(secondsLeft).toBe(left * 60);
  expect(expectedEnd).toEqual(new Date(now.getTime() + left * 60_000));
});
