import { beforeAll, expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { withdrawProposal } from '#domain/projects/commands/withdraw-proposal.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { castMember } from '#test/cast/members.ts';
import { openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { toldInvitations } from './told-invitations.ts';

const { db, readDb, run } = await testDatabase();
let mara: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
});

const invite = (projectId: string, { partyId: freelancerId }: MemberActor) =>
  run(inviteFreelancer, { projectId, freelancerId }, { actor: mara, root: projectId });

const told = ({ partyId }: MemberActor) => toldInvitations(readDb, partyId, new Date());

test('what was proposed and withdrawn before the invitation is no answer to it', async () => {
  const ioana = await castFreelancer(run, 'Ioana Petrescu');
  const projectId = await openProject(run, mara);
  const proposalId = await propose(run, ioana, projectId);
  const taken = { actor: ioana, root: projectId };
  await expect(invite(projectId, ioana)).rejects.toMatchObject({ code: 'proposal_exists' });
  await run(withdrawProposal, { proposalId }, taken);
  await invite(projectId, ioana);
  expect(await told(ioana)).toMatchObject([{ projectId, answeredAt: null }]);
  await propose(run, ioana, projectId);
  expect(await told(ioana)).toMatchObject([{ projectId, answeredAt: expect.any(Date) }]);
});

test('an invitation that met a standing proposal asks for no answer', async () => {
  const tunde = await castFreelancer(run, 'Tunde Bello');
  const projectId = await openProject(run, mara);
  await propose(run, tunde, projectId);
  await db
    .insertInto('projectInvitation')
    .values({ projectId, freelancerId: tunde.partyId, source: 'match', invitedAt: new Date() })
    .execute();
  expect(await told(tunde)).toEqual([]);
});
