import { expect, test } from 'vitest';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { LIGHTHOUSE } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { savedSearches } from '../queries/saved-searches.ts';
import { SAVED_SEARCH_LIMITS } from '../saved-search.ts';
import { changeSavedSearch, dropSavedSearch, type SaveSearch, saveSearch } from './save-search.ts';

const { db, readDb, run } = await testDatabase();
const { work } = clockwork({ run, readDb });
const mara = await castMember(run, 'Mara Oduya');
const begun = new Date();

const RENDERERS: SaveSearch = {
  kind: 'freelancers',
  name: 'Renderers in Romania',
  query: 'category=architectural-illustration&place=RO&cursor=x&rate_to=50.00&utm=1',
};

function hours(count: number): Date {
  return new Date(begun.getTime() + count * 3_600_000);
}

async function save(parts: Partial<SaveSearch> = {}, actor = mara): Promise<string> {
  const input = { ...RENDERERS, ...parts };
  const { searchId } = await run(saveSearch, input, { actor, root: actor.memberId, now: begun });
  return searchId;
}

async function alerts(memberId: string): Promise<Record<string, unknown>[]> {
  const rows = await db
    .selectFrom('event')
    .select('data')
    .where('rootId', '=', memberId)
    .where('kind', '=', 'saved_search.told')
    .orderBy('seq')
    .execute();
  return rows.map(({ data }) => data as Record<string, unknown>);
}

/** Lists a freelancer at that hour. */
async function listed(name: string, at: Date, country = 'RO'): Promise<void> {
  const { partyId } = await castFreelancer(run, name, { country });
  await db.updateTable('freelancer').set({ firstListedAt: at }).where('id', '=', partyId).execute();
  await db.updateTable('listing').set({ listedAt: at }).where('id', '=', partyId).execute();
  await db.updateTable('listingPlace').set({ listedAt: at }).where('id', '=', partyId).execute();
}

test('a search is kept as its address asks it, once', async () => {
  const searchId = await save();
  expect(await savedSearches(readDb, mara)).toMatchObject([
    {
      id: searchId,
      query: 'category=architectural-illustration&place=RO&rate_to=50',
      alerts: true,
    },
  ]);
  await expect(save({ name: 'Again' })).rejects.toMatchObject({ code: 'already_done' });
  await expect(save({ query: 'place=XX' })).rejects.toMatchObject({ field: 'place' });
  await expect(save({ name: ' ', query: '' })).rejects.toMatchObject({ field: 'name' });
  await expect(save({ kind: 'people' as 'projects' })).rejects.toMatchObject({ field: 'kind' });
  const act = { actor: mara, root: mara.memberId, now: begun };
  const change = { searchId, name: 'Renderers', alerts: true };
  expect((await run(changeSavedSearch, change, act)).changed).toEqual(['name']);
  expect((await run(changeSavedSearch, change, act)).changed).toEqual([]);
  const eve = await castMember(run, 'Eve Novak');
  const theirs = { actor: eve, root: eve.memberId };
  await expect(run(dropSavedSearch, { searchId }, theirs)).rejects.toMatchObject({
    code: 'not_found',
  });
  await run(dropSavedSearch, { searchId }, act);
  expect(await savedSearches(readDb, mara)).toEqual([]);
  const reader = { ...mara, scopes: ['read'] } as const;
  await expect(save({}, reader)).rejects.toMatchObject({ code: 'scope_missing' });
});

