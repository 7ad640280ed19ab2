import { expect, test } from 'vitest';
import { draftedBatch } from '#test/cast/batches.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { addTasks } from './add-tasks.ts';
import { clearTasks } from './clear-tasks.ts';
import { dropDraft } from './drop-draft.ts';

const { run, db } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');

async function counted(batchId: string) {
  const batch = db.selectFrom('batch').select(['tasks', 'goldTasks', 'wanted']);
  const { count } = await db
    .selectFrom('task')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('batchId', '=', batchId)
    .executeTakeFirstOrThrow();
  return { ...(await batch.where('id', '=', batchId).executeTakeFirst()), rows: Number(count) };
}

test('a draft whose deletion was broken off is a draft with fewer tasks', async () => {
  const own = { input: { thing: 'grass' }, wanted: 2 };
  const tasks = [{ ...own, key: { colour: 'green' } }, ...Array(10_001).fill(own)];
  const batchId = await draftedBatch(run, client, {}, { tasks });
  const by = { actor: client, root: batchId };
  expect(await run(dropDraft, { batchId }, by)).toEqual({ more: true });
  expect(await counted(batchId)).toEqual({ tasks: 1, goldTasks: 1, wanted: 4n, rows: 2 });
  expect(await run(addTasks, { batchId, tasks: [own] }, by)).toMatchObject({ added: 1 });
  expect(await run(clearTasks, { batchId }, by)).toEqual({ more: false });
  expect(await counted(batchId)).toEqual({ tasks: 0, goldTasks: 0, wanted: 0n, rows: 0 });
  await run(addTasks, { batchId, tasks: [own] }, by);
  expect(await run(dropDraft, { batchId }, by)).toEqual({ more: false });
  expect(await counted(batchId)).toEqual({ rows: 0 });
});
