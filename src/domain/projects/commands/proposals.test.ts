import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { BY_THE_HOUR, HOURS, openProject, propose, TWO_SLICES } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { readMilestones } from '../proposal.ts';
import { changeProposal } from './change-proposal.ts';
import { closeProject } from './close-project.ts';
import { sendProposal } from './send-proposal.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

const { db, run } = await testDatabase();
let mara: MemberActor;
let ioana: MemberActor;
let tunde: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castMember(run, 'Ioana Petrescu');
  tunde = await castMember(run, 'Tunde Bello');
});

async function stored(proposalId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('project', 'project.id', 'proposal.projectId')
    .selectAll('proposal')
    .select('project.proposalsCount')
    .where('proposal.id', '=', proposalId)
    .executeTakeFirstOrThrow();
}

test('a fixed proposal keeps its milestones and counts on the project', async () => {
  const projectId = await openProject(run, mara);
  const proposalId = await propose(run, ioana, projectId);
  expect(homeOf(proposalId)).toBe(homeOf(projectId));
  const proposal = await stored(proposalId);
  expect(proposal).toMatchObject({ state: 'sent', version: 1, proposalsCount: 1 });
  expect(readMilestones(proposal.milestones)).toEqual(TWO_SLICES.milestones);
});

test('an hourly proposal costs its rate × hours; the other pricing is refused', async () => {
  const projectId = await openProject(run, mara, BY_THE_HOUR);
  const options = { actor: ioana, root: projectId };
  const { proposalId } = await run(sendProposal, { projectId, terms: HOURS }, options);
  expect(await stored(proposalId)).toMatchObject({ priceMinor: 306_000n, milestones: [] });
  const wrong = run(sendProposal, { projectId, terms: TWO_SLICES }, { ...options, actor: tunde });
  await expect(wrong).rejects.toMatchObject({ code: 'input_invalid', field: 'pricing' });
});

test('its events reach the client and its author, nobody else', async () => {
  const projectId = await openProject(run, mara);
  const proposalId = await propose(run, ioana, projectId);
  await propose(run, tunde, projectId);
  await run(
    changeProposal,
    { proposalId, terms: { ...TWO_SLICES, deliveryDays: 30 } },
    { actor: ioana, root: projectId },
  );
  await run(withdrawProposal, { proposalId }, { actor: ioana, root: projectId });
  const events = await db
    .selectFrom('event')
    .select(['kind', 'parties'])
    .where('home', '=', homeOf(projectId))
    .where('subjectId', '=', proposalId)
    .orderBy('seq')
    .execute();
  expect(events.map((one) => one.kind)).toEqual([
    ...['proposal.sent', 'proposal.changed', 'proposal.withdrawn'],
  ]);
  for (const { parties } of events) expect(parties).toEqual([mara.partyId, ioana.partyId]);
});

test('one live proposal per freelancer; after a withdrawal there is room again', async () => {
  const projectId = await openProject(run, mara);
  const proposalId = await propose(run, ioana, projectId);
  const again = propose(run, ioana, projectId);
  await expect(again).rejects.toMatchObject({ code: 'proposal_exists', data: { proposalId } });
  await run(withdrawProposal, { proposalId }, { actor: ioana, root: projectId });
  expect(await stored(proposalId)).toMatchObject({ state: 'withdrawn', proposalsCount: 0 });
  const second = await propose(run, ioana, projectId);
  expect(await stored(second)).toMatchObject({ state: 'sent', proposalsCount: 1 });
});

