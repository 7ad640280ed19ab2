/** What happens when two acts meet: exactly one has an effect, the other gets the same answer or a no. */
import { expect, test } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { partyBalances } from '#domain/ledger/queries/party-balances.ts';
import { checkLedger, payIn, signedContract } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { acceptMilestone } from './commands/accept-milestone.ts';
import { answerEnding } from './commands/answer-ending.ts';
import { awardProposal } from './commands/award-proposal.ts';
import { deliverMilestone } from './commands/deliver-milestone.ts';
import { fundMilestone } from './commands/fund-milestone.ts';
import { proposeEnding } from './commands/propose-ending.ts';

const { run, readDb } = await testDatabase();

async function pair() {
  const client = await castMember(run, `Client ${Math.random()}`);
  const freelancer = await castMember(run, `Freelancer ${Math.random()}`);
  await payIn(run, client, { amountMinor: 500_000n });
  return { client, freelancer };
}

type Outcome = { done: unknown[]; refused: string[] };

/** Starts all of them in the same moment and sorts the answers; a failure is thrown. */
async function atOnce(acts: (() => Promise<unknown>)[]): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] };
  const settled = await Promise.allSettled(acts.map((act) => act()));
  for (const one of settled) {
    if (one.status === 'fulfilled') outcome.done.push(one.value);
    else if (isRefusal(one.reason)) outcome.refused.push(one.reason.code);
    else throw one.reason;
  }
  return outcome;
}

test('two awards at once: one offer', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { client, freelancer } = await pair();
    const rival = await castMember(run, `Rival ${Math.random()}`);
    const projectId = await openProject(run, client);
    const proposals = [
      await propose(run, freelancer, projectId),
      await propose(run, rival, projectId),
    ];
    const options = { actor: client, root: projectId };
    const { done, refused } = await atOnce(
      proposals.map((proposalId) => () => run(awardProposal, { proposalId, version: 1 }, options)),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual(['wrong_state']);
    const contracts = await readDb
      .selectFrom('contract')
      .select('id')
      .where('projectId', '=', projectId)
      .execute();
    expect(contracts).toHaveLength(1);
  }
});

test('eight fundings of one milestone at once: the money moves once', async () => {
  const { client, freelancer } = await pair();
  const { milestones } = await signedContract(run, readDb, { client, freelancer });
  const [milestoneId] = milestones;
  const fund = () => run(fundMilestone, { milestoneId }, { actor: client, root: milestoneId });
  const { done, refused } = await atOnce(Array.from({ length: 8 }, () => fund));
  expect(done).toHaveLength(1);
  expect(new Set(refused)).toEqual(new Set(['wrong_state']));
  const [usd] = await partyBalances(readDb, client.partyId);
  expect(usd?.availableMinor).toBe(440_000n);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('one idempotency key in parallel: one effect, one answer for all', async () => {
  const { client, freelancer } = await pair();
  const { milestones } = await signedContract(run, readDb, { client, freelancer });
  const [milestoneId] = milestones;
  const options = { actor: client, root: milestoneId, key: 'the-same-key' };
  const fund = () => run(fundMilestone, { milestoneId }, options);
  const { done, refused } = await atOnce(Array.from({ length: 8 }, () => fund));
  expect(refused).toEqual([]);
  expect(new Set(done.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const other = run(fundMilestone, { milestoneId: milestones[1] }, options);
  await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  const [usd] = await partyBalances(readDb, client.partyId);
  expect(usd?.availableMinor).toBe(440_000n);
});

test('a wallet that covers one of two milestones funds one', async () => {
  const client = await castMember(run, `Client ${Math.random()}`);
  const freelancer = await castMember(run, `Freelancer ${Math.random()}`);
  await payIn(run, client, { amountMinor: 60_000n });
  const one = await signedContract(run, readDb, { client, freelancer });
  const two = await signedContract(run, readDb, { client, freelancer });
  const funds = [one, two].map(
    ({ milestones: [milestoneId] }) =>
      () =>
        run(fundMilestone, { milestoneId }, { actor: client, root: milestoneId }),
  );
  const { done, refused } = await atOnce(funds);
  expect(done).toHaveLength(1);
  expect(refused).toEqual(['insufficient_funds']);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('acceptance against an agreed ending: the escrow is emptied once', async () => {
  const winners = new Set<string>();
  for (let round = 0; round < 8; round += 1) {
    const { client, freelancer } = await pair();
    const { contractId, milestones } = await signedContract(run, readDb, { client, freelancer });
    const [milestoneId] = milestones;
    const byClient = { actor: client, root: contractId };
    const byFreelancer = { actor: freelancer, root: contractId };
    await run(fundMilestone, { milestoneId }, byClient);
    await run(deliverMilestone, { milestoneId, note: 'Done' }, byFreelancer);
    const lines = [{ milestoneId, toFreelancerMinor: 10_000n, toClientMinor: 50_000n }];
    const { endingId } = await run(proposeEnding, { contractId, lines }, byClient);
    const acts = [
      () => run(acceptMilestone, { milestoneId }, byClient),
      () => run(answerEnding, { endingId, answer: 'agree' as const }, byFreelancer),
    ];
    const { done, refused } = await atOnce(round % 2 === 0 ? acts : acts.reverse());
    expect(done).toHaveLength(1);
    expect(refused).toHaveLength(1);
    const milestone = await readDb
      .selectFrom('milestone')
      .select(['state', 'toClientMinor'])
      .where('id', '=', milestoneId)
      .executeTakeFirstOrThrow();
    winners.add(milestone.state);
    expect(milestone.toClientMinor).toBe(milestone.state === 'paid' ? 0n : 50_000n);
  }
  expect([...winners].every((state) => state === 'paid' || state === 'split')).toBe(true);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});
