import { expect, test } from 'vitest';
import { draftedBatch, orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { disposeTask, extendTask } from '../commands/change-task.ts';
import { extendBatch } from '../commands/extend-batch.ts';
import { orderBatch } from '../commands/order-batch.ts';
import { extensionCost } from './extension-cost.ts';
import { findBatch } from './find-batch.ts';
import { orderCost } from './order-cost.ts';
import { similarPace } from './similar-pace.ts';

const { run, db, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
await payIn(run, client, { amountMinor: 1_000_000n });

const gold = { input: { thing: 'the sky' }, key: { colour: 'blue' } };
const plain = Array.from({ length: 7 }, (_none, at) => ({ input: { thing: `thing ${at}` } }));

test.each([
  ['ordinary tasks', {}, plain],
  ['gold at a share', { goldPercent: 20, wantedEach: 3 }, [...plain, gold]],
  ['gold without a share', { wantedEach: 2 }, [...plain, gold]],
  ['a reserve', { floorMinor: 800n, reserveMinor: 500n }, plain],
])('%s cost what the page says', async (_name, terms, tasks) => {
  const batchId = await draftedBatch(run, client, terms, { tasks });
  const batch = await findBatch(readDb, client, batchId);
  const { totalMinor } = await orderCost(readDb, batch, new Date());
  const input = { batchId, totalMinor: totalMinor.toString() };
  const ordered = await run(orderBatch, input, { actor: client, root: batchId });
  expect(ordered.totalMinor).toBe(totalMinor.toString());
});

test('an extension costs what the page says, also beside a task that was put away', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 5 });
  const asClient = { actor: client, root: batchId };
  const first = db.selectFrom('task').select('id').where('batchId', '=', batchId);
  const { id: taskId } = await first.limit(1).executeTakeFirstOrThrow();
  await run(extendTask, { taskId, expiresAt: new Date() }, asClient);
  await run(disposeTask, { taskId }, asClient);
  const batch = await findBatch(readDb, client, batchId);
  const { totalMinor } = await extensionCost(readDb, batch, 2);
  expect(totalMinor).toBe(48n);
  const input = { batchId, moreEach: 2, totalMinor: totalMinor.toString() };
  await run(extendBatch, input, asClient);
});

test('the pace comes from batches of the same title or type, never from itself', async () => {
  const asked = { clientId: client.partyId, taskTypeId: null, title: 'Name the colour of a thing' };
  expect(await similarPace(readDb, asked)).toBeNull();
  const batchId = await orderedBatch(run, client, {}, { tasks: 1 });
  await db
    .updateTable('batchListing')
    .set({ medianActiveSeconds: 12 })
    .where('batchId', '=', batchId)
    .execute();
  expect(await similarPace(readDb, asked)).toEqual({ seconds: 12, batches: 1 });
  expect(await similarPace(readDb, { ...asked, batchId })).toBeNull();
  expect(await similarPace(readDb, { ...asked, title: 'Another' })).toBeNull();
});
