/** The directory from outside: addresses that hold the question, profiles, browsing, the sitemap. */
import { afterAll, describe, expect, it } from 'vitest';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { unlistFreelancer } from '#domain/directory/commands/list-freelancer.ts';
import { newId } from '#domain/kernel/ids.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { openProject } from '../cast/projects.ts';
import { testDatabase } from '../database.ts';
import { directoryCast } from './directory-cast.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run, readDb } = database;
const mara = await castMember(run, 'Mara Oduya');
await run(changeProfile, { country: 'GB' }, { actor: mara, root: mara.memberId });
const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const { ioana } = await directoryCast(database, client);
const tunde = await castFreelancer(run, 'Tunde Bello', { country: 'NG' });
await run(unlistFreelancer, {}, { actor: tunde, root: tunde.partyId });
const project = await openProject(run, client);
const site = await serveAs(database, { client, mara, ioana, tunde });
afterAll(() => site.stop());

type Who = 'client' | 'mara' | 'ioana' | 'tunde' | 'visitor';

async function read(who: Who, path: string) {
  const { status, html, location, headers } = await site.get(who, path);
  return { status, html: html.replaceAll('\u00a0', ' '), to: location, headers };
}

/** The names in the list, in its order. */
function found(html: string): string[] {
  const names = html.matchAll(/<h3[^>]*><a class="lk" href="\/freelancers\/[^"]+">([^<]+)</g);
  return [...names].map(([, name = '']) => name);
}

function titleOf(html: string): string {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1]?.replace(' · Anyshore', '') ?? '';
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** Where the first link of the page leads whose words hold this. */
function linkTo(html: string, words: string): string {
  const links = html.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>((?:(?!<\/a>).)*)<\/a>/gs);
  const one = [...links].find(([, , inner = '']) => inner.includes(words));
  return (one?.[1] ?? '').replaceAll('&amp;', '&');
}

describe('the list', () => {
  it('holds the whole question in its address', async () => {
    const path =
      '/freelancers?category=architectural-illustration&place=europe&rate_from=10&rate_to=50&available=open&sort=rate';
    const { status, html } = await read('visitor', path);
    expect(status).toBe(200);
    expect(found(html)).toEqual(['Ioana Petrescu', 'Tom Whitfield']);
    expect(titleOf(html)).toBe('2 freelancers in Europe for architectural illustration');
    for (const label of [
      'Architectural illustration',
      'Europe',
      'USD 10 to 50',
      'Takes work now',
    ]) {
      expect(html).toContain(`aria-label="Stop filtering by ${label}"`);
    }
    const form = /<search>.*?<\/search>/s.exec(html)?.[0] ?? '';
    const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => input);
    const again = new URLSearchParams(
      hidden.map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
    );
    const asked = new URLSearchParams(path.split('?')[1]);
    expect(Object.fromEntries(again)).toEqual(Object.fromEntries(asked));
  });

  it('takes one filter away by each of its links', async () => {
    const { html } = await read('visitor', '/freelancers?category=landscape-design&place=ES');
    expect(found(html)).toEqual(['Carmen Soler']);
    const without = /href="([^"]+)" aria-label="Stop filtering by Spain"/.exec(html)?.[1] ?? '';
    const more = await read('visitor', without.replaceAll('&amp;', '&'));
    expect(found(more.html)).toHaveLength(3);
  });

  it('counts what each choice would find, and leads there', async () => {
    const { html } = await read('visitor', '/freelancers');
    const choice =
      /<a href="(\/freelancers\?place=IN)"[^>]*><span[^>]*>India<\/span><span[^>]*>(\d+)</;
    const [, href = '', count] = choice.exec(html) ?? [];
    expect(found((await read('visitor', href)).html)).toHaveLength(Number(count));
  });

  it('finds by a band of rates whom it counts', async () => {
    const { html } = await read('visitor', '/freelancers');
    const band = /<a href="([^"]*rate_to=19\.99)"[^>]*><span[^>]*>([^<]*)<\/span><span[^>]*>(\d+)</;
    const [, href = '', label, count] = band.exec(html) ?? [];
    expect(label).toBe('USD 10 to 20');
    const chosen = await read('visitor', href.replaceAll('&amp;', '&'));
    expect(found(chosen.html)).toHaveLength(Number(count));
    expect(chosen.html).toContain('aria-label="Stop filtering by USD 10 to 20"');
  });

  it('leaves out what nothing can answer, and says so', async () => {
    const { status, html } = await read('visitor', '/freelancers?rate_from=much&place=IN');
    expect(status).toBe(200);
    expect(html).toContain('It was left out.');
    expect(found(html)).toHaveLength(3);
    expect((await read('visitor', '/freelancers?cursor=made-up')).to).toBe('/freelancers');
  });

  it('says how words were read, with the way to the words as they stand', async () => {
    const { html } = await read('visitor', '/freelancers?q=lanscape');
    expect(html).toContain('Searched for “<b>landscape</b>” instead of “lanscape”.');
    expect(found(html)).toContain('Carmen Soler');
    const exact = await read('visitor', linkTo(html, 'Search for the exact words'));
    expect(found(exact.html)).toEqual([]);
  });

  it('names the filter that stands in the way', async () => {
    const { html } = await read('visitor', '/freelancers?category=landscape-design&place=RO');
    expect(titleOf(html)).toBe('No freelancer fits all of that');
    const way = linkTo(html, 'Without Romania');
    expect(found((await read('visitor', way)).html)).toHaveLength(3);
    expect(found((await read('visitor', linkTo(html, 'Without Landscape'))).html)).toEqual([
      'Ioana Petrescu',
    ]);
  });

  it('measures distance from the country of whoever looks', async () => {
    const seen = await read('mara', '/freelancers?category=architectural-illustration');
    expect(seen.html).toMatch(/United Kingdom <span[^>]*>Onshore/);
    expect(seen.html).toMatch(/Romania <span[^>]*>Nearshore/);
    expect(seen.html).toMatch(/Uruguay <span[^>]*>Offshore/);
    const unseen = await read('visitor', '/freelancers');
    expect(/(On|Near|Off)shore/.test(unseen.html)).toBe(false);
  });
});

