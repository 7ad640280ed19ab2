import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { faultsOf } from './eye.ts';
import { MARA } from './mara.ts';
import { serveWeb } from './serve.ts';

const db = await testDatabase();
const site = await serveWeb(db);
const mara = await serveWeb(db, { viewer: MARA });

const PAGES = [
  `${site.url}/`,
  `${site.url}/fees`,
  `${site.url}/evidence/rates-2007`,
  `${site.url}/nothing-here`,
  `${mara.url}/kit`,
  `${mara.url}/kit/live`,
];

const VIEWS = [
  { name: '1280 light', width: 1280, colorScheme: 'light' },
  { name: '390 dark', width: 390, colorScheme: 'dark' },
  { name: '320 light', width: 320, colorScheme: 'light' },
] as const;

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site.stop();
    await mara.stop();
  });

  describe.each(VIEWS)('at $name', ({ width, colorScheme }) => {
    it.each(PAGES)(
      '%s has no serious finding, no sideways scroll and breaks no policy',
      async (url) => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        const complaints = complaintsOf(page);
        await page.goto(url, { waitUntil: 'load' });
        expect(await faultsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          width,
        );
        expect(complaints).toEqual([]);
        await context.close();
      },
    );
  });

  it('reaches the content and the menus by keyboard alone', async () => {
    const page = await browser.newPage();
    await page.goto(`${mara.url}/kit`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.focus('summary:has-text("Acting for")');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      'Harrow & Lane',
    );
    await page.close();
  });

  it('wakes a page that asked for script, under its policy', async () => {
    const context = await browser.newContext({
      permissions: ['clipboard-write', 'clipboard-read'],
    });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${mara.url}/kit/live`, { waitUntil: 'networkidle' });
    await page.click('text=Copy the command');
    await page.waitForSelector('[role="status"]:has-text("Copied")');
    await page.fill('textarea', 'four views');
    await page.waitForSelector('output:has-text("10 of 500")');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leaves that page whole without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${mara.url}/kit/live`);
    expect(await page.isVisible('text=Copy the command')).toBe(false);
    expect(await page.isVisible('textarea')).toBe(true);
    await context.close();
  });

  it.each([
    ['/', 60_000],
    ['/fees', 60_000],
    ['/rates/architectural-illustration', 60_000],
    ['/which-way', 60_000],
    ['/kit', 60_000],
    // 150 KB, by gzip, as a browser asks for it without TLS; with it, brotli makes it a tenth less.
    ['/kit/live', 150 * 1024],
  ])('%s weighs at most %i bytes at the first view', async (path, most) => {
    const page = await browser.newPage();
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(mara.url + path, { waitUntil: 'networkidle' });
    await page.close();
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(most);
  });
});

/** Whatever the browser complains about: a broken policy, a script that failed, a wrong hydration. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const missing = message.text().includes('status of 404');
    if (message.type() === 'error' && !missing) complaints.push(message.text());
  });
  return complaints;
}
