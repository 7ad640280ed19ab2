import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { RENDERER } from '../cast/freelancers.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { castOperator } from '../cast/operators.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { db, run } = database;
const ana = await castMember(run, 'Ana Dumitru');
await run(changeProfile, { country: 'RO' }, { actor: ana, root: ana.memberId });
const mara = await castMember(run, 'Mara Oduya');
const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const agency = await castOrganization(run, mara, { name: 'Tide Studio', kind: 'agency' });
const helper = { ...agency, role: 'member' } as const;
const dana = await castOperator(run, 'Dana Keeper');
const site = await serveAs(database, { ana, mara, firm, agency, helper, dana });

afterAll(() => site.stop());

const PROFILE = {
  headline: 'Street views of public buildings',
  about: RENDERER.about ?? '',
  rateLow: '10.00',
  rateHigh: '15',
  availability: 'open',
  hoursAWeek: '30',
  awayUntil: '',
  country: 'RO',
  timeZone: 'Europe/Bucharest',
  'languages.0.code': 'ro',
  'languages.0.level': 'native',
  'languages.1.code': '',
  matchNotices: 'yes',
};

const photo = await sharp({
  create: { width: 1600, height: 900, channels: 3, background: '#246' },
})
  .jpeg()
  .toBuffer();

function itemForm(fields: Record<string, string>, picture?: Buffer): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (picture !== undefined) form.append('picture', new File([new Uint8Array(picture)], 'a.jpg'));
  return form;
}

const HARBOUR = { title: 'Harbour at dusk', alt: 'A lit pier', about: '', link: '', category: '' };

async function eventsOf(partyId: string, kind: string): Promise<number> {
  const rows = await db
    .selectFrom('event')
    .select('id')
    .where('rootId', '=', partyId)
    .where('kind', '=', kind)
    .execute();
  return rows.length;
}

test('a visitor is asked to sign in; a client company is told that it sells nothing', async () => {
  expect((await site.get('visitor', '/profile')).location).toBe('/sign-in?next=%2Fprofile');
  const { html } = await site.get('firm', '/profile');
  expect(html).toContain('A client company sells nothing');
  const seen = await site.get('helper', '/profile');
  expect(seen.html).toContain('Owners and managers write this profile');
  expect(seen.html).not.toContain('name="headline"');
});

test('a profile is written, its meter grows, and it enters and leaves the directory', async () => {
  const empty = await site.get('ana', '/profile');
  expect(empty.html).toContain('Your profile tells 10 of 100');
  expect(empty.html).toContain('Write a headline');
  const saved = await site.post('ana', '/profile', PROFILE);
  expect(saved).toMatchObject({ status: 303, location: '/profile' });
  const offer = new FormData();
  offer.append('categories[]', 'architectural-illustration');
  for (const skill of RENDERER.skills ?? []) offer.append('skills[]', skill);
  expect((await site.post('ana', '/profile/skills', offer)).location).toBe('/profile');
  const { html } = await site.get('ana', '/profile');
  expect(html).toContain('Your profile tells 80 of 100');
  expect(html).toContain('value="10.00"');
  expect(html).toContain('Exterior views');
  expect(html).toContain('Not in the directory');
  const listed = await site.post('ana', '/profile', { _intent: 'list', _key: 'a'.repeat(20) });
  expect(listed.status).toBe(303);
  await site.post('ana', '/profile', { _intent: 'list', _key: 'a'.repeat(20) });
  expect(await eventsOf(ana.partyId, 'freelancer.listed')).toBe(1);
  expect((await site.get('visitor', `/freelancers/${ana.partyId}`)).status).toBe(200);
  const lacking = await site.post('ana', '/profile', { ...PROFILE, about: 'Short.' });
  expect(lacking.status).toBe(409);
  expect(lacking.html).toContain('Short.');
  expect(lacking.html).toContain('about');
  expect((await site.post('ana', '/profile', { _intent: 'unlist' })).status).toBe(303);
  expect((await site.get('visitor', `/freelancers/${ana.partyId}`)).status).toBe(404);
  expect((await site.get('ana', `/freelancers/${ana.partyId}`)).status).toBe(200);
  await site.post('ana', '/profile', { _intent: 'list', _key: 'b'.repeat(20) });
});

