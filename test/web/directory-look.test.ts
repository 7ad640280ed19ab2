import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { saveSearch } from '#domain/directory/commands/save-search.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { BY_THE_HOUR, openProject } from '../cast/projects.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { directoryCast } from './directory-cast.ts';
import { Eye } from './eye.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const mara = await castMember(run, 'Mara Oduya');
const own = { actor: mara, root: mara.memberId };
await run(changeProfile, { country: 'GB' }, own);
const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const { ioana } = await directoryCast(database, client);
await openProject(run, client);
await openProject(run, client, BY_THE_HOUR);
const kept = { kind: 'freelancers', name: 'Gardens', query: 'category=landscape-design' } as const;
const { searchId } = await run(saveSearch, kept, own);
const site = await serveAs(database, { client, mara, ioana });

const PAGES: [string, string][] = [
  ['mara', '/freelancers'],
  ['visitor', '/freelancers?q=lanscape&rate_from=much&place=europe'],
  ['mara', '/freelancers?category=landscape-design&place=RO&available=open'],
  ['client', `/freelancers/${ioana.partyId}`],
  ['ioana', `/freelancers/${ioana.partyId}`],
  ['visitor', '/categories'],
  ['mara', '/categories/landscape-design'],
  ['visitor', '/categories/landscape-design/ES'],
  ['mara', '/countries/IN'],
  ['mara', '/saved-searches'],
  ['mara', `/saved-searches/${searchId}`],
  ['visitor', '/search'],
  ['mara', '/projects'],
];

/** Neighbours in the list share their parts, so each page is judged in one of the two views. */
describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let eye: Eye;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(async () => {
    await eye?.close();
    await site.stop();
  });

  async function open(who: string, path: string) {
    const context = await eye.browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([site.cookie(who)]);
    const page = await context.newPage();
    await page.goto(site.url + path, { waitUntil: 'load' });
    return { context, page };
  }

  it.each(PAGES)('to the %s %s is accessible and fits', async (who, path) => {
    expect(
      await eye.faultsAt(site.url + path, { cookie: site.cookie(who), unfold: 'main details' }),
    ).toEqual([]);
  });

  it('keeps the facets in sight on a wide page and behind a line on a phone', async () => {
    const { context, page } = await open('visitor', '/freelancers');
    const spain = page.locator('nav[aria-label="Narrow down"] a[href="/freelancers?place=ES"]');
    expect(await spain.isVisible()).toBe(true);
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await spain.isVisible()).toBe(false);
    await page.locator('.facets > summary').press('Enter');
    await spain.press('Enter');
    await page.waitForURL(/place=ES/);
    expect(await page.locator('main h3 a').allTextContents()).toEqual([
      'Carmen Soler',
      'Lucía Ferrer',
    ]);
    await context.close();
  }, 30_000);

  it('is searched from the glass in the bar by keyboard alone', async () => {
    const { context, page } = await open('visitor', '/');
    await page.locator('header a[href="/search"]').first().press('Enter');
    await page.waitForURL(/\/search$/);
    await page.keyboard.type('garden');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/freelancers\?q=garden/);
    expect(await page.textContent('h1')).toBe('3 freelancers for “garden”');
    await page.locator('main h3 a').first().press('Enter');
    await page.waitForURL(/\/freelancers\/[0-9a-f-]{36}$/);
    await context.close();
  }, 30_000);
});
