import { beforeAll, expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { myInvitations } from '#domain/projects/queries/my-invitations.ts';
import { projectInvitations } from '#domain/projects/queries/project-invitations.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { LIGHTHOUSE, openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { declineInvitation } from './decline-invitation.ts';
import { draftProject } from './draft-project.ts';
import { inviteFreelancer } from './invite-freelancer.ts';
import { publishProject } from './publish-project.ts';
import { seeInvitation } from './see-invitation.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const { db, readDb, run } = await testDatabase();
let mara: MemberActor;
let ioana: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castFreelancer(run, 'Ioana Petrescu');
});

async function invitedTo(terms: Partial<typeof LIGHTHOUSE> = {}) {
  const projectId = await openProject(run, mara, terms);
  await invite(projectId);
  return projectId;
}

const invite = (projectId: string) => {
  const input = { projectId, freelancerId: ioana.partyId };
  return run(inviteFreelancer, input, { actor: mara, root: projectId });
};

const withdraw = (projectId: string, actor = mara) => {
  const input = { projectId, freelancerId: ioana.partyId };
  return run(withdrawInvitation, input, { actor, root: projectId });
};

const see = (projectId: string, now?: Date) =>
  run(seeInvitation, { projectId }, { actor: ioana, root: projectId, ...(now && { now }) });

async function invitation(projectId: string) {
  const [row] = await projectInvitations(readDb, mara, projectId);
  if (row === undefined) throw new Error('She is invited');
  return row;
}

const told = (memberId: string, kind: string) =>
  db
    .selectFrom('notification')
    .select(['kind', 'data'])
    .where('memberId', '=', memberId)
    .where('kind', '=', kind)
    .execute();

test('the first look counts, and later ones change nothing', async () => {
  const projectId = await invitedTo();
  const at = new Date('2026-11-21T12:00:00Z');
  expect((await see(projectId, at)).seq).not.toBeNull();
  expect((await see(projectId)).seq).toBeNull();
  expect(await invitation(projectId)).toMatchObject({ seenAt: at, answeredAt: null });
  const stranger = { actor: mara, root: projectId };
  expect((await run(seeInvitation, { projectId }, stranger)).seq).toBeNull();
});

test('a no carries its reason to the client', async () => {
  const projectId = await invitedTo({ title: 'Too soon' });
  const answer = { projectId, reason: 'dates' as const, note: ' From March on, gladly.\u0000 ' };
  await run(declineInvitation, answer, { actor: ioana, root: projectId });
  const row = await invitation(projectId);
  expect(row).toMatchObject({ declineReason: 'dates', declineNote: 'From March on, gladly.' });
  expect(row.answeredAt).toEqual(row.declinedAt);
  expect(row.seenAt).toEqual(row.declinedAt);
  await clockwork({ run, readDb }).react();
  const [mail] = await db
    .selectFrom('mail')
    .select('bodyText')
    .where('subject', 'like', '%declined%Too soon%')
    .execute();
  expect(mail?.bodyText).toContain('The dates do not fit. You can invite others.');
  expect(mail?.bodyText).toContain('“From March on, gladly.”');
});

test('an answer has its limits', async () => {
  const projectId = await invitedTo();
  const decline = (answer: object) =>
    run(declineInvitation, { projectId, ...answer }, { actor: ioana, root: projectId });
  const wrong = { reason: 'bored' as 'other' };
  await expect(decline(wrong)).rejects.toMatchObject({ code: 'input_invalid', field: 'reason' });
  const long = decline({ note: 'x'.repeat(501) });
  await expect(long).rejects.toMatchObject({ code: 'input_invalid', field: 'note' });
  await decline({ note: '🗼'.repeat(500) });
});

test('a proposal is an answer', async () => {
  const projectId = await invitedTo();
  await propose(run, ioana, projectId);
  const row = await invitation(projectId);
  expect(row.answeredAt).not.toBeNull();
  expect(row.seenAt).toEqual(row.answeredAt);
  await expect(withdraw(projectId)).rejects.toMatchObject({ code: 'proposal_exists' });
});

test('a withdrawn invitation is told, shuts the door, and can be given again', async () => {
  const projectId = await invitedTo({ audience: 'invited', title: 'Needed no more' });
  await expect(withdraw(projectId, ioana)).rejects.toMatchObject({ code: 'not_found' });
  await withdraw(projectId);
  await expect(withdraw(projectId)).rejects.toMatchObject({ code: 'already_done' });
  await clockwork({ run, readDb }).react();
  expect(await told(ioana.memberId, 'project.invitation_withdrawn')).toHaveLength(1);
  expect((await myInvitations(readDb, ioana, new Date())).map((one) => one.title)).not.toContain(
    'Needed no more',
  );
  await expect(propose(run, ioana, projectId)).rejects.toMatchObject({ code: 'not_invited' });
  const decline = run(declineInvitation, { projectId }, { actor: ioana, root: projectId });
  await expect(decline).rejects.toMatchObject({ code: 'already_done' });
  expect((await see(projectId)).seq).toBeNull();
  await invite(projectId);
  await propose(run, ioana, projectId);
  expect(await invitation(projectId)).toMatchObject({ withdrawnAt: null, source: 'client' });
});

test('nobody is told a third time of what was withdrawn twice', async () => {
  const projectId = await invitedTo({ audience: 'invited', title: 'In and out' });
  await withdraw(projectId);
  await invite(projectId);
  await withdraw(projectId);
  await expect(invite(projectId)).rejects.toMatchObject({ code: 'already_done' });
  await clockwork({ run, readDb }).react();
});

test('of a draft nobody hears, neither that it asked nor that it asks no more', async () => {
  const input = { terms: LIGHTHOUSE };
  const { projectId } = await run(draftProject, input, { actor: mara, root: 'new' });
  const before = (await told(ioana.memberId, 'project.invitation_withdrawn')).length;
  await invite(projectId);
  expect((await see(projectId)).seq).toBeNull();
  await withdraw(projectId);
  await run(publishProject, { projectId }, { actor: mara, root: projectId });
  await clockwork({ run, readDb }).react();
  expect(await told(ioana.memberId, 'project.invitation_withdrawn')).toHaveLength(before);
  const events = await db
    .selectFrom('event')
    .select('parties')
    .where('rootId', '=', projectId)
    .execute();
  expect(events.some((one) => one.parties.includes(ioana.partyId))).toBe(false);
});
