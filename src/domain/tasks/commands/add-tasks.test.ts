import { expect, test } from 'vitest';
import { draftedBatch } from '#test/cast/batches.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { ROW_LIMITS } from '../read-rows.ts';
import { addTasks } from './add-tasks.ts';

const { run } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');

test('the tasks of a batch have no more names together than a sheet has columns', async () => {
  const batchId = await draftedBatch(run, client, {}, { tasks: 1 });
  const add = (names: readonly string[]) => {
    const tasks = names.map((name) => ({ input: { thing: 'grass', [name]: 'x' } }));
    return run(addTasks, { batchId, tasks }, { actor: client, root: batchId });
  };
  const names = Array.from({ length: ROW_LIMITS.columns - 1 }, (_, place) => `name ${place}`);
  await add(names);
  await expect(add(['name 0', 'one more'])).rejects.toMatchObject({
    code: 'input_invalid',
    field: 'tasks.1.input',
    data: { rule: 'too_many_names', limit: 500 },
  });
  expect(await add(['name 0', 'name 498'])).toMatchObject({ added: 2 });
  const other = await draftedBatch(run, client, {}, { tasks: 1 });
  const long = { batchId: other, tasks: [{ input: { thing: 'a', ['n'.repeat(129)]: 'b' } }] };
  await expect(run(addTasks, long, { actor: client, root: other })).rejects.toMatchObject({
    data: { rule: 'name_too_long', limit: 128 },
  });
});
