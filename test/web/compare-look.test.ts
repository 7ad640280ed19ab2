import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import { castMember } from '../cast/members.ts';
import { openProject, TWO_SLICES } from '../cast/projects.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
import { fourProposals } from './four-proposals.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { client, projectId, proposalIds } = await fourProposals(database);
const crowded = await openProject(database.run, client);
for (let at = 0; at < 6; at += 1) {
  const actor = await castMember(database.run, `Bidder ${String.fromCharCode(65 + at)}`);
  const terms = { ...TWO_SLICES, deliveryDays: 20 + at };
  await database.run(sendProposal, { projectId: crowded, terms }, { actor, root: crowded });
}
const site = await serveAs(database, { client });

const PAGES = [
  `/projects/${projectId}/compare`,
  `/projects/${projectId}/compare?view=hidden`,
  `/projects/${projectId}/compare/fit/${proposalIds[0]}`,
  `/projects/${crowded}/compare`,
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

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const context = await eye.browser.newContext(options);
    await context.addCookies([site.cookie('client')]);
    const page = await context.newPage();
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    return page;
  }

  it.each(PAGES)('%s is accessible and fits', async (path) => {
    const cookie = site.cookie('client');
    expect(await eye.faultsAt(site.url + path, { cookie })).toEqual([]);
  });

  const columns = (page: Page) =>
    page.locator('.cmp thead a').evaluateAll((all) => all.map((one) => one.textContent));

  it('ranks the same with script while a slider moves and without it by the button', async () => {
    const live = await open(`/projects/${projectId}/compare`, {});
    await live.focus('#weight-time');
    for (let at = 0; at < 16; at += 1) await live.keyboard.press('ArrowRight');
    await live.waitForURL(/time=100/);
    await live.waitForFunction(
      () => document.querySelector('.cmp thead a')?.textContent === 'Dana Okafor',
    );
    const shares = await live.locator('output').allTextContents();
    expect(shares).toEqual(['22%', '56%', '22%']);
    expect(await live.locator('#weight-time').getAttribute('aria-valuetext')).toBe(
      '56% of the fit',
    );
    const plain = await open(`/projects/${projectId}/compare`, { javaScriptEnabled: false });
    await plain.focus('#weight-time');
    for (let at = 0; at < 16; at += 1) await plain.keyboard.press('ArrowRight');
    await plain.getByRole('button', { name: 'Rank again' }).click();
    await plain.waitForURL(/time=100/);
    expect(await columns(plain)).toEqual(await columns(live));
    const says = (page: Page) => page.locator('#verdict').innerText();
    expect(await says(plain)).toBe(await says(live));
    expect(await plain.locator('output').allTextContents()).toEqual(shares);
    await live.context().close();
    await plain.context().close();
  });

  it('puts ticked ones side by side', async () => {
    const page = await open(`/projects/${crowded}/compare`, { javaScriptEnabled: false });
    await page.getByLabel('Put Bidder A side by side').check();
    await page.getByLabel('Put Bidder C side by side').check();
    await page.getByRole('button', { name: 'Side by side' }).click();
    expect(await columns(page)).toEqual(['Bidder A', 'Bidder C']);
    await page.context().close();
  });
});
