import { beforeAll, expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { LIGHTHOUSE, openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { myInvitations } from '../queries/my-invitations.ts';
import { projectInvitations } from '../queries/project-invitations.ts';
import { projectPage } from '../queries/project-page.ts';
import { declineInvitation } from './decline-invitation.ts';
import { draftProject } from './draft-project.ts';
import { inviteAddress } from './invite-address.ts';
import { inviteFreelancer } from './invite-freelancer.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const { db, readDb, run } = await testDatabase();
const KNOWN = 'Ioana.Petrescu@cast.test';
const UNKNOWN = 'nobody@cast.test';
let mara: MemberActor;
let ioana: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castMember(run, 'Ioana Petrescu');
});

async function invite(projectId: string, email: string): Promise<string> {
  const input = {
    projectId,
    email,
    note: 'Your views.',
    linkStart: 'http://market.test/projects/',
  };
  return (await run(inviteAddress, input, { actor: mara, root: projectId })).invitationId;
}

async function invitedOnly(): Promise<string> {
  const projectId = await openProject(run, mara, { audience: 'invited' });
  await invite(projectId, ` ${KNOWN} `);
  return projectId;
}

test('it answers alike whether or not an account has the address', async () => {
  const projectId = await invitedOnly();
  await invite(projectId, UNKNOWN);
  const [known, unknown] = await projectInvitations(readDb, mara, projectId);
  const same = { id: '', email: '', freelancerName: '', invitedAt: null };
  expect({ ...known, ...same }).toEqual({ ...unknown, ...same });
  expect(known).toMatchObject({ freelancerId: null, freelancerName: KNOWN.toLowerCase() });
  for (const email of [KNOWN, UNKNOWN]) {
    await expect(invite(projectId, email)).rejects.toMatchObject({ code: 'already_done' });
  }
  const mails = await db.selectFrom('mail').selectAll().orderBy('recipient').execute();
  expect(mails.map((mail) => mail.recipient)).toEqual([KNOWN.toLowerCase(), UNKNOWN]);
  expect(mails[0]?.bodyText).toEqual(mails[1]?.bodyText);
  expect(mails[0]?.bodyText).toContain(`http://market.test/projects/${projectId}`);
});

test('who has the address reads the project, proposes, and is known from then on', async () => {
  const projectId = await invitedOnly();
  const mine = await myInvitations(readDb, ioana, new Date());
  expect(mine.map((one) => one.projectId)).toContain(projectId);
  const page = await projectPage(readDb, ioana, projectId);
  expect(page.invitation).toMatchObject({ note: 'Your views.', source: 'client', seenAt: null });
  const proposalId = await propose(run, ioana, projectId);
  expect(await projectInvitations(readDb, mara, projectId)).toEqual([
    expect.objectContaining({ freelancerId: ioana.partyId, email: null, proposalId }),
  ]);
  const stranger = await castMember(run, 'Tunde Bello');
  await expect(projectPage(readDb, stranger, projectId)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('who is asked both ways reads it once', async () => {
  const listed = await castFreelancer(run, 'Ana Lima');
  const projectId = await openProject(run, mara);
  await invite(projectId, 'ana.lima@cast.test');
  const input = { projectId, freelancerId: listed.partyId };
  await run(inviteFreelancer, input, { actor: mara, root: projectId });
  expect(await myInvitations(readDb, listed, new Date())).toHaveLength(1);
});

test('a no is an answer too', async () => {
  const projectId = await invitedOnly();
  await run(declineInvitation, { projectId }, { actor: ioana, root: projectId });
  const [asked] = await projectInvitations(readDb, mara, projectId);
  expect(asked).toMatchObject({ freelancerId: ioana.partyId, declinedAt: expect.any(Date) });
});

test('a withdrawn one shuts the door, and can be given again', async () => {
  const projectId = await openProject(run, mara, { audience: 'invited' });
  const freelancerId = await invite(projectId, KNOWN);
  const withdraw = () =>
    run(withdrawInvitation, { projectId, freelancerId }, { actor: mara, root: projectId });
  await withdraw();
  await expect(withdraw()).rejects.toMatchObject({ code: 'already_done' });
  await expect(propose(run, ioana, projectId)).rejects.toMatchObject({ code: 'not_invited' });
  await invite(projectId, KNOWN);
  await propose(run, ioana, projectId);
  await expect(withdraw()).rejects.toMatchObject({ code: 'not_found' });
});

test('a draft is refused: the mail would lead nowhere', async () => {
  const input = { terms: LIGHTHOUSE };
  const { projectId } = await run(draftProject, input, { actor: mara, root: 'new' });
  await expect(invite(projectId, KNOWN)).rejects.toMatchObject({ code: 'wrong_state' });
});

test('the own address is refused, and nobody is asked by their own side', async () => {
  const own = invite(await openProject(run, mara), ' Mara.Oduya@cast.test');
  await expect(own).rejects.toMatchObject({ code: 'own_project' });
  const harrow = await castOrganization(run, ioana, { name: 'Harrow & Lane', kind: 'client' });
  const projectId = await openProject(run, mara);
  await invite(projectId, KNOWN);
  const asked = async () =>
    (await myInvitations(readDb, ioana, new Date())).some((one) => one.projectId === projectId);
  expect(await asked()).toBe(true);
  const clientId = harrow.partyId;
  await db.updateTable('project').set({ clientId }).where('id', '=', projectId).execute();
  expect(await asked()).toBe(false);
});
