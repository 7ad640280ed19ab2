import { beforeAll, expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { declineInvitation } from '#domain/projects/commands/decline-invitation.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { BY_THE_HOUR, openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { workForYou } from './work-for-you.ts';

const { readDb, run } = await testDatabase();
let mara: MemberActor;
let ioana: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castFreelancer(run, 'Ioana Petrescu', {
    categories: ['architectural-illustration'],
    skills: ['exterior-rendering'],
  });
});

const work = async (actor = ioana, limit = 50) =>
  (await workForYou(readDb, actor, { limit, now: new Date() })).map((one) => one.title);

test('open projects come by the score, with its reasons', async () => {
  await openProject(run, mara, { ...BY_THE_HOUR, title: 'Field', skills: [] });
  await openProject(run, mara, { ...BY_THE_HOUR, title: 'Skill', skills: ['Exterior views'] });
  await openProject(run, mara, {
    ...BY_THE_HOUR,
    title: 'Cheap',
    budgetLowMinor: 100n,
    budgetHighMinor: 200n,
    skills: ['photo montage of cats'],
  });
  await openProject(run, mara, { ...BY_THE_HOUR, title: 'Other field', category: 'tutoring' });
  await openProject(run, mara, {
    ...BY_THE_HOUR,
    title: 'Elsewhere',
    category: 'software',
    skills: ['Exterior views'],
  });
  expect(await work()).toEqual(['Skill', 'Field', 'Elsewhere', 'Cheap']);
  expect(await work(ioana, 1)).toEqual(['Skill']);
  const [best] = await workForYou(readDb, ioana, { limit: 1, now: new Date() });
  expect(best?.reasons.map((one) => one.part)).toContain('fit');
  expect(best?.reasons.reduce((sum, one) => sum + one.points, 0)).toBeCloseTo(best?.score ?? 0, 6);
});

test('without own projects, those answered, and those that are not for everybody', async () => {
  const before = await work();
  const own = await castOrganization(run, ioana, { name: 'Own House', kind: 'client' });
  await openProject(run, own, { ...BY_THE_HOUR, title: 'Own' });
  await openProject(run, ioana, { ...BY_THE_HOUR, title: 'Own too' });
  await propose(run, ioana, await openProject(run, mara, { title: 'Answered' }));
  const declined = await openProject(run, mara, { title: 'Declined' });
  const invitation = { projectId: declined, freelancerId: ioana.partyId };
  await run(inviteFreelancer, invitation, { actor: mara, root: declined });
  expect(await work()).toContain('Declined');
  await run(declineInvitation, { projectId: declined }, { actor: ioana, root: declined });
  await openProject(run, mara, { title: 'Closed circle', audience: 'invited' });
  expect(await work()).toEqual(before);
});

test('a member who sells nothing gets an empty list', async () => {
  expect(await work(mara)).toEqual([]);
});
