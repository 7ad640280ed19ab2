import { beforeAll, expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { castMember } from '#test/cast/members.ts';
import { LIGHTHOUSE, openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { draftProject } from '../commands/draft-project.ts';
import { expireProject } from '../commands/expire-project.ts';
import { dueProjects } from './due-projects.ts';
import { myProjects } from './my-projects.ts';
import { myProposals } from './my-proposals.ts';
import { openProjects } from './open-projects.ts';
import { projectInvitations } from './project-invitations.ts';
import { projectPage } from './project-page.ts';
import { projectProposals } from './project-proposals.ts';
import { proposalPage } from './proposal-page.ts';

const { readDb, run } = await testDatabase();
const notFound = { code: 'not_found' };
let mara: MemberActor;
let ioana: MemberActor;
let tunde: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castFreelancer(run, 'Ioana Petrescu');
  tunde = await castMember(run, 'Tunde Bello');
});

test('a draft is there for its client alone', async () => {
  const input = { terms: LIGHTHOUSE };
  const { projectId } = await run(draftProject, input, { actor: mara, root: 'new' });
  expect((await projectPage(readDb, mara, projectId)).project.state).toBe('draft');
  for (const reader of [ioana, null]) {
    await expect(projectPage(readDb, reader, projectId)).rejects.toMatchObject(notFound);
  }
});

test('a project for the invited is there for them and its client alone', async () => {
  const projectId = await openProject(run, mara, { audience: 'invited' });
  const input = { projectId, freelancerId: ioana.partyId, note: 'You drew our harbour.' };
  await run(inviteFreelancer, input, { actor: mara, root: projectId });
  const page = await projectPage(readDb, ioana, projectId);
  expect(page.invitation?.note).toBe('You drew our harbour.');
  for (const reader of [tunde, null]) {
    await expect(projectPage(readDb, reader, projectId)).rejects.toMatchObject(notFound);
  }
});

test('proposals are sealed: the client reads all, each author its own', async () => {
  const projectId = await openProject(run, mara);
  const hers = await propose(run, ioana, projectId);
  const his = await propose(run, tunde, projectId);
  const all = await projectProposals(readDb, mara, { projectId });
  expect(all.map((one) => one.id).sort()).toEqual([hers, his].sort());
  for (const actor of [ioana, tunde]) {
    const list = projectProposals(readDb, actor, { projectId });
    await expect(list).rejects.toMatchObject(notFound);
    await expect(projectInvitations(readDb, actor, projectId)).rejects.toMatchObject(notFound);
  }
  expect((await proposalPage(readDb, mara, hers)).side).toBe('client');
  expect((await proposalPage(readDb, ioana, hers)).side).toBe('freelancer');
  await expect(proposalPage(readDb, tunde, hers)).rejects.toMatchObject(notFound);
  expect((await projectPage(readDb, tunde, projectId)).ownProposal?.id).toBe(his);
  expect((await projectPage(readDb, null, projectId)).ownProposal).toBeNull();
});

test('a key without the right to read is a visitor', async () => {
  const projectId = await openProject(run, mara);
  const writer = { ...mara, scopes: ['work' as const] };
  const list = projectProposals(readDb, writer, { projectId });
  await expect(list).rejects.toMatchObject({ code: 'scope_missing' });
  expect((await projectPage(readDb, writer, projectId)).project.relation.isClient).toBe(false);
});

test('open projects are paged newest first and filtered', async () => {
  const client = await castMember(run, 'Paging Client');
  const titles = ['Alpha beacon', 'Beta beacon', 'Gamma beacon', 'Delta 100% beacon'];
  for (const title of titles) {
    await openProject(run, client, { title, category: 'landscape-design' });
  }
  await openProject(run, client, { title: 'Hidden beacon', audience: 'invited' });
  const question = { category: 'landscape-design', limit: 3, now: new Date() };
  const first = await openProjects(readDb, question);
  expect(first.rows.map((one) => one.title)).toEqual([...titles].reverse().slice(0, 3));
  const second = await openProjects(readDb, { ...question, cursor: first.next ?? '' });
  expect(second).toMatchObject({ rows: [{ title: 'Alpha beacon' }], next: null });
  const found = async (text: string) =>
    (await openProjects(readDb, { ...question, limit: 9, text })).rows.map((one) => one.title);
  expect(await found('gamma')).toEqual(['Gamma beacon']);
  expect(await found('amm')).toEqual(['Gamma beacon']);
  expect(await found('0% b')).toEqual(['Delta 100% beacon']);
  expect(await found('blender beacon')).toHaveLength(4);
  expect(await found('hidden')).toEqual([]);
  const hourly = await openProjects(readDb, { ...question, pricing: 'hourly' });
  expect(hourly.rows).toEqual([]);
  const broken = openProjects(readDb, { ...question, cursor: 'x' });
  await expect(broken).rejects.toMatchObject({ code: 'input_invalid', field: 'cursor' });
  const mine = await myProjects(readDb, client, { limit: 2, states: ['open'] });
  expect(mine.rows.map((one) => one.title)).toEqual(['Hidden beacon', 'Delta 100% beacon']);
  const rest = await myProjects(readDb, client, { limit: 9, cursor: mine.next ?? '' });
  expect(rest.rows).toHaveLength(3);
});

test('the sweep finds what is due, and the list hides it before the sweep came', async () => {
  const projectId = await openProject(run, mara, { category: 'tutoring' });
  await propose(run, ioana, projectId);
  const late = new Date(Date.now() + 31 * 86_400_000);
  const open = await openProjects(readDb, { category: 'tutoring', limit: 5, now: late });
  expect(open.rows).toEqual([]);
  const due = await dueProjects(readDb, late, 100);
  expect(due.map((one) => one.id)).toContain(projectId);
  const options = { actor: systemActor('sweep'), root: projectId, now: late };
  await run(expireProject, { projectId }, options);
  const mine = await myProposals(readDb, ioana, { limit: 50, states: ['not_chosen'] });
  expect(mine.rows.map((one) => one.projectId)).toContain(projectId);
});
