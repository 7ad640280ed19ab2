/** What both sides of a project see once a proposal on it came to nothing. */
import { afterAll, expect, it } from 'vitest';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import { declineOffer } from '#domain/contracts/commands/close-offer.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { closeProject } from '#domain/projects/commands/close-project.ts';
import { expireProject } from '#domain/projects/commands/expire-project.ts';
import { extendProject } from '#domain/projects/commands/extend-project.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { openProject, propose } from '../cast/projects.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { db, run } = database;
const mara = await castMember(run, 'Mara Oduya');
const harrow = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ioana = await castFreelancer(run, 'Ioana Petrescu');
const tunde = await castFreelancer(run, 'Tunde Bello');
const site = await serveAs(database, { client: harrow, ioana, tunde });

afterAll(() => site.stop());

async function read(who: 'client' | 'ioana' | 'tunde', path: string): Promise<string> {
  return (await site.get(who, path)).html.replaceAll('\u00a0', ' ');
}

/** An open project whose one offer was declined. */
async function declined(): Promise<{ projectId: string; proposalId: string }> {
  const projectId = await openProject(run, harrow);
  const proposalId = await propose(run, ioana, projectId);
  const award = { proposalId, version: 1 };
  const { contractId } = await run(awardProposal, award, { actor: harrow, root: proposalId });
  await run(declineOffer, { contractId }, { actor: ioana, root: contractId });
  return { projectId, proposalId };
}

/** A project of two proposals that expired and was opened again. */
async function openedAgain(): Promise<string> {
  const projectId = await openProject(run, harrow);
  await propose(run, ioana, projectId);
  await propose(run, tunde, projectId);
  const past = new Date(Date.now() - 1_000);
  await db.updateTable('project').set({ expiresAt: past }).where('id', '=', projectId).execute();
  await run(expireProject, { projectId }, { actor: systemActor('sweep'), root: projectId });
  await run(extendProject, { projectId }, { actor: harrow, root: projectId });
  return projectId;
}

it('lets a freelancer whose proposal came to nothing write another', async () => {
  const { projectId, proposalId } = await declined();
  const page = await read('ioana', `/projects/${projectId}`);
  expect(page).toContain(`href="/projects/${projectId}/propose"`);
  expect(page).toContain(`href="/proposals/${proposalId}"`);
  const again = await openedAgain();
  expect(await read('tunde', `/projects/${again}`)).toContain(`/projects/${again}/propose"`);
  await propose(run, tunde, again);
  expect(await read('tunde', `/projects/${again}`)).not.toContain(`/projects/${again}/propose"`);
});

it('keeps what came to nothing apart from what the client can choose', async () => {
  const { projectId, proposalId } = await declined();
  const page = await read('client', `/projects/${projectId}`);
  expect(page).toContain('No proposal to choose now');
  expect(page).toContain(`href="/projects/${projectId}/invite"`);
  expect(page).not.toContain(`href="/projects/${projectId}/compare"`);
  const earlier = page.slice(page.indexOf('Earlier proposals'));
  expect(earlier).toContain(`href="/proposals/${proposalId}"`);
  const sheet = await read('client', `/projects/${projectId}/evidence/proposals`);
  const { contractId, seq } = await db
    .selectFrom('contract')
    .innerJoin('event', 'event.rootId', 'contract.id')
    .select(['contract.id as contractId', 'event.seq'])
    .where('contract.projectId', '=', projectId)
    .where('event.kind', '=', 'contract.declined')
    .executeTakeFirstOrThrow();
  expect(sheet).toContain(`href="/events/of/${contractId}/${seq}"`);
});

it('offers to extend where that adds time, and says how much', async () => {
  const projectId = await openProject(run, harrow);
  const page = () => read('client', `/projects/${projectId}`);
  expect(await page()).not.toContain('days from today');
  const expiresAt = new Date(Date.now() + 3 * 86_400_000);
  await db.updateTable('project').set({ expiresAt }).where('id', '=', projectId).execute();
  expect(await page()).toContain('Take proposals for 30 days from today');
});

it('counts alike on the page, its evidence and the comparison, also once it ended', async () => {
  const projectId = await openedAgain();
  await propose(run, tunde, projectId);
  const page = await read('client', `/projects/${projectId}`);
  expect(page).toContain('One proposal, <');
  expect(page).toContain('Look at it closely');
  await run(closeProject, { projectId }, { actor: harrow, root: projectId });
  expect(await read('client', `/projects/${projectId}`)).toContain('One proposal, <');
  expect(await read('client', `/projects/${projectId}/compare`)).toContain('One proposal');
});
