import { beforeAll, expect, test } from 'vitest';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { LIGHTHOUSE, openProject, propose, TWO_SLICES } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { comparison } from '../queries/comparison.ts';
import { projectsToChoose } from '../queries/projects-to-choose.ts';
import { proposalTally } from '../queries/proposal-tally.ts';
import { closeProject } from './close-project.ts';
import { draftProject } from './draft-project.ts';
import { editProject } from './edit-project.ts';
import { expireProject } from './expire-project.ts';
import { extendProject } from './extend-project.ts';
import { publishProject } from './publish-project.ts';
import { sendProposal } from './send-proposal.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

const { db, readDb, run } = await testDatabase();
const sweep = systemActor('sweep');
const DAY_MS = 86_400_000;
let mara: MemberActor;
let ioana: MemberActor;
let tunde: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castMember(run, 'Ioana Petrescu');
  tunde = await castMember(run, 'Tunde Bello');
});

async function stored(projectId: string) {
  return db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirstOrThrow();
}

async function compared(projectId: string) {
  return (await comparison(readDb, mara, { projectId, now: new Date() })).proposals;
}

async function eventsOf(rootId: string) {
  return db
    .selectFrom('event')
    .select(['kind', 'seq', 'parties', 'subjectId', 'data'])
    .where('home', '=', homeOf(rootId))
    .where('rootId', '=', rootId)
    .orderBy('seq')
    .execute();
}

test('a draft becomes an open project for the days of the market', async () => {
  const drafted = await run(draftProject, { terms: LIGHTHOUSE }, { actor: mara, root: 'new' });
  const { projectId } = drafted;
  const before = await stored(projectId);
  expect(before).toMatchObject({ state: 'draft', clientId: mara.partyId, publishedAt: null });
  const now = new Date();
  await run(publishProject, { projectId }, { actor: mara, root: projectId, now });
  const project = await stored(projectId);
  expect(project.state).toBe('open');
  expect(project.expiresAt?.getTime()).toBe(now.getTime() + 30 * DAY_MS);
  const events = await eventsOf(projectId);
  expect(events.map((one) => one.kind)).toEqual(['project.drafted', 'project.published']);
  expect(events.every((one) => one.parties.includes(mara.partyId))).toBe(true);
});

test('a draft without requirements is not published', async () => {
  const terms = { ...LIGHTHOUSE, requirements: '' };
  const { projectId } = await run(draftProject, { terms }, { actor: mara, root: 'new' });
  const publish = run(publishProject, { projectId }, { actor: mara, root: projectId });
  await expect(publish).rejects.toMatchObject({ code: 'input_invalid', field: 'requirements' });
});

