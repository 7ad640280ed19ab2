import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { suspendMember } from '#domain/accounts/commands/suspend-member.ts';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import { framePath } from './frame-token.ts';
import { mountTaskFrame } from './mount-task-frame.ts';
import { takeAnswer } from './take-answer.ts';

const { run, db, readDb } = await testDatabase();
const secret = 'only-for-tests-of-frames-0123456789';
const app = new Hono();
mountTaskFrame(app, { readDb, secret, take: takeAnswer(run) });
const client = await castMember(run, 'Mara Oduya');
const operator = await castOperator(run, 'Sam Whitlock');
await payIn(run, client, { amountMinor: 1_000n });
const form = { kind: 'html', html: '<input name="colour">', scripts: false, height: 300 };

async function frameOf(name: string): Promise<{ path: string; workerId: string; id: string }> {
  const worker = await castMember(run, name);
  const batchId = await orderedBatch(run, client, { form }, { tasks: 1 });
  const { assignmentId: id } = await run(acceptNext, { batchId }, { actor: worker, root: batchId });
  const workerId = worker.memberId;
  const until = new Date(Date.now() + 60_000);
  const path = framePath({ shown: { kind: 'assignment', id }, workerId, until }, secret);
  return { path, workerId, id };
}

async function answer(path: string): Promise<number> {
  const body = new URLSearchParams({ colour: 'red' });
  return (await app.request(`${path}/answer`, { method: 'POST', body })).status;
}

async function stateOf(id: string): Promise<string> {
  const row = await db.selectFrom('assignment').select('state').where('id', '=', id).execute();
  return row[0]?.state ?? '';
}

test('takes the answer of its worker, and none of a member who was suspended meanwhile', async () => {
  const chidi = await frameOf('Chidi Okafor');
  expect(await answer(chidi.path)).toBe(200);
  expect(await stateOf(chidi.id)).toBe('submitted');
  const { path, workerId, id } = await frameOf('Grace Santos');
  const suspend = { memberId: workerId, reason: 'Two complaints' };
  await run(suspendMember, suspend, { actor: operator, root: workerId });
  expect(await answer(path)).toBe(410);
  expect(await stateOf(id)).toBe('accepted');
});
