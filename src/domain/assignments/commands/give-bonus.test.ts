import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemActor } from '#domain/kernel/actor.ts';
import type { Context } from '#platform/context.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { acceptNext } from './accept-task.ts';
import { approveAssignments } from './approve-assignments.ts';
import { giveBonus } from './give-bonus.ts';
import { refreshBatch } from './refresh-batch.ts';
import { submitAssignment } from './submit-assignment.ts';
import { sweepWork } from './sweep-work.ts';

const { run, db } = await testDatabase();
const clock = systemActor('test-clock');
const client = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
await payIn(run, client, { amountMinor: 10_000n });

async function somebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql`select from pg_locks join pg_stat_activity using (pid)
      where datname = current_database() and not granted`.execute(db);
    if (rows.length > 0) return;
    await sleep(25);
  }
  throw new Error('Nobody waited');
}

test('a bonus that waits while its batch is settled is still found by the next minute', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 1 });
  const own = { actor: chidi, root: batchId };
  const { assignmentId } = await run(acceptNext, { batchId }, own);
  await run(submitAssignment, { assignmentId, fields: { colour: 'red' } }, own);
  const asClient = { actor: client, root: batchId };
  await run(approveAssignments, { assignmentIds: [assignmentId] }, asClient);
  const byClock = { actor: clock, root: batchId };
  await run(sweepWork, { batchId, workerId: chidi.partyId }, byClock);

  let given: Promise<unknown> = Promise.resolve();
  async function settleSlowly(ctx: Context, input: { batchId: string }) {
    const done = await refreshBatch(ctx, input);
    given = run(giveBonus, { assignmentId, amountMinor: 10n, reason: 'Quick.' }, asClient);
    await somebodyWaits();
    return done;
  }
  expect(await run(settleSlowly, { batchId }, byClock)).toEqual({ settled: true });
  await given;
  const listing = db.selectFrom('batchListing').select('settled').where('batchId', '=', batchId);
  expect(await listing.executeTakeFirstOrThrow()).toEqual({ settled: false });
});