test('an unknown category and a project that never was are refused', async () => {
  const terms = { ...LIGHTHOUSE, category: 'alchemy' };
  const drafting = run(draftProject, { terms }, { actor: mara, root: 'new' });
  await expect(drafting).rejects.toMatchObject({ code: 'input_invalid', field: 'category' });
  for (const projectId of [newId(3), 'not-an-id']) {
    const closing = run(closeProject, { projectId }, { actor: mara, root: newId(3) });
    await expect(closing).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('nobody else may edit, extend or close it', async () => {
  const projectId = await openProject(run, mara);
  const options = { actor: ioana, root: projectId };
  const edit = { projectId, terms: LIGHTHOUSE };
  await expect(run(editProject, edit, options)).rejects.toMatchObject({ code: 'not_found' });
  const acts = [
    run(extendProject, { projectId }, options),
    run(closeProject, { projectId }, options),
    run(publishProject, { projectId }, options),
  ];
  const ends = await Promise.allSettled(acts);
  expect(ends.map((end) => end.status === 'rejected' && end.reason.code)).toEqual(
    Array(3).fill('not_found'),
  );
});

test('an open project is edited until somebody offers', async () => {
  const projectId = await openProject(run, mara);
  const options = { actor: mara, root: projectId };
  const terms = { ...LIGHTHOUSE, title: 'Seven street views' };
  await run(editProject, { projectId, terms }, options);
  expect((await stored(projectId)).title).toBe('Seven street views');
  const bare = { projectId, terms: { ...terms, requirements: '' } };
  await expect(run(editProject, bare, options)).rejects.toMatchObject({ code: 'input_invalid' });
  const proposalId = await propose(run, ioana, projectId);
  const late = run(editProject, { projectId, terms }, options);
  await expect(late).rejects.toMatchObject({ code: 'project_has_proposals' });
  await run(withdrawProposal, { proposalId }, { actor: ioana, root: projectId });
  await run(editProject, { projectId, terms }, options);
  const dearer = { projectId, terms: { ...terms, currency: 'EUR' } };
  await expect(run(editProject, dearer, options)).rejects.toMatchObject({ field: 'currency' });
});

test('closing tells whoever offered, and a draft closes without having been open', async () => {
  const projectId = await openProject(run, mara);
  await propose(run, ioana, projectId);
  await propose(run, tunde, projectId);
  const closed = await run(closeProject, { projectId }, { actor: mara, root: projectId });
  expect(closed.notChosen).toBe(2);
  const told = (await eventsOf(projectId)).filter((one) => one.kind === 'proposal.not_chosen');
  expect(told.map((one) => one.parties)).toEqual([
    [mara.partyId, ioana.partyId],
    [mara.partyId, tunde.partyId],
  ]);
  const drafted = await run(draftProject, { terms: LIGHTHOUSE }, { actor: mara, root: 'new' });
  const draft = { projectId: drafted.projectId };
  await run(closeProject, draft, { actor: mara, root: draft.projectId });
  expect(await stored(draft.projectId)).toMatchObject({ state: 'closed', publishedAt: null });
});

test('a project expires when it is due, not before, and once', async () => {
  const projectId = await openProject(run, mara);
  await propose(run, ioana, projectId);
  const { expiresAt } = await stored(projectId);
  const due = expiresAt ?? new Date();
  const options = { actor: sweep, root: projectId };
  const early = { ...options, now: new Date(due.getTime() - 1) };
  expect(await run(expireProject, { projectId }, early)).toMatchObject({ expired: false });
  const first = await run(expireProject, { projectId }, { ...options, now: due });
  expect(first).toEqual({ expired: true, notChosen: 1 });
  expect(await run(expireProject, { projectId }, { ...options, now: due })).toMatchObject({
    expired: false,
  });
  const byHand = run(expireProject, { projectId }, { actor: mara, root: projectId, now: due });
  await expect(byHand).rejects.toMatchObject({ code: 'not_allowed' });
  await run(extendProject, { projectId }, { actor: mara, root: projectId, now: due });
  expect(await stored(projectId)).toMatchObject({
    state: 'open',
    endedAt: null,
    expiresAt: new Date(due.getTime() + 30 * DAY_MS),
  });
});

test('opened again, it has the proposals that came since', async () => {
  const projectId = await openProject(run, mara);
  await propose(run, ioana, projectId);
  await propose(run, tunde, projectId);
  const now = (await stored(projectId)).expiresAt ?? new Date();
  await run(expireProject, { projectId }, { actor: sweep, root: projectId, now });
  expect((await stored(projectId)).proposalsCount).toBe(2);
  expect(await compared(projectId)).toHaveLength(2);
  await run(extendProject, { projectId }, { actor: mara, root: projectId, now });
  expect((await stored(projectId)).proposalsCount).toBe(0);
  expect(await projectsToChoose(readDb, mara, now)).toEqual([]);
  expect(await compared(projectId)).toEqual([]);
  const terms = { ...LIGHTHOUSE, title: 'Seven street views' };
  await run(editProject, { projectId, terms }, { actor: mara, root: projectId, now });
  const again = await propose(run, ioana, projectId);
  expect((await compared(projectId)).map((one) => one.id)).toEqual([again]);
  const tally = await proposalTally(readDb, mara, projectId);
  expect(tally).toMatchObject({ shown: 1, counted: 1, sent: 3, earlier: 2 });
});

test('roles in an organization decide who posts', async () => {
  const harrow = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
  const projectId = await openProject(run, harrow);
  expect((await stored(projectId)).clientId).toBe(harrow.partyId);
  const own = run(sendProposal, { projectId, terms: TWO_SLICES }, { actor: mara, root: projectId });
  await expect(own).rejects.toMatchObject({ code: 'own_project' });
  const reader = { ...harrow, scopes: ['read' as const] };
  const post = run(draftProject, { terms: LIGHTHOUSE }, { actor: reader, root: 'new' });
  await expect(post).rejects.toMatchObject({ code: 'scope_missing' });
});

test('one key drafts one project', async () => {
  const options = { actor: mara, root: 'new' as const, key: 'draft-once-0123456789' };
  const input = { terms: LIGHTHOUSE };
  const [one, other] = await Promise.all([
    run(draftProject, input, options),
    run(draftProject, input, options),
  ]);
  expect(one).toEqual(other);
  const hourly = run(draftProject, { terms: { ...LIGHTHOUSE, title: 'Other' } }, options);
  await expect(hourly).rejects.toMatchObject({ code: 'idempotency_key_reused' });
});
