import { beforeAll, expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { freelancersToInvite } from '#domain/projects/queries/freelancers-to-invite.ts';
import { myInvitations } from '#domain/projects/queries/my-invitations.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { LIGHTHOUSE, openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { closeProject } from './close-project.ts';
import { declineInvitation } from './decline-invitation.ts';
import { draftProject } from './draft-project.ts';
import { inviteFreelancer } from './invite-freelancer.ts';
import { publishProject } from './publish-project.ts';

const { db, readDb, run } = await testDatabase();
let mara: MemberActor;
let ioana: MemberActor;
let tunde: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castFreelancer(run, 'Ioana Petrescu');
  tunde = await castFreelancer(run, 'Tunde Bello');
});

function invite(projectId: string, whom: { freelancerId: string }) {
  return run(inviteFreelancer, { projectId, ...whom }, { actor: mara, root: projectId });
}

test('only the invited may propose where only they are asked', async () => {
  const projectId = await openProject(run, mara, { audience: 'invited' });
  await expect(propose(run, ioana, projectId)).rejects.toMatchObject({ code: 'not_invited' });
  await invite(projectId, { freelancerId: ioana.partyId });
  expect((await myInvitations(readDb, ioana, new Date())).map((one) => one.projectId)).toEqual([
    projectId,
  ]);
  await propose(run, ioana, projectId);
  expect(await myInvitations(readDb, ioana, new Date())).toEqual([]);
  await expect(propose(run, tunde, projectId)).rejects.toMatchObject({ code: 'not_invited' });
});

test('nobody hears of a draft before it is published', async () => {
  const input = { terms: LIGHTHOUSE };
  const { projectId } = await run(draftProject, input, { actor: mara, root: 'new' });
  await invite(projectId, { freelancerId: tunde.partyId });
  expect(await myInvitations(readDb, tunde, new Date())).toEqual([]);
  await run(publishProject, { projectId }, { actor: mara, root: projectId });
  const told = await db
    .selectFrom('event')
    .select(['kind', 'parties'])
    .where('home', '=', homeOf(projectId))
    .where('rootId', '=', projectId)
    .orderBy('seq')
    .execute();
  expect(told.filter((one) => one.parties.includes(tunde.partyId)).map((one) => one.kind)).toEqual([
    'project.freelancer_invited',
  ]);
});

test('twice, unknown, own side and a closed project are refused', async () => {
  const projectId = await openProject(run, mara);
  await invite(projectId, { freelancerId: ioana.partyId });
  const twice = invite(projectId, { freelancerId: ioana.partyId });
  await expect(twice).rejects.toMatchObject({ code: 'already_done' });
  const unknown = invite(projectId, { freelancerId: 'nobody' });
  await expect(unknown).rejects.toMatchObject({ code: 'not_found', field: 'freelancerId' });
  const own = invite(projectId, { freelancerId: mara.partyId });
  await expect(own).rejects.toMatchObject({ code: 'own_project' });
  await run(closeProject, { projectId }, { actor: mara, root: projectId });
  const late = invite(projectId, { freelancerId: tunde.partyId });
  await expect(late).rejects.toMatchObject({ code: 'wrong_state' });
});

test('a freelancer declines once, and only where it was invited', async () => {
  const projectId = await openProject(run, mara);
  const decline = (actor: MemberActor) =>
    run(declineInvitation, { projectId }, { actor, root: projectId });
  await expect(decline(ioana)).rejects.toMatchObject({ code: 'not_found' });
  await invite(projectId, { freelancerId: ioana.partyId });
  await decline(ioana);
  await expect(decline(ioana)).rejects.toMatchObject({ code: 'already_done' });
  expect(await myInvitations(readDb, ioana, new Date())).toEqual([]);
});

test('who deals under no name is found neither by name nor by id', async () => {
  const worker = await castMember(run, 'Quiet Worker');
  const input = { terms: LIGHTHOUSE };
  const { projectId } = await run(draftProject, input, { actor: mara, root: 'new' });
  const find = (question: { text: string } | { freelancerId: string }) =>
    freelancersToInvite(readDb, mara, { projectId, ...question });
  expect(await find({ text: 'Quiet' })).toEqual([]);
  expect(await find({ freelancerId: worker.partyId })).toEqual([]);
  const byId = invite(projectId, { freelancerId: worker.partyId });
  await expect(byId).rejects.toMatchObject({ code: 'not_found', field: 'freelancerId' });
});

test('the search finds by name, never the own side', async () => {
  const harrow = await castOrganization(run, mara, { name: 'Harrow Quay', kind: 'client' });
  const studio = await castOrganization(run, ioana, { name: 'Quay Studio', kind: 'agency' });
  const projectId = await openProject(run, harrow);
  const find = (text: string) => freelancersToInvite(readDb, harrow, { projectId, text });
  expect((await find('quay')).map((one) => one.id)).toEqual([studio.partyId]);
  expect(await find('ioana.petrescu@cast.test')).toEqual([]);
  expect(await find('Oduya')).toEqual([]);
  expect(await find('%%')).toEqual([]);
  const foreign = freelancersToInvite(readDb, ioana, { projectId, text: 'quay' });
  await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
});