test.each<[Record<string, string>, string]>([
  [{ rateLow: 'ten' }, 'rateLow-error'],
  [{ rateHigh: '5' }, 'rateHigh-error'],
  [{ hoursAWeek: '200' }, 'hoursAWeek-error'],
  [{ hoursAWeek: 'many' }, 'hoursAWeek-error'],
  [{ availability: 'away', awayUntil: '2020-01-01' }, 'awayUntil-error'],
  [{ headline: 'x'.repeat(121) }, 'headline-error'],
])('%o comes back with its message and everything that was typed', async (wrong, id) => {
  const answer = await site.post('ana', '/profile', { ...PROFILE, ...wrong });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(`id="${id}"`);
  expect(answer.html).toContain('value="Europe/Bucharest" selected');
});

test('skills are found by their other words too, and what is chosen stays in sight', async () => {
  const all = await site.get('ana', '/profile/skills');
  expect(all.html.match(/name="categories\[\]"/g)?.length).toBeGreaterThan(35);
  const { html } = await site.get('ana', '/profile/skills?q=Bookkeep');
  expect(html).toContain('value="bookkeeping"');
  expect(html).toContain('checked="" value="exterior-rendering"');
  expect(html).not.toContain('value="tutoring"');
  expect((await site.get('ana', '/profile/skills?q=zzzz')).html).toContain('Nothing is called');
  const four = new FormData();
  for (const slug of ['bookkeeping', 'tutoring', 'software', 'engineering']) {
    four.append('categories[]', slug);
  }
  four.append('skills[]', 'blender');
  const refused = await site.post('ana', '/profile/skills', four);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('checked="" value="tutoring"');
});

test('a picture is sent, shown in two sizes, moved and removed', async () => {
  const added = await site.post('ana', '/profile/portfolio/new', itemForm(HARBOUR, photo));
  expect(added).toMatchObject({ status: 303, location: '/profile#portfolio' });
  await site.post('ana', '/profile/portfolio/new', itemForm({ ...HARBOUR, title: 'Library' }));
  const { html } = await site.get('ana', '/profile');
  const [id = ''] = /(?<=\/portfolio\/)[0-9a-f-]{36}(?=\/400\.webp)/.exec(html) ?? [];
  expect(html).toContain('alt="A lit pier"');
  for (const size of [400, 1200]) {
    const picture = await fetch(`${site.url}/portfolio/${id}/${size}.webp`);
    expect(picture.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect((await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).width).toBe(size);
    const headers = { 'If-None-Match': picture.headers.get('ETag') ?? '' };
    const again = await fetch(`${site.url}/portfolio/${id}/${size}.webp`, { headers });
    expect(again.status).toBe(304);
  }
  for (const wrong of ['100.webp', '400.png', '400']) {
    expect((await site.get('ana', `/portfolio/${id}/${wrong}`)).status).toBe(404);
  }
  const move = { _intent: `down-${id}`, itemId: id, move: 'down' };
  expect((await site.post('ana', '/profile', move)).status).toBe(303);
  const moved = (await site.get('ana', '/profile')).html;
  expect(moved.indexOf('Library')).toBeLessThan(moved.indexOf('Harbour at dusk'));
  const change = { ...HARBOUR, title: 'Harbour' };
  expect((await site.post('ana', `/profile/portfolio/${id}`, change)).status).toBe(303);
  expect((await site.get('mara', `/profile/portfolio/${id}`)).status).toBe(404);
  expect((await site.get('ana', `/profile/portfolio/${id}/remove`)).html).toContain('Harbour');
  expect((await site.post('ana', `/profile/portfolio/${id}/remove`, {})).status).toBe(303);
  expect((await fetch(`${site.url}/portfolio/${id}/400.webp`)).status).toBe(404);
});

test('a refused form keeps the picture; a refused picture keeps the words', async () => {
  const lacking = await site.post(
    'ana',
    '/profile/portfolio/new',
    itemForm({ ...HARBOUR, alt: '' }, photo),
  );
  expect(lacking.status).toBe(422);
  expect(lacking.html).toContain('id="alt-error"');
  const [, kept = ''] = /name="pictureKept" value="([^"]+)"/.exec(lacking.html) ?? [];
  expect(kept).toMatch(/\.1200x675$/);
  const again = itemForm({ ...HARBOUR, pictureKept: kept });
  expect((await site.post('ana', '/profile/portfolio/new', again)).status).toBe(303);
  const stolen = itemForm({ ...HARBOUR, pictureKept: kept });
  expect((await site.post('agency', '/profile/portfolio/new', stolen)).status).toBe(422);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const refused = await site.post('ana', '/profile/portfolio/new', itemForm(HARBOUR, svg));
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('id="picture-error"');
  expect(refused.html).toContain('value="Harbour at dusk"');
});