test('a change counts the version up and only its author may make it', async () => {
  const projectId = await openProject(run, mara);
  const proposalId = await propose(run, ioana, projectId);
  const terms = { ...TWO_SLICES, cover: 'I can begin tomorrow.' };
  const input = { proposalId, terms };
  const changed = await run(changeProposal, input, { actor: ioana, root: projectId });
  expect(changed.version).toBe(2);
  expect(await stored(proposalId)).toMatchObject({ version: 2, cover: terms.cover });
  for (const actor of [mara, tunde]) {
    const other = run(changeProposal, input, { actor, root: projectId });
    await expect(other).rejects.toMatchObject({ code: 'not_found' });
    const taken = run(withdrawProposal, { proposalId }, { actor, root: projectId });
    await expect(taken).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('nothing is sent to what is over, not yet open, or own', async () => {
  const projectId = await openProject(run, mara);
  await expect(propose(run, mara, projectId)).rejects.toMatchObject({ code: 'own_project' });
  const late = new Date(Date.now() + 31 * 86_400_000);
  const input = { projectId, terms: TWO_SLICES };
  const unswept = run(sendProposal, input, { actor: ioana, root: projectId, now: late });
  await expect(unswept).rejects.toMatchObject({ code: 'wrong_state' });
  await run(closeProject, { projectId }, { actor: mara, root: projectId });
  await expect(propose(run, ioana, projectId)).rejects.toMatchObject({ code: 'wrong_state' });
});

test('an agency of the client may not propose to its own owner', async () => {
  const agency = await castOrganization(run, mara, { name: 'Quay Studio', kind: 'agency' });
  const projectId = await openProject(run, mara);
  await expect(propose(run, agency, projectId)).rejects.toMatchObject({ code: 'own_project' });
});

test('two organizations of one owner do not work for each other', async () => {
  const owner = await castMember(run, 'Owner of Two');
  const company = await castOrganization(run, owner, { name: 'Quay Homes', kind: 'client' });
  const agency = await castOrganization(run, owner, { name: 'Quay Views', kind: 'agency' });
  const projectId = await openProject(run, company);
  const manager: MemberActor = { ...tunde, partyId: agency.partyId, role: 'manager' };
  await expect(propose(run, manager, projectId)).rejects.toMatchObject({ code: 'own_project' });
});

test('who joined the client after proposing is not awarded', async () => {
  const owner = await castMember(run, 'Owner of One');
  const company = await castOrganization(run, owner, { name: 'Pier Homes', kind: 'client' });
  const projectId = await openProject(run, company);
  const proposalId = await propose(run, tunde, projectId);
  const row = { organizationId: company.partyId, memberId: tunde.memberId, role: 'owner' } as const;
  await db
    .insertInto('membership')
    .values({ ...row, joinedAt: new Date() })
    .execute();
  const act = { actor: { ...company, memberId: tunde.memberId }, root: projectId };
  await expect(run(awardProposal, { proposalId, version: 1 }, act)).rejects.toMatchObject({
    code: 'own_project',
  });
});

test('a project takes a thousand proposals, the withdrawn ones aside', async () => {
  const projectId = await openProject(run, mara);
  const first = await propose(run, ioana, projectId);
  const copy = JSON.stringify({ state: 'not_chosen' });
  await sql`insert into proposal select (jsonb_populate_record(p,
    ${copy}::jsonb || jsonb_build_object('id', gen_random_uuid()))).*
    from proposal p, generate_series(1, 999) where p.id = ${first}`.execute(db);
  const more = propose(run, tunde, projectId);
  await expect(more).rejects.toMatchObject({ code: 'proposals_full', data: { limit: 1_000 } });
  await run(withdrawProposal, { proposalId: first }, { actor: ioana, root: projectId });
  await propose(run, tunde, projectId);
});

test('whoever waits is told at the end of the project, each under a number of its own', async () => {
  const projectId = await openProject(run, mara);
  const sent = [await propose(run, ioana, projectId), await propose(run, tunde, projectId)];
  const { seq } = await run(closeProject, { projectId }, { actor: mara, root: projectId });
  const told = await db
    .selectFrom('event')
    .select(['seq', 'subjectId'])
    .where('home', '=', homeOf(projectId))
    .where('rootId', '=', projectId)
    .where('kind', '=', 'proposal.not_chosen')
    .orderBy('seq')
    .execute();
  expect(told).toEqual(sent.map((subjectId, index) => ({ seq: seq + 1 + index, subjectId })));
  for (const id of sent) expect((await stored(id)).state).toBe('not_chosen');
});
