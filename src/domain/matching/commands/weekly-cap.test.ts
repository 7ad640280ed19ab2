import { beforeAll, expect, test } from 'vitest';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { castMember } from '#test/cast/members.ts';
import { BY_THE_HOUR, openProject } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { addMatch } from './add-match.ts';
import { matchProject } from './match-project.ts';
import { sendMatches } from './send-matches.ts';

const { db, run } = await testDatabase();
const actor = systemActor('matching');
const CROWD = 12;
const CAP = 3;
const DAY_MS = 86_400_000;
let mara: MemberActor;
const crowd: MemberActor[] = [];

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  for (let n = 0; n < CROWD; n += 1) crowd.push(await castFreelancer(run, `Freelancer ${n}`));
  const limits = { matchesPerProject: 4, matchesPerWeek: CAP, newcomerPercent: 25 };
  await db.updateTable('marketTerms').set(limits).execute();
});

const match = (projectId: string, now = new Date()) =>
  run(matchProject, { projectId }, { actor, root: projectId, now });

async function toldCounts(since = new Date(0)) {
  const rows = await db
    .selectFrom('projectInvitation')
    .select('freelancerId')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('source', '=', 'match')
    .where('invitedAt', '>=', since)
    .groupBy('freelancerId')
    .execute();
  return rows.map((row) => Number(row.count));
}

test('the cap holds where many projects are published at once, and uses every place', async () => {
  const projects = await Promise.all(
    Array.from({ length: 20 }, () => openProject(run, mara, BY_THE_HOUR)),
  );
  // Each twice, as a job that is done again would.
  const ends = await Promise.all([...projects, ...projects].map((id) => match(id)));
  const counts = await toldCounts();
  expect(Math.max(...counts)).toBeLessThanOrEqual(CAP);
  const told = counts.reduce((sum, count) => sum + count, 0);
  expect(told).toBe(ends.reduce((sum, one) => sum + one.matched, 0));
  // Whoever is being told at that moment is passed over in a second look, so a few may be left.
  expect(told).toBeGreaterThanOrEqual(CROWD * CAP - 4);
  await match(await openProject(run, mara, BY_THE_HOUR));
  await match(await openProject(run, mara, BY_THE_HOUR));
  expect((await toldCounts()).reduce((sum, count) => sum + count, 0)).toBe(CROWD * CAP);
  expect(await match(await openProject(run, mara, BY_THE_HOUR))).toEqual({ matched: 0 });
});

test('a week later, to the moment, there is room again', async () => {
  const { last } = await db
    .selectFrom('projectInvitation')
    .select(({ fn }) => fn.max('invitedAt').as('last'))
    .executeTakeFirstOrThrow();
  const week = new Date((last ?? new Date()).getTime() + 7 * DAY_MS);
  const late = await openProject(run, mara, BY_THE_HOUR);
  expect(await match(late, new Date(week.getTime() - DAY_MS))).toEqual({ matched: 0 });
  const projectId = await openProject(run, mara, BY_THE_HOUR);
  expect(await match(projectId, week)).toEqual({ matched: 4 });
});

test('a list that waited holds back whom the cap or the freelancer no longer lets it tell', async () => {
  const now = new Date(Date.now() + 20 * DAY_MS);
  const projectId = await openProject(run, mara, { ...BY_THE_HOUR, matching: 'review' });
  await match(projectId, now);
  const listed = await db
    .selectFrom('projectMatch')
    .select('freelancerId')
    .where('projectId', '=', projectId)
    .execute();
  const [quiet, ...rest] = listed.map((one) => one.freelancerId);
  const silent = crowd.find((one) => one.partyId === quiet) ?? mara;
  await run(editFreelancer, { matchNotices: false }, { actor: silent, root: silent.partyId });
  const hand = await castFreelancer(run, 'By Hand', { matchNotices: false });
  const byHand = { projectId, freelancerId: hand.partyId };
  await run(addMatch, byHand, { actor: mara, root: projectId, now });
  const { told, held } = await run(
    sendMatches,
    { projectId },
    { actor: mara, root: projectId, now },
  );
  expect(held).toEqual([quiet]);
  expect([...told].sort()).toEqual([...rest, hand.partyId].sort());
});
