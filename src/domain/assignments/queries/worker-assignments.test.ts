import { expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { acceptNext } from '../commands/accept-task.ts';
import { submitAssignment } from '../commands/submit-assignment.ts';
import { workerSubmissions } from './worker-assignments.ts';

const { run, readDb } = await testDatabase();
const mara = await castMember(run, 'Mara Oduya');
const ioana: MemberActor = await castMember(run, 'Ioana Petrescu');
await payIn(run, mara, { amountMinor: 100_000n });
const begun = Date.now();
const minutes = (count: number) => new Date(begun + count * 60_000);

const accept = async (batchId: string, at: number) => {
  const options = { actor: ioana, root: batchId, now: minutes(at) };
  return (await run(acceptNext, { batchId }, options)).assignmentId;
};

const submit = (assignmentId: string, at: number) => {
  const input = { assignmentId, fields: { colour: 'red' } };
  return run(submitAssignment, input, { actor: ioana, root: assignmentId, now: minutes(at) });
};

test('what was handed in stands in the order of handing in, page by page', async () => {
  const batches = [
    await orderedBatch(run, mara, {}, { tasks: 8 }),
    await orderedBatch(run, mara, {}, { tasks: 2 }),
  ];
  const [first = '', second = ''] = batches;
  const held = await accept(first, 0);
  const done: string[] = [];
  for (let at = 1; at <= 7; at += 1) {
    const id = await accept(at === 4 ? second : first, at);
    await submit(id, at);
    done.unshift(id);
  }
  await submit(held, 20);
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const asked = { limit: 3, ...(cursor === undefined ? {} : { cursor }) };
    const page = await workerSubmissions(readDb, ioana, asked);
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  }
  expect(seen).toEqual([held, ...done]);
});
