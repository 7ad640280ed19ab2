import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castFreelancer } from '../cast/freelancers.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { castOperator } from '../cast/operators.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { faultsOf } from './faults.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const ana = await castFreelancer(run, 'Ana Dumitru');
const fresh = await castMember(run, 'Eve Novak');
const firm = await castOrganization(run, fresh, { name: 'Harrow & Lane', kind: 'client' });
const dana = await castOperator(run, 'Dana Keeper');
const site = await serveAs(database, { ana, fresh, firm, dana });
const item = await addPicture();

const PAGES: [string, string][] = [
  ['ana', '/profile'],
  ['fresh', '/profile'],
  ['firm', '/profile'],
  ['ana', '/profile/skills?q=draw'],
  ['ana', '/profile/portfolio/new'],
  ['ana', `/profile/portfolio/${item}`],
  ['ana', `/profile/portfolio/${item}/remove`],
  ['dana', '/operator/taxonomy'],
  ['dana', '/operator/taxonomy/new'],
  ['dana', '/operator/taxonomy/architectural-illustration'],
  ['dana', '/operator/taxonomy/architectural-illustration/new'],
  ['dana', '/operator/taxonomy/category/architectural-illustration/change'],
  ['dana', '/operator/taxonomy/skill/exterior-rendering/change'],
  ['dana', '/operator/taxonomy/category/architectural-illustration/retire'],
];

const VIEWS = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 900 }, colorScheme: 'dark' },
] as const;

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site.stop();
  });

  describe.each(VIEWS)('at $viewport.width $colorScheme', (view) => {
    it.each(PAGES)(
      '%s %s is accessible and fits',
      async (who, path) => {
        const context = await browser.newContext(view);
        await context.addCookies([site.cookie(who)]);
        const page = await context.newPage();
        await page.goto(site.url + path, { waitUntil: 'load' });
        expect(await faultsOf(page)).toEqual([]);
        await page.setViewportSize({ width: 320, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        await context.close();
      },
      30_000,
    );
  });

  it('a picture is added by hand, without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies([site.cookie('fresh')]);
    const page = await context.newPage();
    await page.goto(`${site.url}/profile`);
    await page.click('text=Add a piece of work');
    await page.fill('[name="title"]', 'Library');
    await page.fill('[name="alt"]', 'A reading room');
    const buffer = await pictureBytes();
    await page.setInputFiles('[name="picture"]', { name: 'a.png', mimeType: 'image/png', buffer });
    await page.click('text=Show it');
    await page.waitForURL('**/profile#portfolio');
    expect(await page.isVisible('img[alt="A reading room"]')).toBe(true);
    await context.close();
  }, 30_000);
});

function pictureBytes(): Promise<Buffer> {
  const shape = { width: 900, height: 600, channels: 3, background: '#357' } as const;
  return sharp({ create: shape }).png().toBuffer();
}

async function addPicture(): Promise<string> {
  for (const title of ['Harbour at dusk', 'Library of a harbour town']) {
    const form = new FormData();
    form.append('title', title);
    form.append('alt', 'A lit pier between two warehouses');
    form.append('picture', new File([new Uint8Array(await pictureBytes())], 'harbour.png'));
    await site.post('ana', '/profile/portfolio/new', form);
  }
  const { html } = await site.get('ana', '/profile');
  return /(?<=\/portfolio\/)[0-9a-f-]{36}/.exec(html)?.[0] ?? '';
}
