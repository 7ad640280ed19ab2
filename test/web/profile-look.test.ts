import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castFreelancer } from '../cast/freelancers.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { castOperator } from '../cast/operators.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
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

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let eye: Eye;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(async () => {
    await eye?.close();
    await site.stop();
  });

  it.each(PAGES)('%s %s is accessible and fits', async (who, path) => {
    expect(await eye.faultsAt(site.url + path, { cookie: site.cookie(who) })).toEqual([]);
  });

  it('a picture is added by hand, without script', async () => {
    const context = await eye.browser.newContext({ javaScriptEnabled: false });
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
