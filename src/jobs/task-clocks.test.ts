import { expect, test } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import { clientRecord } from '#domain/assignments/queries/client-record.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';

const { run, readDb } = await testDatabase();
const { work } = clockwork({ run, readDb });
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
const chidi = await castMember(run, 'Chidi Okafor');
for (const client of [mara, ioana]) await payIn(run, client, { amountMinor: 10_000n });

const start = Date.now();
const at = (seconds: number) => new Date(start + seconds * 1_000);
const refresh = (seconds: number) => work('refresh-batches', at(seconds));
const rejectedOf = async (client: MemberActor) =>
  (await clientRecord(readDb, client.partyId)).rejected;

async function answered(batchId: string, seconds: number): Promise<string> {
  const own = { actor: chidi, root: batchId, now: at(seconds) };
  const { assignmentId } = await run(acceptNext, { batchId }, own);
  await run(submitAssignment, { assignmentId, fields: { colour: 'red' } }, own);
  return assignmentId;
}

async function rejected(client: MemberActor, assignmentId: string, seconds: number) {
  const no = {
    assignmentIds: [assignmentId],
    reason: 'careless' as const,
    feedback: 'Look again.',
  };
  await run(rejectAssignments, no, { actor: client, root: assignmentId, now: at(seconds) });
}

test('clients are recorded who reject the same worker in the same minute', async () => {
  const now = at(0);
  const one = await orderedBatch(run, mara, {}, { tasks: 2, now });
  const other = await orderedBatch(run, ioana, {}, { tasks: 2, now });
  const answers = [await answered(one, 1), await answered(other, 1)] as const;
  await refresh(60);
  await rejected(mara, answers[0], 300);
  await rejected(ioana, answers[1], 300);
  await refresh(301);
  expect(await rejectedOf(mara)).toBe(1n);
  expect(await rejectedOf(ioana)).toBe(1n);
});

test('a decision that was kept after the records of its minute is in those of the next', async () => {
  const now = at(1_000);
  const batchId = await orderedBatch(run, mara, {}, { tasks: 2, now });
  const before = await rejectedOf(mara);
  const assignmentId = await answered(batchId, 1_001);
  await refresh(1_060);
  await rejected(mara, assignmentId, 1_059);
  await refresh(1_120);
  expect(await rejectedOf(mara)).toBe(before + 1n);
  const record = await readDb
    .selectFrom('workerRecord')
    .select('rejected')
    .where('workerId', '=', chidi.partyId)
    .executeTakeFirstOrThrow();
  expect(record.rejected).toBe(3n);
});