test('one form sent twice adds one piece of work', async () => {
  const fields = { ...HARBOUR, title: 'Twice', _key: 'c'.repeat(20) };
  const answers = await Promise.all([
    site.post('ana', '/profile/portfolio/new', itemForm(fields, photo)),
    site.post('ana', '/profile/portfolio/new', itemForm(fields, photo)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const { html } = await site.get('ana', '/profile');
  expect(html.match(/<p class="font-semibold">Twice</g)).toHaveLength(1);
});

test('an agency has a profile of its own', async () => {
  await site.post('agency', '/profile', { ...PROFILE, headline: 'Tide views' });
  expect((await site.get('agency', '/profile')).html).toContain('value="Tide views"');
  expect((await site.get('mara', '/profile')).html).not.toContain('Tide views');
  expect((await site.get('agency', '/profile')).html).toContain('value="RO" selected');
  expect((await site.get('mara', '/profile')).html).not.toContain('value="RO" selected');
});

test('an operator tends categories and skills', async () => {
  expect((await site.get('ana', '/operator/taxonomy')).status).toBe(404);
  expect((await site.post('ana', '/operator/taxonomy/new', {})).status).toBe(404);
  const category = {
    family: 'household',
    name: 'Falconry & hawks',
    slug: '',
    about: '',
    also: 'hawking\nbirds',
  };
  const added = await site.post('dana', '/operator/taxonomy/new', category);
  expect(added.location).toBe('/operator/taxonomy/falconry-hawks');
  const twice = await site.post('dana', '/operator/taxonomy/new', category);
  expect(twice.status).toBe(409);
  expect(twice.html).toContain('id="slug-error"');
  const skill = { name: 'Hoods', slug: '', also: '' };
  await site.post('dana', '/operator/taxonomy/falconry-hawks/new', skill);
  expect((await site.get('dana', '/operator/taxonomy/falconry-hawks')).html).toContain('hoods');
  const change = { name: 'Falconry', family: 'household', about: 'Birds.', also: '' };
  const changed = '/operator/taxonomy/category/falconry-hawks/change';
  expect((await site.post('dana', changed, change)).status).toBe(303);
  const up = { act: 'up', slug: 'falconry-hawks', _intent: 'up-falconry-hawks' };
  expect((await site.post('dana', '/operator/taxonomy', up)).status).toBe(303);
  const asks = await site.get(
    'dana',
    '/operator/taxonomy/category/architectural-illustration/retire',
  );
  expect(asks.html).toContain('1 profile uses it');
  const retire = '/operator/taxonomy/skill/hoods/retire';
  expect((await site.post('dana', retire, {})).location).toBe('/operator/taxonomy/falconry-hawks');
  expect((await site.get('dana', '/operator/taxonomy/falconry-hawks')).html).toContain(
    'Offer again',
  );
  const restore = { act: 'restore', slug: 'hoods', _intent: 'restore-hoods' };
  await site.post('dana', '/operator/taxonomy/falconry-hawks', restore);
  const { html } = await site.get('dana', '/operator/taxonomy/falconry-hawks');
  expect(html).not.toContain('Offer again');
  expect((await site.get('dana', '/operator/taxonomy/no-such-thing')).status).toBe(404);
  expect((await site.get('dana', '/operator/taxonomy/tree/hoods/change')).status).toBe(404);
});
