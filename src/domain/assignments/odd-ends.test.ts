import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemActor } from '#domain/kernel/actor.ts';
import { blockWorker } from '#domain/qualifications/commands/block-worker.ts';
import { addTasks } from '#domain/tasks/commands/add-tasks.ts';
import { expireBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { closeTasks } from '#domain/tasks/commands/close-tasks.ts';
import { extendBatch, widenTasks } from '#domain/tasks/commands/extend-batch.ts';
import { orderBatch } from '#domain/tasks/commands/order-batch.ts';
import { draftedBatch, orderedBatch } from '#test/cast/batches.ts';
import { checkLedger, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { acceptNext } from './commands/accept-task.ts';
import { approveAssignments } from './commands/approve-assignments.ts';
import { refreshBatch } from './commands/refresh-batch.ts';
import { returnAssignment } from './commands/return-assignment.ts';
import { saveDraft } from './commands/save-draft.ts';
import { submitAssignment } from './commands/submit-assignment.ts';

const { run, db, readDb } = await testDatabase();
const clock = systemActor('test-clock');
const client = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
await payIn(run, client, { amountMinor: 100_000n });

async function balanced(): Promise<void> {
  expect((await checkLedger(readDb)).differences).toEqual([]);
}

test('a lease that ends between an extension, its end and its pages costs nothing twice', async () => {
  const start = Date.now();
  const batchId = await orderedBatch(run, client, { lifetimeSeconds: 60 }, { tasks: 2 });
  const at = (seconds: number) => new Date(start + seconds * 1_000);
  const by = (actor: typeof client | typeof clock, seconds: number) => {
    return { actor, root: batchId, now: at(seconds) };
  };
  const { assignmentId } = await run(acceptNext, { batchId }, by(chidi, 1));
  await run(expireBatch, { batchId }, by(clock, 61));
  await run(closeTasks, { batchId }, by(clock, 61));
  await run(extendBatch, { batchId, expiresAt: at(70) }, by(client, 62));
  await balanced();
  await run(returnAssignment, { assignmentId }, by(chidi, 71));
  await balanced();
  await run(widenTasks, { batchId }, by(clock, 72));
  await balanced();
  await run(expireBatch, { batchId }, by(clock, 73));
  await run(closeTasks, { batchId }, by(clock, 73));
  await balanced();
});

test('what the database cannot keep is refused or left out, never an error', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 1 });
  const { assignmentId } = await run(acceptNext, { batchId }, { actor: chidi, root: batchId });
  const own = { actor: chidi, root: batchId };
  const fields = { colour: 'r\u0000ed', 'odd\u0000name': ['\ud800'], deep: { 'a\u0000': 'b' } };
  await run(saveDraft, { assignmentId, fields }, own);
  const more = (input: { [name: string]: string }) =>
    run(addTasks, { batchId, tasks: [{ input }] }, { actor: client, root: batchId });
  for (const odd of ['a\u0000b', '\ud800']) {
    await expect(more({ thing: odd })).rejects.toMatchObject({ code: 'input_invalid' });
    await expect(more({ thing: 'a', [odd]: 'b' })).rejects.toMatchObject({ code: 'input_invalid' });
  }
});

test('a sum that no account could hold is refused', async () => {
  const batchId = await draftedBatch(
    run,
    client,
    { rewardMinor: 10n ** 15n, wantedEach: 1_000 },
    { tasks: 20 },
  );
  const options = { actor: client, root: batchId };
  const ordered = run(orderBatch, { batchId }, options);
  await expect(ordered).rejects.toMatchObject({ code: 'amount_invalid' });
});

test('a floor beyond all measure is paid as far as the reserve goes', async () => {
  const terms = { floorMinor: 10n ** 15n, reserveMinor: 100n };
  const batchId = await orderedBatch(run, client, terms, { tasks: 12 });
  for (let place = 0; place < 12; place += 1) {
    const { assignmentId } = await run(acceptNext, { batchId }, { actor: chidi, root: batchId });
    await run(
      submitAssignment,
      { assignmentId, fields: { colour: 'red' } },
      { actor: chidi, root: batchId },
    );
    await run(
      approveAssignments,
      { assignmentIds: [assignmentId] },
      { actor: client, root: batchId },
    );
  }
  await sql`update assignment set active_seconds = 31000000 where batch_id = ${batchId}`.execute(
    db,
  );
  await run(refreshBatch, { batchId }, { actor: clock, root: batchId });
  const work = await db
    .selectFrom('batchWorker')
    .select('topUpMinor')
    .where('batchId', '=', batchId)
    .executeTakeFirstOrThrow();
  expect(work.topUpMinor).toBe(83n);
  await balanced();
});

test('whom the client blocks gets no further task, from that moment on', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 3 });
  await run(acceptNext, { batchId }, { actor: chidi, root: batchId });
  const block = { workerId: chidi.partyId, reason: 'Random answers' };
  await run(blockWorker, block, { actor: client, root: client.partyId });
  const next = run(acceptNext, { batchId }, { actor: chidi, root: batchId });
  await expect(next).rejects.toMatchObject({ code: 'work_refused' });
});
