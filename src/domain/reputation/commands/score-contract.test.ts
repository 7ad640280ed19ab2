/** Outcomes are read from what happened, and scores from outcomes; doing it twice changes nothing. */
import { expect, test } from 'vitest';
import { acceptBySilence, acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { answerEnding } from '#domain/contracts/commands/answer-ending.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { proposeEnding } from '#domain/contracts/commands/propose-ending.ts';
import { requestChanges } from '#domain/contracts/commands/request-changes.ts';
import { type Actor, systemActor } from '#domain/kernel/actor.ts';
import { declineInvitation } from '#domain/projects/commands/decline-invitation.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import type { Command, JsonResult } from '#platform/context.ts';
import { DAY_MS, payIn, signedContract } from '#test/cast/contracts.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { openProject } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { outcomesOf } from '../queries/outcomes.ts';
import { scoreOf } from '../queries/score.ts';
import { scoreSheet } from '../queries/score-sheet.ts';
import { giveFeedback } from './give-feedback.ts';
import { noteOutcome } from './note-outcome.ts';
import { scoreContract } from './score-contract.ts';

const { run, readDb } = await testDatabase();
const rule = systemActor('rule');
const begun = new Date();
const after = (days: number) => new Date(begun.getTime() + days * DAY_MS);

type Deal = Awaited<ReturnType<typeof deal>>;

async function deal() {
  const client = await castMember(run, `Client ${Math.random()}`);
  const freelancer = await castMember(run, `Freelancer ${Math.random()}`);
  await payIn(run, client, { amountMinor: 500_000n });
  const signed = await signedContract(run, readDb, { client, freelancer });
  const { contractId } = signed;
  const act = <I, R extends JsonResult>(
    command: Command<I, R>,
    input: I,
    { by, day = 0 }: { by: Actor; day?: number },
  ) => run(command, input, { actor: by, root: contractId, now: after(day) });
  const score = (day: number) => act(scoreContract, { contractId }, { by: rule, day });
  return { ...signed, client, freelancer, act, score };
}

/** Both milestones paid: the first in time and by an act, the second late and by silence. */
async function finish({ act, milestones, contractId, client, freelancer }: Deal): Promise<void> {
  const [first, second] = milestones;
  for (const milestoneId of milestones) await act(fundMilestone, { milestoneId }, { by: client });
  await act(deliverMilestone, { milestoneId: first, note: 'Here' }, { by: freelancer, day: 1 });
  await act(acceptMilestone, { milestoneId: first }, { by: client, day: 2 });
  await act(deliverMilestone, { milestoneId: second, note: 'Late' }, { by: freelancer, day: 200 });
  await act(acceptBySilence, { milestoneId: second }, { by: rule, day: 230 });
  await act(endContract, { contractId }, { by: client, day: 231 });
}

test('an outcome is read from the contract, with the events that show it', async () => {
  const one = await deal();
  await finish(one);
  const { contractId, freelancer, client, act } = one;
  await act(giveFeedback, { contractId, stars: 4 }, { by: client, day: 232 });
  await act(giveFeedback, { contractId, stars: 5 }, { by: freelancer, day: 232 });
  expect(await one.score(233)).toEqual({ contractId, changed: ['client', 'freelancer'] });
  const sheet = await scoreSheet(readDb, freelancer.partyId, 'freelancer');
  const [outcome] = sheet?.outcomes ?? [];
  const seen = (name: string) => outcome?.components.find((part) => part.component === name);
  expect(seen('stars')).toMatchObject({ value: 0.75, part: 4, whole: 5 });
  expect(seen('onTime')).toMatchObject({ value: 0.375, part: 1, whole: 2 });
  expect(seen('kept')).toMatchObject({ value: 1, part: 2, whole: 2 });
  expect(seen('stars')?.evidence.map((event) => event.kind)).toEqual(['feedback.revealed']);
  expect(outcome).toMatchObject({ stakeInBase: 1_600, otherName: null, otherNumber: 1 });
  const record = await scoreOf(readDb, freelancer.partyId, 'freelancer');
  expect(record).toMatchObject({ contracts: 1, onTime: 0.5, onTimeCount: 2, clients: 1 });
  expect(record?.moved).toMatchObject({ contractId, from: null, to: record?.score });
  expect(record?.score).toBe(sheet?.score);

  const other = await scoreSheet(readDb, client.partyId, 'client');
  const [theirs] = other?.outcomes ?? [];
  expect(theirs?.components.map(({ component, value }) => [component, value])).toEqual([
    ['stars', 1],
    ['decides', 0.5],
    ['scope', 1],
    ['kept', 1],
  ]);
});

test('what was handed in anew before an answer counts once', async () => {
  const { act, score, contractId, milestones, client, freelancer } = await deal();
  const [milestoneId] = milestones;
  const deliver = (day: number) =>
    act(deliverMilestone, { milestoneId, note: 'Here' }, { by: freelancer, day });
  await act(fundMilestone, { milestoneId }, { by: client });
  for (const day of [1, 2, 3]) await deliver(day);
  await act(requestChanges, { milestoneId, note: 'Turn it' }, { by: client, day: 4 });
  for (const day of [5, 6]) await deliver(day);
  await act(acceptBySilence, { milestoneId }, { by: rule, day: 40 });
  await act(endContract, { contractId }, { by: client, day: 41 });
  await score(42);
  const [outcome] = (await scoreSheet(readDb, client.partyId, 'client'))?.outcomes ?? [];
  const decides = outcome?.components.find((one) => one.component === 'decides');
  expect(decides).toMatchObject({ value: 0.5, part: 1, whole: 2 });
});

test('done twice it gives the same and tells once', async () => {
  const one = await deal();
  await finish(one);
  const { freelancer } = one;
  await one.score(240);
  const before = await scoreOf(readDb, freelancer.partyId, 'freelancer');
  expect((await one.score(240)).changed).toEqual([]);
  expect(await scoreOf(readDb, freelancer.partyId, 'freelancer')).toEqual(before);
  expect((await one.score(300)).changed).toEqual([]);
  const later = await scoreOf(readDb, freelancer.partyId, 'freelancer');
  expect(later?.score).not.toBe(before?.score);
  const told = await readDb
    .selectFrom('event')
    .select('data')
    .where('rootId', '=', freelancer.partyId)
    .where('kind', '=', 'freelancer.scored')
    .execute();
  expect(told.map(({ data }) => data)).toMatchObject([{ score: before?.score, contracts: 1 }]);
});

test('a split counts for both as the share that was paid', async () => {
  const { act, score, contractId, milestones, client, freelancer } = await deal();
  const [milestoneId] = milestones;
  await act(fundMilestone, { milestoneId }, { by: client });
  const lines = [{ milestoneId, toFreelancerMinor: 15_000n, toClientMinor: 45_000n }];
  const { endingId } = await act(proposeEnding, { contractId, lines }, { by: client });
  await act(answerEnding, { endingId, answer: 'agree' }, { by: freelancer, day: 1 });
  await score(2);
  for (const { partyId, side } of [
    { partyId: client.partyId, side: 'client' as const },
    { partyId: freelancer.partyId, side: 'freelancer' as const },
  ]) {
    const [outcome] = (await scoreSheet(readDb, partyId, side))?.outcomes ?? [];
    const kept = outcome?.components.find(({ component }) => component === 'kept');
    expect(kept).toMatchObject({ value: 0.25, part: 0, whole: 1 });
  }
});

test('nothing funded: it counts for whoever walked away, and for nobody else', async () => {
  const counts = async (by: 'client' | 'freelancer', day: number) => {
    const one = await deal();
    await one.act(endContract, { contractId: one.contractId }, { by: one[by], day });
    return (await one.score(day + 1)).changed;
  };
  expect(await counts('client', 1)).toEqual(['client']);
  expect(await counts('freelancer', 1)).toEqual(['freelancer']);
  expect(await counts('freelancer', 15)).toEqual(['client']);
});

test('the jobs score both sides, and again after a week', async () => {
  const { work, react } = clockwork({ run, readDb });
  const one = await deal();
  await finish(one);
  const { freelancer, client } = one;
  await react(after(232));
  await react(after(232));
  const scored = await scoreOf(readDb, freelancer.partyId, 'freelancer');
  expect(scored).toMatchObject({ contracts: 1, asOf: after(232) });
  expect(await scoreOf(readDb, client.partyId, 'client')).toMatchObject({ contracts: 1 });
  await work('score-again', after(238.9));
  expect((await scoreOf(readDb, freelancer.partyId, 'freelancer'))?.asOf).toEqual(after(232));
  await work('score-again', after(239.1));
  expect((await scoreOf(readDb, freelancer.partyId, 'freelancer'))?.asOf).toEqual(after(239.1));
});

test('answers to invitations are measured, and silence is noticed', async () => {
  const { work, react } = clockwork({ run, readDb });
  const client = await castMember(run, `Client ${Math.random()}`);
  const [quick, silent] = [
    await castFreelancer(run, 'Quick One'),
    await castFreelancer(run, 'Silent One'),
  ];
  const projectId = await openProject(run, client);
  for (const { partyId } of [quick, silent]) {
    const input = { projectId, freelancerId: partyId };
    await run(inviteFreelancer, input, { actor: client, root: projectId });
  }
  const at = new Date(Date.now() + 3 * 3_600_000);
  await run(declineInvitation, { projectId }, { actor: quick, root: projectId, now: at });
  await react(at);
  const answered = await scoreOf(readDb, quick.partyId, 'freelancer');
  expect(answered).toMatchObject({ score: null, responseRate: 1, responseCount: 1 });
  expect(answered?.responseHours).toBeCloseTo(3, 1);
  await work('score-again', after(6.9));
  expect(await scoreOf(readDb, silent.partyId, 'freelancer')).toBeNull();
  await work('score-again', after(7.1));
  const ignored = await scoreOf(readDb, silent.partyId, 'freelancer');
  expect(ignored).toMatchObject({ responseRate: 0, responseHours: null, responseCount: 1 });
});

test('a reading that waited for another reads what that one read', async () => {
  const one = await deal();
  await finish(one);
  const { contractId, client, freelancer, act } = one;
  await act(giveFeedback, { contractId, stars: 4 }, { by: client, day: 232 });
  const [read, waited] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const revealSlowly: Command<{ contractId: string }, null> = async (ctx, input) => {
    await giveFeedback(ctx, { ...input, stars: 5 });
    await noteOutcome(ctx, input);
    read.resolve();
    await waited.promise;
    return null;
  };
  const first = act(revealSlowly, { contractId }, { by: freelancer, day: 233 });
  await read.promise;
  const second = act(noteOutcome, { contractId }, { by: rule, day: 233 });
  setTimeout(() => waited.resolve(), 150);
  await Promise.all([first, second]);
  const [outcome] = await outcomesOf(readDb, freelancer.partyId, 'freelancer');
  expect(outcome?.inputs.seen.stars).toMatchObject({ part: 4 });
});