describe('a profile', () => {
  const path = `/freelancers/${ioana.partyId}`;

  it('is read by everybody once it is listed', async () => {
    const { status, html } = await read('visitor', path);
    expect(status).toBe(200);
    expect(html).toContain('<strong>by day and at dusk</strong>');
    expect(html).toContain('Quick, clear, and the dusk views won us the competition.');
    expect(html).toMatch(/href="\/freelancers\/[^"]+\/score"/);
    expect(html).toContain('works.example');
    expect((await read('visitor', `/freelancers/${tunde.partyId}`)).status).toBe(404);
    expect((await read('client', `/freelancers/${tunde.partyId}`)).status).toBe(404);
    expect((await read('visitor', `/freelancers/${newId(3)}`)).status).toBe(404);
    expect((await read('visitor', '/freelancers/nobody')).status).toBe(404);
  });

  it('tells its owner how to be listed', async () => {
    const own = await read('tunde', `/freelancers/${tunde.partyId}`);
    expect(own.status).toBe(200);
    expect(own.html).toContain('Only you see it');
    expect(own.html).toContain('href="/profile"');
    expect((await read('ioana', path)).html).toContain('Your profile is listed');
  });

  it('says what search engines read', async () => {
    const { html } = await read('visitor', path);
    expect(titleOf(html)).toBe('Ioana Petrescu: Street views of public buildings');
    expect(html).toContain(`<link rel="canonical" href="${site.url}${path}"/>`);
    expect(html).toMatch(/<meta name="description" content="Street views[^"]{20,170}"/);
    expect(html).toContain('<meta property="og:type" content="profile"/>');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const { '@graph': graph } = JSON.parse(data) as { '@graph': Record<string, unknown>[] };
    expect(graph.map((one) => one['@type'])).toEqual(['ProfilePage', 'Person', 'Service']);
    expect(graph[1]).toMatchObject({ name: 'Ioana Petrescu', address: { addressCountry: 'RO' } });
    expect(graph[2]).toMatchObject({
      aggregateRating: { ratingValue: '5.00', ratingCount: 2, bestRating: 5 },
      offers: { priceSpecification: { minPrice: '10.00', maxPrice: '15.00', unitCode: 'HUR' } },
    });
  });

  it('offers a client its open projects', async () => {
    const { html } = await read('client', path);
    expect(html).toContain(`href="/projects/${project}/invite?who=${ioana.partyId}"`);
    expect((await read('visitor', path)).html).toContain('Sign in to invite');
  });
});

describe('browsing', () => {
  it('states the finding in each title', async () => {
    const titles: [string, string][] = [
      ['/categories', '47 kinds of work, from USD 8 to 95 an hour'],
      ['/categories/landscape-design', 'Landscape design: 3 freelancers from USD 8 to 95 an hour'],
      [
        '/categories/landscape-design/ES',
        'Landscape design in Spain: 1 freelancer from USD 26 an hour',
      ],
      ['/countries/IN', '3 freelancers in India, from USD 8 to 25 an hour'],
      ['/categories/tutoring', 'Tutoring: nobody is listed yet'],
    ];
    for (const [path, title] of titles) {
      const { status, html } = await read('visitor', path);
      expect([path, status, titleOf(html)]).toEqual([path, 200, title]);
      expect(html).toContain(`<link rel="canonical" href="${site.url}${path}"/>`);
    }
    for (const path of ['/categories/none', '/categories/tutoring/XX', '/countries/europe']) {
      expect([path, (await read('visitor', path)).status]).toEqual([path, 404]);
    }
  });

  it('leads from the glass in the bar to one of two lists', async () => {
    const { html } = await read('visitor', '/search');
    expect(html).toContain('name="among"');
    const { to } = await read('visitor', '/search?q=a+b%26c&among=projects');
    expect(to).toBe('/projects?q=a%20b%26c');
    expect((await read('visitor', '/search?among=freelancers')).to).toBe('/freelancers');
  });
});

