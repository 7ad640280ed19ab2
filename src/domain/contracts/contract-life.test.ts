import { describe, expect, test } from 'vitest';
import { systemActor } from '#domain/kernel/actor.ts';
import { sweepEarning } from '#domain/ledger/commands/sweep-earning.ts';
import { partyBalances } from '#domain/ledger/queries/party-balances.ts';
import { proposalTally } from '#domain/projects/queries/proposal-tally.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import { revealFeedback } from '#domain/reputation/commands/reveal-feedback.ts';
import { feedbackOfContract } from '#domain/reputation/queries/feedback.ts';
import {
  checkLedger,
  DAY_MS,
  offeredContract,
  payIn,
  signedContract,
} from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { acceptBySilence, acceptMilestone } from './commands/accept-milestone.ts';
import { answerChange } from './commands/answer-change.ts';
import { answerEnding } from './commands/answer-ending.ts';
import { declineOffer, lapseOffer, withdrawOffer } from './commands/close-offer.ts';
import { deliverMilestone } from './commands/deliver-milestone.ts';
import { endContract } from './commands/end-contract.ts';
import { fundMilestone } from './commands/fund-milestone.ts';
import { proposeChange } from './commands/propose-change.ts';
import { proposeEnding } from './commands/propose-ending.ts';
import { refundMilestone } from './commands/refund-milestone.ts';
import { requestChanges } from './commands/request-changes.ts';
import { signContract } from './commands/sign-contract.ts';
import { warnOfAcceptance } from './commands/warn-of-acceptance.ts';
import { contractPage } from './queries/contract-page.ts';
import { contractsOfParty } from './queries/contracts-of-party.ts';

const { run, readDb } = await testDatabase();
const rule = systemActor('rule');

async function pair() {
  const client = await castMember(run, `Mara ${Math.random()}`);
  const freelancer = await castMember(run, `Ioana ${Math.random()}`);
  await payIn(run, client, { amountMinor: 500_000n });
  return { client, freelancer };
}

async function wallet(partyId: string) {
  const [usd] = await partyBalances(readDb, partyId);
  return { available: usd?.availableMinor ?? 0n, pending: usd?.pendingMinor ?? 0n };
}

async function fundedAndDelivered(people: Awaited<ReturnType<typeof pair>>) {
  const signed = await signedContract(run, readDb, people);
  const [milestoneId] = signed.milestones;
  const { client, freelancer } = people;
  await run(fundMilestone, { milestoneId }, { actor: client, root: milestoneId });
  const delivery = { milestoneId, note: 'Two files' };
  await run(deliverMilestone, delivery, { actor: freelancer, root: milestoneId });
  return { ...signed, milestoneId };
}

describe('from award to feedback', () => {
  test('the freelancer receives the price less 10 %, after the security days', async () => {
    const people = await pair();
    const { client, freelancer } = people;
    const { contractId, milestoneId } = await fundedAndDelivered(people);
    expect(await wallet(client.partyId)).toEqual({ available: 440_000n, pending: 0n });
    await run(acceptMilestone, { milestoneId }, { actor: client, root: milestoneId });
    expect(await wallet(freelancer.partyId)).toEqual({ available: 0n, pending: 54_000n });
    const earning = await readDb
      .selectFrom('earning')
      .select('id')
      .where('milestoneId', '=', milestoneId)
      .executeTakeFirstOrThrow();
    const sweep = { earningId: earning.id };
    const early = await run(sweepEarning, sweep, { actor: rule, root: contractId });
    expect(early.swept).toBe(false);
    const now = new Date(Date.now() + 5 * DAY_MS + 1_000);
    const due = await run(sweepEarning, sweep, { actor: rule, root: contractId, now });
    const again = await run(sweepEarning, sweep, { actor: rule, root: contractId, now });
    expect([due.swept, again.swept]).toEqual([true, false]);
    expect(await wallet(freelancer.partyId)).toEqual({ available: 54_000n, pending: 0n });
    expect((await checkLedger(readDb)).differences).toEqual([]);
  });

  test('feedback stays hidden until both gave it', async () => {
    const people = await pair();
    const { client, freelancer } = people;
    const { contractId, milestoneId } = await fundedAndDelivered(people);
    await run(acceptMilestone, { milestoneId }, { actor: client, root: milestoneId });
    await run(endContract, { contractId }, { actor: client, root: contractId });
    const praise = { contractId, stars: 5, comment: 'Exact' };
    const first = await run(giveFeedback, praise, { actor: client, root: contractId });
    expect(first.revealed).toBe(false);
    expect(await feedbackOfContract(readDb, contractId, freelancer.partyId)).toEqual([]);
    await expect(
      run(giveFeedback, praise, { actor: client, root: contractId }),
    ).rejects.toMatchObject({ code: 'feedback_given' });
    const second = await run(giveFeedback, praise, { actor: freelancer, root: contractId });
    expect(second.revealed).toBe(true);
    expect(await feedbackOfContract(readDb, contractId, freelancer.partyId)).toHaveLength(2);
  });

  test('what one side said alone is shown when the time is over', async () => {
    const people = await pair();
    const { contractId } = await signedContract(run, readDb, people);
    await run(endContract, { contractId }, { actor: people.client, root: contractId });
    const input = { contractId, stars: 2 };
    await run(giveFeedback, input, { actor: people.client, root: contractId });
    const now = new Date(Date.now() + 15 * DAY_MS);
    const late = run(giveFeedback, input, { actor: people.freelancer, root: contractId, now });
    await expect(late).rejects.toMatchObject({ code: 'feedback_closed' });
    const shown = await run(revealFeedback, { contractId }, { actor: rule, root: contractId, now });
    expect(shown.revealed).toBe(true);
  });
});

