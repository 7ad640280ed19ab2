/** A milestone is delivered anew until the client answers, which is to the newest alone. */
import { expect, test } from 'vitest';
import { payIn, signedContract } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { acceptMilestone } from './commands/accept-milestone.ts';
import { deliverMilestone } from './commands/deliver-milestone.ts';
import { fundMilestone } from './commands/fund-milestone.ts';
import { requestChanges } from './commands/request-changes.ts';

const { run, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const freelancer = await castMember(run, 'Ioana Petrescu');
await payIn(run, client, { amountMinor: 500_000n });

async function funded() {
  const { milestones } = await signedContract(run, readDb, { client, freelancer });
  const [milestoneId] = milestones;
  const byClient = { actor: client, root: milestoneId };
  await run(fundMilestone, { milestoneId }, byClient);
  const input = { milestoneId, note: 'Here' };
  const deliver = () => run(deliverMilestone, input, { actor: freelancer, root: milestoneId });
  const ask = () => run(requestChanges, { milestoneId, note: 'Turn the roof' }, byClient);
  const accept = () => run(acceptMilestone, { milestoneId }, byClient);
  return { milestoneId, deliver, ask, accept };
}

async function answersOf(milestoneId: string) {
  const rows = await readDb
    .selectFrom('delivery')
    .select('answer')
    .where('milestoneId', '=', milestoneId)
    .orderBy('number')
    .execute();
  return rows.map((row) => row.answer);
}

test('an answer is to the newest delivery alone', async () => {
  const { milestoneId, deliver, ask, accept } = await funded();
  await deliver();
  await deliver();
  await ask();
  expect(await answersOf(milestoneId)).toEqual([null, 'changes_requested']);
  await deliver();
  await deliver();
  await accept();
  expect(await answersOf(milestoneId)).toEqual([null, 'changes_requested', null, 'accepted']);
});

test('accepting after all leaves the answer that was given', async () => {
  const { milestoneId, deliver, ask, accept } = await funded();
  await deliver();
  await deliver();
  await ask();
  await accept();
  expect(await answersOf(milestoneId)).toEqual([null, 'changes_requested']);
});

test('after twenty deliveries it is the turn of the client', async () => {
  const { deliver, ask } = await funded();
  for (let number = 1; number <= 20; number += 1) await deliver();
  await expect(deliver()).rejects.toMatchObject({ code: 'deliveries_unanswered' });
  await ask();
  await deliver();
});
