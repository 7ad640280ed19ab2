/** One answer, one time to its decision and one mark of its gold, however often it is decided. */
import { expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { DAY_MS, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import { acceptNext } from './accept-task.ts';
import { appealRejection, decideAppeal } from './appeal-rejection.ts';
import { approveAssignments } from './approve-assignments.ts';
import { rejectAssignments } from './reject-assignments.ts';
import { repairAnswer, submitAssignment } from './submit-assignment.ts';

const { run, db } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
const operator = await castOperator(run, 'Sam Whitlock');
await payIn(run, client, { amountMinor: 10_000n });

const HOUR = 3_600;
const start = Date.now();

/** An answer that was rejected after an hour, and acts on it so many hours after it. */
async function rejected(terms: { goldPercent?: number } = {}) {
  const now = new Date(start);
  const tasks = [
    { input: { thing: 'sky' } },
    { input: { thing: 'grass' }, key: { colour: 'green' }, wanted: 2 },
  ];
  const batchId = await orderedBatch(run, client, terms, { tasks, now });
  const by = (actor: MemberActor, hours: number) => {
    return { actor, root: batchId, now: new Date(start + hours * HOUR * 1_000) };
  };
  // Of two, the second is gold where half is.
  if (terms.goldPercent !== undefined) await run(acceptNext, { batchId }, by(chidi, 0));
  const { assignmentId } = await run(acceptNext, { batchId }, by(chidi, 0));
  await run(submitAssignment, { assignmentId, fields: { colour: 'red' } }, by(chidi, 0));
  const reject = (hours: number) => {
    const no = { assignmentIds: [assignmentId], reason: 'careless' as const, feedback: 'No.' };
    return run(rejectAssignments, no, by(client, hours));
  };
  await reject(1);
  const work = () =>
    db
      .selectFrom('batchWorker')
      .select(['approved', 'rejected', 'decisionSeconds', 'goldRight', 'goldWrong'])
      .where('batchId', '=', batchId)
      .executeTakeFirstOrThrow();
  return { assignmentId, by, reject, work };
}

test('an approval later on leaves the time of the rejection', async () => {
  const { assignmentId, by, work } = await rejected();
  expect(await work()).toMatchObject({ rejected: 1, decisionSeconds: BigInt(HOUR) });
  const yes = { assignmentIds: [assignmentId], override: true };
  await run(approveAssignments, yes, by(client, 100));
  expect(await work()).toMatchObject({ approved: 1, rejected: 0, decisionSeconds: BigInt(HOUR) });
});

test('so does what an operator decides', async () => {
  const { assignmentId, by, work } = await rejected();
  await run(appealRejection, { assignmentId, words: 'It is red.' }, by(chidi, 2));
  const verdict = { assignmentId, uphold: true, verdict: 'It is.' };
  await run(decideAppeal, verdict, { ...by(client, 200), actor: operator });
  expect(await work()).toMatchObject({ approved: 1, decisionSeconds: BigInt(HOUR) });
});

test('what is repaired waits anew, from then on', async () => {
  for (const again of ['approve', 'reject'] as const) {
    const { assignmentId, by, reject, work } = await rejected();
    const days = (6 * DAY_MS) / 1_000 / HOUR;
    await run(repairAnswer, { assignmentId, fields: { colour: 'blue' } }, by(chidi, days));
    expect(await work()).toMatchObject({ rejected: 0, decisionSeconds: 0n });
    if (again === 'reject') await reject(days + 2);
    else await run(approveAssignments, { assignmentIds: [assignmentId] }, by(client, days + 2));
    expect(await work()).toMatchObject({ decisionSeconds: BigInt(2 * HOUR) });
  }
});

test('a repaired answer to gold counts as what it is now', async () => {
  const { assignmentId, by, work } = await rejected({ goldPercent: 50 });
  const gold = await db
    .selectFrom('assignment')
    .select('goldRight')
    .where('id', '=', assignmentId)
    .executeTakeFirstOrThrow();
  expect(gold.goldRight).toBe(false);
  expect(await work()).toMatchObject({ goldRight: 0, goldWrong: 1 });
  await run(repairAnswer, { assignmentId, fields: { colour: 'green' } }, by(chidi, 3));
  expect(await work()).toMatchObject({ goldRight: 1, goldWrong: 0 });
});
