/** What a contract page lets its two sides answer, when much waits at once. */
import { afterAll, expect, test } from 'vitest';
import { answerChange } from '#domain/contracts/commands/answer-change.ts';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { proposeChange } from '#domain/contracts/commands/propose-change.ts';
import { proposeEnding } from '#domain/contracts/commands/propose-ending.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import { payIn, signedContract } from '../cast/contracts.ts';
import { castMember } from '../cast/members.ts';
import { BY_THE_HOUR, HOURS, openProject } from '../cast/projects.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run, db, readDb } = database;
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
const site = await serveAs(database, { mara, ioana });
await payIn(run, mara, { amountMinor: 5_000_000n });

afterAll(() => site.stop());

const pair = { client: mara, freelancer: ioana };

async function propose(contractId: string, title: string): Promise<string> {
  const input = { contractId, change: { kind: 'add' as const, title, amountMinor: 10_000n } };
  return (await run(proposeChange, input, { actor: ioana, root: contractId })).changeId;
}

/** A contract of five milestones. */
async function fiveMilestones(): Promise<{ contractId: string; milestones: string[] }> {
  const { contractId } = await signedContract(run, readDb, pair);
  for (const title of ['Night view', 'Garden', 'Film']) {
    const changeId = await propose(contractId, title);
    await run(answerChange, { changeId, answer: 'agree' }, { actor: mara, root: changeId });
  }
  const rows = await db
    .selectFrom('milestone')
    .select('id')
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute();
  return { contractId, milestones: rows.map(({ id }) => id) };
}

/** The milestones whose act the page links. */
function linked(html: string, act: string): Set<string | undefined> {
  const links = html.matchAll(new RegExp(`href="/milestones/([^/"]+)/${act}"`, 'g'));
  return new Set([...links].map(([, id]) => id));
}

test('each of five milestones is funded, handed in and accepted from the page', async () => {
  const { contractId, milestones } = await fiveMilestones();
  const look = async (who: string) => (await site.get(who, `/contracts/${contractId}`)).html;
  const all = new Set(milestones);
  expect(linked(await look('mara'), 'fund')).toEqual(all);
  for (const milestoneId of milestones) {
    await run(fundMilestone, { milestoneId }, { actor: mara, root: milestoneId });
  }
  expect(linked(await look('ioana'), 'deliver')).toEqual(all);
  expect(linked(await look('mara'), 'accept').size).toBe(0);
  for (const milestoneId of milestones) {
    const input = { milestoneId, note: 'Done' };
    await run(deliverMilestone, input, { actor: ioana, root: milestoneId });
  }
  const html = await look('mara');
  expect([linked(html, 'accept'), linked(html, 'request-changes')]).toEqual([all, all]);
});

test('every change that waits has its answers, those of the reader first', async () => {
  const { contractId, milestones } = await signedContract(run, readDb, pair);
  const drop = { contractId, change: { kind: 'drop' as const, milestoneId: milestones[1] } };
  const own = await run(proposeChange, drop, { actor: mara, root: contractId });
  const asked: string[] = [];
  for (const title of ['One', 'Two', 'Three', 'Four']) asked.push(await propose(contractId, title));
  const { html } = await site.get('mara', `/contracts/${contractId}`);
  const shown = [...html.matchAll(/name="changeId" value="([^"]+)"/g)].map(([, id]) => id);
  expect([...new Set(shown)]).toEqual([...asked, own.changeId]);
});

test('a milestone whose change waits is not offered for funding', async () => {
  const client = await castMember(run, 'Lena Brandt');
  await payIn(run, client, { amountMinor: 200_000n });
  const { contractId, milestones } = await signedContract(run, readDb, {
    client,
    freelancer: ioana,
  });
  for (const milestoneId of milestones) {
    const change = { kind: 'change' as const, milestoneId, title: 'More', amountMinor: 70_000n };
    await run(proposeChange, { contractId, change }, { actor: ioana, root: contractId });
  }
  const one = await serveAs(database, { client });
  const path = `/milestones/${milestones[0]}/fund`;
  for (const page of ['/dashboard', `/contracts/${contractId}`]) {
    expect((await one.get('client', page)).html, page).not.toContain('/fund"');
  }
  const question = await one.get('client', path);
  expect(question.html).toContain('A change of this milestone waits for an answer');
  expect(question.html).not.toContain('Fund it with');
  await one.stop();
});

test('an ending that does not fit the escrow any more can only be refused', async () => {
  const { contractId, milestones } = await signedContract(run, readDb, pair);
  const [first, second] = milestones;
  await run(fundMilestone, { milestoneId: first }, { actor: mara, root: first });
  const lines = [{ milestoneId: first, toFreelancerMinor: 20_000n, toClientMinor: 40_000n }];
  await run(proposeEnding, { contractId, lines }, { actor: ioana, root: contractId });
  const look = async (who: string) => (await site.get(who, `/contracts/${contractId}`)).html;
  expect(await look('mara')).toContain('Agree and divide');
  await run(fundMilestone, { milestoneId: second }, { actor: mara, root: second });
  const html = await look('mara');
  expect(html).not.toContain('Agree and divide');
  expect(html).toContain('Refuse it, then either side can propose a new ending');
  expect(await look('ioana')).toContain('Take it back, then either side');
});

test('a contract by the hour leads both sides to a first milestone, not to a funding', async () => {
  const projectId = await openProject(run, mara, BY_THE_HOUR);
  const options = { actor: ioana, root: projectId };
  const { proposalId } = await run(sendProposal, { projectId, terms: HOURS }, options);
  const award = { proposalId, version: 1 };
  const { contractId } = await run(awardProposal, award, { actor: mara, root: proposalId });
  const path = `/contracts/${contractId}`;
  expect((await site.get('ioana', path)).html).not.toContain('can fund the first');
  await site.post('ioana', path, { _intent: 'sign' });
  for (const who of ['mara', 'ioana']) {
    const { html } = await site.get(who, path);
    expect(html).toContain('Agree on the first milestone');
    expect(html).not.toContain('can be funded now');
    expect(html).toContain('Hours are paid through milestones that both agree on');
    expect((await site.get(who, '/dashboard')).html).toContain(`href="${path}/milestones/new"`);
  }
  await propose(contractId, 'Twenty hours');
  expect((await site.get('mara', path)).html).not.toContain('Agree on the first milestone');
  expect((await site.get('mara', '/dashboard')).html).not.toContain(
    `href="${path}/milestones/new"`,
  );
});
