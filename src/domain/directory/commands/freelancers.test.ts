import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { restoreMember, suspendMember } from '#domain/accounts/commands/suspend-member.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { Command } from '#platform/context.ts';
import { castFreelancer, RENDERER } from '#test/cast/freelancers.ts';
import { refresh } from '#test/cast/listings.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import type { FreelancerProfile } from '../freelancer-profile.ts';
import { freelancerPage } from '../queries/freelancer-page.ts';
import { ownFreelancer } from '../queries/own-freelancer.ts';
import { editFreelancer } from './edit-freelancer.ts';
import { listFreelancer, unlistFreelancer } from './list-freelancer.ts';

const { db, readDb, run } = await testDatabase();

function edit(actor: MemberActor, parts: Partial<FreelancerProfile>) {
  return run(editFreelancer, parts, { actor, root: actor.partyId });
}

function list(actor: MemberActor, command: typeof listFreelancer = listFreelancer) {
  return run(command, {}, { actor, root: actor.partyId });
}

async function listing(id: string) {
  const row = await db.selectFrom('listing').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

async function eventsOf(rootId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .select('kind')
    .where('rootId', '=', rootId)
    .where('kind', 'like', 'freelancer.%')
    .orderBy('seq')
    .execute();
  return rows.map(({ kind }) => kind);
}

test('a profile is written part by part, and listed when nothing is missing', async () => {
  const ana = await castMember(run, 'Ana Dumitru');
  expect(await ownFreelancer(readDb, ana)).toMatchObject({ page: null, listedAt: null });
  expect(await edit(ana, {})).toEqual({ changed: [], seq: null });
  expect((await edit(ana, { headline: ' Street  views ' })).changed).toEqual(['headline']);
  expect((await edit(ana, { headline: 'Street views' })).changed).toEqual([]);
  await expect(list(ana)).rejects.toMatchObject({
    code: 'profile_incomplete',
    data: { missing: 'about, categories, skills, rate, country' },
  });
  const { changed } = await edit(ana, RENDERER);
  expect(changed).not.toContain('matchNotices');
  await expect(list(ana)).rejects.toMatchObject({ data: { missing: 'country' } });
  await run(changeProfile, { country: 'RO' }, { actor: ana, root: ana.memberId });
  expect(await freelancerPage(readDb, ana.partyId)).toBeNull();
  expect(await freelancerPage(readDb, ana.partyId, ana.partyId)).not.toBeNull();
  await list(ana);
  await expect(list(ana)).rejects.toMatchObject({ code: 'already_done' });
  const page = await freelancerPage(readDb, ana.partyId);
  expect(page).toMatchObject({
    kind: 'member',
    name: 'Ana Dumitru',
    country: 'RO',
    currency: 'USD',
    rateLowMinor: 1_000n,
    rateHighMinor: 1_500n,
    categories: [{ slug: 'architectural-illustration', name: 'Architectural illustration' }],
    languages: RENDERER.languages,
  });
  expect(page?.skills.map(({ slug }) => slug)).toEqual(RENDERER.skills);
  expect((await listing(ana.partyId))?.name).toBe('Ana Dumitru');
  expect(await eventsOf(ana.partyId)).toEqual([
    'freelancer.changed',
    'freelancer.changed',
    'freelancer.listed',
  ]);
  await list(ana, unlistFreelancer);
  expect(await listing(ana.partyId)).toBeNull();
  expect(await freelancerPage(readDb, ana.partyId)).toBeNull();
  await expect(list(ana, unlistFreelancer)).rejects.toMatchObject({ code: 'already_done' });
});

test('while it is listed it keeps what the directory needs', async () => {
  const ana = await castFreelancer(run, 'Ioana Petrescu');
  await expect(edit(ana, { skills: [] })).rejects.toMatchObject({
    code: 'profile_incomplete',
    data: { missing: 'skills' },
  });
  const country = run(changeProfile, { country: null }, { actor: ana, root: ana.memberId });
  await expect(country).rejects.toMatchObject({ code: 'profile_incomplete', field: 'country' });
});

test.each<[Partial<FreelancerProfile>, string]>([
  [{ categories: ['no-such-thing'] }, 'categories'],
  [{ skills: ['exterior-rendering', 'no-such-thing'] }, 'skills'],
  [{ rateHighMinor: 900n }, 'rateHigh'],
  [{ hoursAWeek: 200 }, 'hoursAWeek'],
  [{ availability: 'away', awayUntil: '2020-01-01' }, 'awayUntil'],
])('%o is refused with its field, and nothing changes', async (parts, field) => {
  const ana = await castFreelancer(run, `Ana ${field}`);
  const before = await freelancerPage(readDb, ana.partyId);
  await expect(edit(ana, { headline: 'Else', ...parts })).rejects.toMatchObject({ field });
  expect(await freelancerPage(readDb, ana.partyId)).toEqual(before);
});

test('what is retired takes no new use and keeps its old ones', async () => {
  const ana = await castFreelancer(run, 'Bianca Rus');
  await db
    .updateTable('skill')
    .set({ retiredAt: new Date() })
    .where('slug', '=', 'photo-montage')
    .execute();
  expect((await edit(ana, { headline: 'Views of harbours' })).changed).toEqual(['headline']);
  await edit(ana, { skills: ['exterior-rendering'] });
  await expect(edit(ana, { skills: ['photo-montage'] })).rejects.toMatchObject({ field: 'skills' });
  await db.updateTable('skill').set({ retiredAt: null }).execute();
});

test('the listing follows the name, the country and a suspension', async () => {
  const ana = await castFreelancer(run, 'Corina Pop');
  const operator = await castOperator(run, 'Dana Keeper');
  const own = { actor: ana, root: ana.memberId };
  await run(changeProfile, { name: 'Corina Popescu', country: 'MD' }, own);
  expect(await listing(ana.partyId)).toMatchObject({ name: 'Corina Popescu', country: 'MD' });
  const act = { actor: operator, root: ana.memberId };
  await run(suspendMember, { memberId: ana.memberId, reason: 'Copied works' }, act);
  expect(await listing(ana.partyId)).toBeNull();
  expect(await freelancerPage(readDb, ana.partyId)).toBeNull();
  await run(restoreMember, { memberId: ana.memberId }, act);
  expect(await listing(ana.partyId)).not.toBeNull();
});

test('a listing written while its member is suspended is gone after both', async () => {
  const ana = await castFreelancer(run, 'Sorina Lup');
  const operator = await castOperator(run, 'Otto Keeper');
  const [suspended, scored] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const suspendSlowly: Command<{ memberId: string }, null> = async (ctx, { memberId }) => {
    await suspendMember(ctx, { memberId, reason: 'Copied works' });
    suspended.resolve();
    await scored.promise;
    return null;
  };
  const input = { memberId: ana.memberId };
  const first = run(suspendSlowly, input, { actor: operator, root: ana.memberId });
  await suspended.promise;
  const second = run(refresh, { id: ana.partyId }, { actor: operator, root: ana.memberId });
  setTimeout(() => scored.resolve(), 150);
  await Promise.all([first, second]);
  expect(await listing(ana.partyId)).toBeNull();
});

test('an agency sells by its owners and managers; a client company does not', async () => {
  const owner = await castMember(run, 'Mara Oduya');
  const agency = await castOrganization(run, owner, { name: 'Tide Studio', kind: 'agency' });
  await edit(agency, RENDERER);
  expect((await ownFreelancer(readDb, agency)).name).toBe('Tide Studio');
  expect((await freelancerPage(readDb, agency.partyId, agency.partyId))?.kind).toBe('agency');
  const member = { ...agency, role: 'member' } as const;
  await expect(edit(member, { headline: 'x' })).rejects.toMatchObject({ code: 'not_allowed' });
  const keyless = { ...owner, scopes: ['read'] } as const;
  await expect(edit(keyless, { headline: 'x' })).rejects.toMatchObject({ code: 'scope_missing' });
  const company = await castOrganization(run, owner, { name: 'Harrow & Lane', kind: 'client' });
  await expect(edit(company, RENDERER)).rejects.toMatchObject({ code: 'not_allowed' });
});

test('edits at once lose none, and the first two make one row', async () => {
  const ana = await castMember(run, 'Elena Stan');
  const parts: Partial<FreelancerProfile>[] = [
    { headline: 'Street views' },
    { about: RENDERER.about ?? '' },
    { rateLowMinor: 1_000n },
    { hoursAWeek: 20 },
    { categories: ['architectural-illustration'] },
    { skills: ['exterior-rendering'] },
    { languages: [{ code: 'ro', level: 'native' }] },
    { timeZone: 'Europe/Bucharest' },
  ];
  await Promise.all(parts.map((part) => edit(ana, part)));
  const { profile } = await ownFreelancer(readDb, ana);
  expect(profile).toMatchObject(Object.assign({}, ...parts));
  expect((await eventsOf(ana.partyId)).length).toBe(parts.length);
});

test('an act under one key is done once', async () => {
  const ana = await castMember(run, 'Irina Luca');
  const options = { actor: ana, root: ana.partyId, key: 'one' };
  const first = await run(editFreelancer, { rateLowMinor: 1_200n }, options);
  expect(await run(editFreelancer, { rateLowMinor: 1_200n }, options)).toEqual(first);
  expect((await eventsOf(ana.partyId)).length).toBe(1);
});

test('a crowd of acts on one profile waits in line, and leaves the counts right', async () => {
  const operator = await castOperator(run, 'Ida Keeper');
  const crowd = [await castFreelancer(run, 'Oana Rusu'), await castFreelancer(run, 'Radu Marin')];
  const deadlocks = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(db);
    const { rows } = await sql<{ deadlocks: bigint }>`
      select deadlocks from pg_stat_database where datname = current_database()`.execute(db);
    return rows[0]?.deadlocks;
  };
  const before = await deadlocks();
  const acts = crowd.flatMap((actor) => {
    const own = { actor, root: actor.memberId };
    const { memberId } = actor;
    const byOperator = { actor: operator, root: memberId };
    return ['ES', 'US', 'IN', 'RO'].flatMap((country, turn) => [
      () => run(changeProfile, { country }, own),
      () => edit(actor, { rateLowMinor: BigInt(500 + 300 * turn) }),
      () => list(actor, turn % 2 === 0 ? unlistFreelancer : listFreelancer),
      () => run(suspendMember, { memberId, reason: 'A trial' }, byOperator),
      () => run(restoreMember, { memberId }, byOperator),
    ]);
  });
  const done = await Promise.allSettled<unknown>(acts.map((act) => act()));
  const refused = done.filter((one) => one.status === 'rejected').map(({ reason }) => reason.code);
  expect(new Set([...refused, 'already_done'])).toEqual(new Set(['already_done']));
  expect(await wrongCounts()).toEqual([]);
  expect(await deadlocks()).toBe(before);
});

/** Where the counts of the directory differ from its listings. */
async function wrongCounts() {
  const { rows } = await sql`
    with should as (
      select no as category_no, place, code as kind, count(*)::int as listings
      from listing l, unnest(array_append(l.categories, 0::smallint)) no,
        unnest(array['', l.region, l.country]) place, unnest(array[-1, l.kind]) code
      group by 1, 2, 3)
    select * from should s full join listing_count c using (category_no, place, kind)
    where coalesce(s.listings, 0) <> coalesce(c.listings, 0)`.execute(db);
  return rows;
}
