import { expect, test } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { blockWorker } from '#domain/qualifications/commands/block-worker.ts';
import { workerBlocks } from '#domain/qualifications/queries/worker-blocks.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import { eventPage } from './event-page.ts';

const { run, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
const operator = await castOperator(run, 'Sam Whitlock');
await payIn(run, client, { amountMinor: 1_000n });

test('a client of tasks reads the short name of a worker wherever the log names it', async () => {
  const batchId = await orderedBatch(run, client, {}, { tasks: 1 });
  const worker = { actor: chidi, root: batchId };
  const { assignmentId } = await run(acceptNext, { batchId }, worker);
  const answer = { assignmentId, fields: { colour: 'red' } };
  const submitted = await run(submitAssignment, answer, worker);
  const decide = { assignmentIds: [assignmentId] };
  const { events } = await run(approveAssignments, decide, { actor: client, root: batchId });
  const actorFor = async (viewer: MemberActor, id: string) =>
    (await eventPage(readDb, viewer, id)).event.actorName;
  const ownerFor = async (viewer: MemberActor) =>
    (await eventPage(readDb, viewer, events[0]?.id ?? '')).owners.get(chidi.partyId)?.name;

  const short = shortName(chidi.partyId);
  expect(await actorFor(client, submitted.eventId)).toBe(short);
  expect(await ownerFor(client)).toBe(short);
  for (const viewer of [chidi, operator]) {
    expect(await actorFor(viewer, submitted.eventId)).toBe('Chidi Okafor');
    expect(await ownerFor(viewer)).toBe('Chidi Okafor');
  }
  expect(await actorFor(chidi, events[0]?.id ?? '')).toBe('Mara Oduya');

  const block = { workerId: chidi.partyId, reason: 'Random answers' };
  await run(blockWorker, block, { actor: client, root: client.partyId });
  const { rows } = await workerBlocks(readDb, client, { limit: 5 });
  expect(rows[0]?.workerName).toBe(short);
});
