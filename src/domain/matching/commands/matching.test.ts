import { beforeAll, beforeEach, expect, test } from 'vitest';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import type { ProjectTerms } from '#domain/projects/project-terms.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { BY_THE_HOUR, openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { projectMatches } from '../queries/project-matches.ts';
import { suggestedMatches } from '../queries/suggested-matches.ts';
import { addMatch } from './add-match.ts';
import { matchProject } from './match-project.ts';
import { removeMatch } from './remove-match.ts';
import { sendMatches } from './send-matches.ts';

const { db, readDb, run } = await testDatabase();
const actor = systemActor('matching');
const crowd: MemberActor[] = [];
let mara: MemberActor;

const SELLS = {
  categories: ['architectural-illustration'],
  skills: ['exterior-rendering', 'interior-rendering'],
  rateLowMinor: 2_000n,
  rateHighMinor: 3_000n,
};

const TERMS: Partial<ProjectTerms> = {
  ...BY_THE_HOUR,
  skills: ['Exterior views', 'interior-rendering'],
};

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  for (let n = 0; n < 8; n += 1) {
    crowd.push(await castFreelancer(run, `Freelancer ${n}`, SELLS));
  }
});

beforeEach(async () => {
  await setTerms({ matchesPerProject: 3, matchesPerWeek: 200, newcomerPercent: 20 });
});

async function setTerms(terms: {
  matchesPerProject?: number;
  matchesPerWeek?: number;
  newcomerPercent?: number;
}) {
  await db.updateTable('marketTerms').set(terms).execute();
}

const match = (projectId: string, now?: Date) =>
  run(matchProject, { projectId }, { actor, root: projectId, ...(now && { now }) });

const open = (terms: Partial<ProjectTerms> = {}) => openProject(run, mara, { ...TERMS, ...terms });

const eventsOf = (projectId: string) =>
  db
    .selectFrom('event')
    .select(['kind', 'parties', 'data', 'subjectId'])
    .where('rootId', '=', projectId)
    .orderBy('seq')
    .execute();

const invited = (projectId: string) =>
  db.selectFrom('projectInvitation').selectAll().where('projectId', '=', projectId).execute();