describe('the offer', () => {
  test('lapses after seven days, and only then; the project opens again', async () => {
    const people = await pair();
    const contractId = await offeredContract(run, people);
    const early = await run(lapseOffer, { contractId }, { actor: rule, root: contractId });
    expect(early.lapsed).toBe(false);
    const now = new Date(Date.now() + 7 * DAY_MS + 1_000);
    const due = await run(lapseOffer, { contractId }, { actor: rule, root: contractId, now });
    expect(due.lapsed).toBe(true);
    const project = await readDb
      .selectFrom('project')
      .innerJoin('contract', 'contract.projectId', 'project.id')
      .select(['projectId', 'project.state', 'proposalsCount', 'contract.state as contractState'])
      .where('contract.id', '=', contractId)
      .executeTakeFirstOrThrow();
    const { projectId, ...shown } = project;
    expect(shown).toEqual({ state: 'open', proposalsCount: 0, contractState: 'lapsed' });
    const tally = await proposalTally(readDb, people.client, projectId);
    expect(tally).toMatchObject({ shown: 0, counted: 0, sent: 1, failed: 1 });
  });

  test('cannot be signed by the client, nor after it was declined', async () => {
    const people = await pair();
    const contractId = await offeredContract(run, people);
    const byClient = run(signContract, { contractId }, { actor: people.client, root: contractId });
    await expect(byClient).rejects.toMatchObject({ code: 'not_allowed' });
    await run(declineOffer, { contractId }, { actor: people.freelancer, root: contractId });
    const late = run(signContract, { contractId }, { actor: people.freelancer, root: contractId });
    await expect(late).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('is taken back by the client while it is unsigned', async () => {
    const people = await pair();
    const contractId = await offeredContract(run, people);
    await run(withdrawOffer, { contractId }, { actor: people.client, root: contractId });
    const [row] = await contractsOfParty(readDb, { partyId: people.client.partyId, limit: 5 });
    expect(row?.state).toBe('withdrawn');
  });
});

describe('the clock after a delivery', () => {
  test('warns with three days left and with one, then accepts', async () => {
    const people = await pair();
    const { milestoneId } = await fundedAndDelivered(people);
    const at = (days: number) => ({
      actor: rule,
      root: milestoneId,
      now: new Date(Date.now() + days * DAY_MS),
    });
    const warned = [];
    for (const days of [10, 11.5, 12, 13.5, 13.6]) {
      warned.push((await run(warnOfAcceptance, { milestoneId }, at(days))).warned);
    }
    expect(warned).toEqual([false, true, false, true, false]);
    expect((await run(acceptBySilence, { milestoneId }, at(13.9))).accepted).toBe(false);
    expect((await run(acceptBySilence, { milestoneId }, at(14.1))).accepted).toBe(true);
    expect((await run(acceptBySilence, { milestoneId }, at(14.2))).accepted).toBe(false);
    expect((await wallet(people.freelancer.partyId)).pending).toBe(54_000n);
  });

  test('stops when changes are asked', async () => {
    const people = await pair();
    const { milestoneId } = await fundedAndDelivered(people);
    const ask = { milestoneId, note: 'The roof is missing' };
    await run(requestChanges, ask, { actor: people.client, root: milestoneId });
    const now = new Date(Date.now() + 30 * DAY_MS);
    const silent = await run(
      acceptBySilence,
      { milestoneId },
      { actor: rule, root: milestoneId, now },
    );
    expect(silent.accepted).toBe(false);
  });
});

describe('milestones by agreement', () => {
  test('one is added, one altered, one dropped; the price follows', async () => {
    const people = await pair();
    const { contractId, milestones } = await signedContract(run, readDb, people);
    const byClient = { actor: people.client, root: contractId };
    const byFreelancer = { actor: people.freelancer, root: contractId };
    const changes = [
      { kind: 'add' as const, title: 'A night view', amountMinor: 25_000n },
      {
        kind: 'change' as const,
        milestoneId: milestones[0],
        title: 'Clay models, all six',
        amountMinor: 70_000n,
      },
      { kind: 'drop' as const, milestoneId: milestones[1] },
    ];
    for (const change of changes) {
      const { changeId } = await run(proposeChange, { contractId, change }, byFreelancer);
      const own = run(answerChange, { changeId, answer: 'agree' }, byFreelancer);
      await expect(own).rejects.toMatchObject({ code: 'not_allowed' });
      await run(answerChange, { changeId, answer: 'agree' }, byClient);
    }
    const page = await contractPage(readDb, people.client, contractId);
    expect(page.contract.priceMinor).toBe(95_000n);
    expect(page.milestones.map((one) => [one.title, one.state])).toEqual([
      ['Clay models, all six', 'agreed'],
      ['Final views', 'dropped'],
      ['A night view', 'agreed'],
    ]);
  });

  test('a milestone under discussion is not funded, a funded one not discussed', async () => {
    const people = await pair();
    const { contractId, milestones } = await signedContract(run, readDb, people);
    const [first, second] = milestones;
    const byClient = { actor: people.client, root: contractId };
    const drop = { contractId, change: { kind: 'drop' as const, milestoneId: first } };
    await run(proposeChange, drop, byClient);
    const fund = run(fundMilestone, { milestoneId: first }, byClient);
    await expect(fund).rejects.toMatchObject({ code: 'change_pending' });
    await run(fundMilestone, { milestoneId: second }, byClient);
    const late = { contractId, change: { kind: 'drop' as const, milestoneId: second } };
    await expect(run(proposeChange, late, byClient)).rejects.toMatchObject({ code: 'wrong_state' });
  });
});

describe('the way out', () => {
  test('the freelancer gives the escrow back in full', async () => {
    const people = await pair();
    const { milestoneId } = await fundedAndDelivered(people);
    await run(refundMilestone, { milestoneId }, { actor: people.freelancer, root: milestoneId });
    expect((await wallet(people.client.partyId)).available).toBe(500_000n);
    expect((await checkLedger(readDb)).differences).toEqual([]);
  });

  test('money in escrow needs an answer for every cent', async () => {
    const people = await pair();
    const { contractId, milestoneId } = await fundedAndDelivered(people);
    const byClient = { actor: people.client, root: contractId };
    const byFreelancer = { actor: people.freelancer, root: contractId };
    const end = run(endContract, { contractId }, byClient);
    await expect(end).rejects.toMatchObject({ code: 'escrow_unanswered' });
    const split = (toFreelancerMinor: bigint, toClientMinor: bigint) => ({
      contractId,
      lines: [{ milestoneId, toFreelancerMinor, toClientMinor }],
    });
    const short = run(proposeEnding, split(30_000n, 29_999n), byClient);
    await expect(short).rejects.toMatchObject({ code: 'split_must_sum' });
    const silent = run(proposeEnding, { contractId, lines: [] }, byClient);
    await expect(silent).rejects.toMatchObject({ code: 'escrow_unanswered' });
    const { endingId } = await run(proposeEnding, split(30_001n, 29_999n), byClient);
    const own = run(answerEnding, { endingId, answer: 'agree' }, byClient);
    await expect(own).rejects.toMatchObject({ code: 'not_allowed' });
    await run(answerEnding, { endingId, answer: 'agree' }, byFreelancer);
    // 10 % of 300.01 is 30.001: rounded half to even to 30.00.
    expect((await wallet(people.freelancer.partyId)).pending).toBe(27_001n);
    expect((await wallet(people.client.partyId)).available).toBe(469_999n);
    expect((await checkLedger(readDb)).differences).toEqual([]);
    const page = await contractPage(readDb, people.client, contractId);
    expect(page.contract).toMatchObject({ state: 'ended', endReason: 'agreed' });
  });

  test('funding beyond the wallet is refused and changes nothing', async () => {
    const client = await castMember(run, 'Poor Client');
    const freelancer = await castMember(run, 'Patient Freelancer');
    await payIn(run, client, { amountMinor: 59_999n });
    const { milestones } = await signedContract(run, readDb, { client, freelancer });
    const [milestoneId] = milestones;
    const fund = run(fundMilestone, { milestoneId }, { actor: client, root: milestoneId });
    await expect(fund).rejects.toMatchObject({
      code: 'insufficient_funds',
      data: { availableMinor: '59999', neededMinor: '60000' },
    });
    expect((await wallet(client.partyId)).available).toBe(59_999n);
  });

  test('a stranger learns nothing about a contract', async () => {
    const people = await pair();
    const { contractId, milestones } = await signedContract(run, readDb, people);
    const stranger = await castMember(run, 'Nosy Stranger');
    await expect(contractPage(readDb, stranger, contractId)).rejects.toMatchObject({
      code: 'not_found',
    });
    const fund = { milestoneId: milestones[0] };
    await expect(
      run(fundMilestone, fund, { actor: stranger, root: contractId }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