describe('open projects', () => {
  it('are narrowed down by kind of work, pay and the country of the client', async () => {
    const { html } = await read('mara', '/projects');
    expect(titleOf(html)).toBe('1 open project');
    expect(html).toContain('/projects?category=architectural-illustration');
    const one = await read('mara', '/projects?category=architectural-illustration&pricing=fixed');
    expect(titleOf(one.html)).toBe('1 open project for architectural illustration');
    expect(one.html).toContain('aria-label="Stop filtering by Fixed price"');
    const none = await read('mara', '/projects?q=lighthouse&pricing=hourly');
    expect(linkTo(none.html, 'Without By the hour')).toBe('/projects?q=lighthouse');
    const kept = { _intent: 'save', name: 'Lighthouses', alerts: 'yes' };
    await site.post('ioana', '/projects?q=lighthouse&place=europe', kept);
    const saved = await read('ioana', '/saved-searches');
    expect(linkTo(saved.html, 'Lighthouses')).toBe('/projects?q=lighthouse&place=europe');
  });
});

describe('for search engines', () => {
  const places = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) => at);

  it('robots.txt names the sitemap by the public address', async () => {
    const { html, headers } = await read('visitor', '/robots.txt');
    expect(headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(html).toContain(`Sitemap: ${site.url}/sitemap.xml`);
  });

  it('lists exactly who is listed, what is open and what there is to browse', async () => {
    const index = await read('visitor', '/sitemap.xml');
    expect(index.headers.get('Content-Type')).toMatch(/^application\/xml/);
    const all: string[] = [];
    for (const part of places(index.html)) {
      const { status, html } = await read('visitor', part.replace(site.url, ''));
      expect([part, status]).toEqual([part, 200]);
      all.push(...places(html).map((at) => at.replace(site.url, '')));
    }
    const listed = await readDb.selectFrom('listing').select('id').execute();
    const profiles = all.filter((path) => path.startsWith('/freelancers/'));
    expect(profiles.sort()).toEqual(listed.map(({ id }) => `/freelancers/${id}`).sort());
    expect(all.filter((path) => path.startsWith('/projects/'))).toEqual([`/projects/${project}`]);
    expect(all).toContain('/categories/landscape-design/ES');
    expect(all).not.toContain('/categories/landscape-design/RO');
    expect(new Set(all).size).toBe(all.length);
    for (const path of all.filter((one) => !/^\/(rates|projects|freelancers)\//.test(one))) {
      expect([path, (await read('visitor', path)).status]).toEqual([path, 200]);
    }
  });
});

describe('a saved search', () => {
  it('is kept, run, renamed, turned off and deleted without script', async () => {
    const path = '/freelancers?category=landscape-design&place=ES';
    expect((await read('visitor', path)).html).toContain('Sign in to save this search');
    expect((await read('mara', path)).html).toContain('value="Landscape design, Spain"');
    const kept = { _intent: 'save', name: 'Gardens in Spain', alerts: 'yes' };
    expect((await site.post('mara', path, kept)).location).toBe(path);
    const list = await read('mara', '/saved-searches');
    expect(titleOf(list.html)).toBe('Saved searches');
    expect(list.html).toContain('1 saved search, 1 of them tells you of new results');
    expect(linkTo(list.html, 'Gardens in Spain')).toBe(path);
    const searchId = /name="searchId" value="([^"]+)"/.exec(list.html)?.[1] ?? '';
    await site.post('mara', '/saved-searches', { _intent: searchId, searchId, alerts: 'off' });
    expect((await read('mara', '/saved-searches')).html).toContain('Quiet');
    const own = `/saved-searches/${searchId}`;
    expect((await read('client', own)).status).toBe(200);
    expect((await read('ioana', own)).status).toBe(404);
    await site.post('mara', own, { _intent: 'rename', name: 'Southern gardens' });
    expect((await read('mara', own)).html).toContain('Delete the search “Southern gardens”?');
    expect((await site.post('ioana', own, { _intent: 'drop' })).status).toBe(404);
    expect((await site.post('mara', own, { _intent: 'drop' })).location).toBe('/saved-searches');
    expect((await read('mara', '/saved-searches')).html).toContain('No search is saved');
    expect((await read('visitor', '/saved-searches')).status).toBe(302);
  });

  it('that was saved before is said at its form', async () => {
    const kept = { _intent: 'save', name: 'India', alerts: 'yes' };
    await site.post('mara', '/freelancers?place=IN', kept);
    const again = await site.post('mara', '/freelancers?place=IN', { ...kept, name: 'Again' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('Not saved');
    expect(again.html).toContain('value="Again"');
  });
});