test('a published project finds its freelancers once and tells them why', async () => {
  const projectId = await open();
  expect(await match(projectId)).toEqual({ matched: 3 });
  expect(await match(projectId)).toEqual({ matched: 0 });
  const { mode, matchedAt, rows } = await projectMatches(readDb, mara, projectId);
  expect([mode, matchedAt !== null, rows.length]).toEqual(['automatic', true, 3]);
  for (const row of rows) {
    expect(row).toMatchObject({ state: 'sent', newcomer: true, seenAt: null, addedBy: null });
    expect(row.invitedAt).toEqual(row.sentAt);
    expect(row.reasons[0]?.says).toMatchObject({ key: 'fit_same', asked: 2 });
  }
  const invitations = await invited(projectId);
  expect(invitations.map((one) => [one.source, one.invitedBy])).toEqual(
    Array(3).fill(['match', null]),
  );
  const events = await eventsOf(projectId);
  const told = events.filter((one) => one.kind === 'project.freelancer_invited');
  expect(told).toHaveLength(3);
  for (const { parties, data, subjectId } of told) {
    expect(parties).toEqual([mara.partyId, subjectId]);
    expect(data).toMatchObject({
      told: true,
      byMarket: true,
      reason: 'fit_same',
      reasonSkills: 'Exterior views, Interior views',
    });
  }
  const [summary] = events.filter((one) => one.kind === 'project.matched');
  expect(summary).toMatchObject({
    parties: [mara.partyId],
    data: { count: 3, newcomers: 3, review: false },
  });
  const stranger = crowd[0] ?? mara;
  await expect(projectMatches(readDb, stranger, projectId)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('the mail and the notice say the best reason', async () => {
  const projectId = await open({ title: 'Drawn at dusk' });
  await match(projectId);
  await clockwork({ run, readDb }).react();
  const mails = await db
    .selectFrom('mail')
    .select(['subject', 'bodyText'])
    .where('subject', 'like', '%Drawn at dusk%')
    .execute();
  expect(mails).toHaveLength(3);
  expect(mails[0]?.subject).toContain('Work that fits you: “Drawn at dusk”');
  expect(mails[0]?.bodyText).toContain(
    'You work in this field and know Exterior views, Interior views.',
  );
});

test('where matching is off nobody is told, until the client asks for it', async () => {
  const projectId = await open({ matching: 'off' });
  expect(await match(projectId)).toEqual({ matched: 0 });
  expect(await invited(projectId)).toEqual([]);
  const { mode, matchedAt } = await projectMatches(readDb, mara, projectId);
  expect([mode, matchedAt]).toEqual(['off', null]);
});

test('nobody is chosen who wants no notices, is away, invited already or on the own side', async () => {
  await setTerms({ matchesPerProject: 50 });
  const silent = await castFreelancer(run, 'Silent', { ...SELLS, matchNotices: false });
  const away = await castFreelancer(run, 'Away', {
    ...SELLS,
    availability: 'away',
    awayUntil: '2099-01-01',
  });
  const own = await castFreelancer(run, 'Own', SELLS);
  const hand = await castFreelancer(run, 'By Hand', SELLS);
  const house = await castOrganization(run, own, { name: 'Own House', kind: 'client' });
  const projectId = await openProject(run, house, TERMS);
  const byHand = { projectId, freelancerId: hand.partyId };
  await run(inviteFreelancer, byHand, { actor: house, root: projectId });
  await match(projectId);
  const { rows } = await projectMatches(readDb, house, projectId);
  const chosen = new Set(rows.map((one) => one.freelancerId));
  for (const one of crowd) expect(chosen.has(one.partyId)).toBe(true);
  for (const one of [silent, away, own, hand]) expect(chosen.has(one.partyId)).toBe(false);
  const all = await invited(projectId);
  expect(all.find((one) => one.freelancerId === hand.partyId)?.source).toBe('client');
  await run(editFreelancer, { matchNotices: false }, { actor: hand, root: hand.partyId });
  await run(editFreelancer, { matchNotices: false }, { actor: own, root: own.partyId });
});

test('an invited-only project takes proposals of those it was matched with', async () => {
  const projectId = await open({ audience: 'invited' });
  await match(projectId);
  const { rows } = await projectMatches(readDb, mara, projectId);
  const chosen = crowd.find((one) => one.partyId === rows[0]?.freelancerId) ?? mara;
  const other = crowd.find((one) => !rows.some((row) => row.freelancerId === one.partyId)) ?? mara;
  await expect(propose(run, other, projectId)).rejects.toMatchObject({ code: 'not_invited' });
  const hourly = await open({ audience: 'invited', pricing: 'fixed', expectedHours: null });
  await match(hourly);
  const { rows: again } = await projectMatches(readDb, mara, hourly);
  const first = crowd.find((one) => one.partyId === again[0]?.freelancerId) ?? mara;
  await propose(run, first, hourly);
  expect(chosen).not.toBe(mara);
  const [answered] = (await projectMatches(readDb, mara, hourly)).rows.filter(
    (one) => one.freelancerId === first.partyId,
  );
  expect(answered?.answeredAt).not.toBeNull();
  expect(answered?.seenAt).not.toBeNull();
  expect(answered?.proposalId).not.toBeNull();
});

test('who proposed by itself is not suggested any more', async () => {
  const projectId = await open({ matching: 'off', pricing: 'fixed', expectedHours: null });
  const next = async () =>
    (await suggestedMatches(readDb, mara, { projectId, limit: 50, now: new Date() })).map(
      (one) => one.freelancerId,
    );
  const [first] = await next();
  const eager = crowd.find((one) => one.partyId === first) ?? mara;
  await propose(run, eager, projectId);
  expect(await next()).not.toContain(first);
});

test('for review the list waits, changes, and is sent once', async () => {
  const projectId = await open({ matching: 'review' });
  await match(projectId);
  const act = { actor: mara, root: projectId };
  const list = async () => (await projectMatches(readDb, mara, projectId)).rows;
  expect((await list()).map((one) => one.state)).toEqual(Array(3).fill('suggested'));
  expect(await invited(projectId)).toEqual([]);
  const freelancerId = (await list())[0]?.freelancerId ?? '';
  expect((await run(removeMatch, { projectId, freelancerId }, act)).seq).not.toBeNull();
  expect((await run(removeMatch, { projectId, freelancerId }, act)).seq).toBeNull();
  const next = await suggestedMatches(readDb, mara, { projectId, limit: 2, now: new Date() });
  expect(next).toHaveLength(2);
  const added = { projectId, freelancerId: next[0]?.freelancerId ?? '' };
  expect((await run(addMatch, added, act)).seq).not.toBeNull();
  expect((await run(addMatch, added, act)).seq).toBeNull();
  const { told, held } = await run(sendMatches, { projectId }, act);
  expect([told.length, held]).toEqual([3, []]);
  expect(told).toContain(added.freelancerId);
  expect(told).not.toContain(freelancerId);
  await expect(run(sendMatches, { projectId }, act)).rejects.toMatchObject({ code: 'not_found' });
  const late = run(removeMatch, added, act);
  await expect(late).rejects.toMatchObject({ code: 'wrong_state' });
  const kinds = (await eventsOf(projectId)).map((one) => one.kind);
  expect(kinds).toEqual([
    'project.drafted',
    'project.published',
    'project.matched',
    'project.match_removed',
    'project.match_added',
    ...Array(3).fill('project.freelancer_invited'),
  ]);
  const source = (await invited(projectId)).map((one) => one.source).sort();
  expect(source).toEqual(['client', 'match', 'match']);
});

test('only listed freelancers can be added, and never the own side', async () => {
  const projectId = await open({ matching: 'review' });
  const act = { actor: mara, root: projectId };
  const unlisted = await castMember(run, 'Unlisted');
  for (const freelancerId of [unlisted.partyId, 'nobody', mara.partyId]) {
    const add = run(addMatch, { projectId, freelancerId }, act);
    await expect(add).rejects.toMatchObject({ code: 'not_found' });
  }
  const freelancerId = crowd[0]?.partyId ?? '';
  const stranger = { actor: crowd[0] ?? mara, root: projectId };
  const foreign = run(addMatch, { projectId, freelancerId }, stranger);
  await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
});