test('what came is told once, at most once a day, and nothing when nothing came', async () => {
  const tunde = await castMember(run, 'Tunde Bello');
  await save({}, tunde);
  await listed('Ana Before', hours(-1));
  await listed('Ana Elsewhere', hours(1), 'ES');
  await work('tell-saved-searches', hours(1.5));
  expect(await alerts(tunde.memberId)).toEqual([]);
  await listed('Ana Dumitru', hours(2));
  await listed('Ioana Petrescu', hours(2.1));
  await work('tell-saved-searches', hours(3));
  await Promise.all([
    work('tell-saved-searches', hours(3)),
    work('tell-saved-searches', hours(3.1)),
  ]);
  expect(await alerts(tunde.memberId)).toMatchObject([
    {
      kind: 'freelancers',
      name: 'Renderers in Romania',
      count: 2,
      first: 'The newest: Ioana Petrescu, Street views of public buildings.',
      link: '/freelancers?category=architectural-illustration&place=RO&rate_to=50&sort=newest',
    },
  ]);
  await listed('Elena Stan', hours(5));
  await work('tell-saved-searches', hours(26));
  expect(await alerts(tunde.memberId)).toHaveLength(1);
  await work('tell-saved-searches', hours(27.1));
  await work('tell-saved-searches', hours(52));
  expect((await alerts(tunde.memberId)).map(({ count }) => count)).toEqual([2, 1]);
});

test('its member is told in the app and by mail', async () => {
  const dana = await castMember(run, 'Dana Told');
  await save({ query: 'q=street+views' }, dana);
  await listed('Bianca Rus', hours(2.5));
  await work('tell-saved-searches', hours(4));
  const event = await db
    .selectFrom('event')
    .selectAll()
    .where('kind', '=', 'saved_search.told')
    .where('rootId', '=', dana.memberId)
    .executeTakeFirstOrThrow();
  const { home, id, kind, rootId, seq } = event;
  await work('tell-members', hours(4), { home, id, kind, rootId, seq });
  const mail = await db
    .selectFrom('mail')
    .selectAll()
    .where('recipient', '=', 'dana.told@cast.test')
    .where('reason', '=', 'saved_search.told')
    .executeTakeFirstOrThrow();
  expect(mail.subject).toContain('new in “Renderers in Romania”');
  const notice = await db
    .selectFrom('notification')
    .select('link')
    .where('memberId', '=', dana.memberId)
    .executeTakeFirstOrThrow();
  expect(notice.link).toBe('/freelancers?q=street+views&sort=newest');
});

test('a near miss wakes nobody, nor do alerts that are off', async () => {
  const eve = await castMember(run, 'Eve Quiet');
  await save({ query: 'q=street+submarines' }, eve);
  const off = await save({ query: 'place=RO', alerts: false }, eve);
  await listed('Irina Luca', hours(2));
  await work('tell-saved-searches', hours(6));
  expect(await alerts(eve.memberId)).toEqual([]);
  const on = { actor: eve, root: eve.memberId, now: hours(7) };
  await run(changeSavedSearch, { searchId: off, alerts: true }, on);
  await work('tell-saved-searches', hours(9));
  expect(await alerts(eve.memberId)).toEqual([]);
});

test('published projects are told of as well', async () => {
  const ana = await castFreelancer(run, 'Ana Seeker');
  await save(
    { kind: 'projects', name: 'Views', query: 'category=architectural-illustration' },
    ana,
  );
  const terms = { ...LIGHTHOUSE, wantedOn: null };
  const drafted = await run(draftProject, { terms }, { actor: mara, root: 'new' });
  const act = { actor: mara, root: drafted.projectId, now: hours(2) };
  await run(publishProject, { projectId: drafted.projectId }, act);
  await work('tell-saved-searches', hours(3));
  expect(await alerts(ana.memberId)).toMatchObject([
    { count: 1, first: `The newest: ${LIGHTHOUSE.title}, by Mara Oduya.` },
  ]);
});

test('fifty are the end', async () => {
  const eve = await castMember(run, 'Eve Many');
  for (let kept = 0; kept < SAVED_SEARCH_LIMITS.perMember; kept += 1) {
    await save({ query: `q=word${kept}` }, eve);
  }
  await expect(save({ query: 'q=more' }, eve)).rejects.toMatchObject({
    field: 'name',
    data: { rule: 'too_many', limit: 50 },
  });
});
