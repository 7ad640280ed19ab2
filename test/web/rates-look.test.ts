import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castIllustrators } from '../cast/rates.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { faultsOf } from './faults.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
await castIllustrators(database.run);
const site = await serveAs(database, {});

const PAGES = [
  '/rates',
  '/rates/architectural-illustration?from=GB',
  '/rates/architectural-illustration?shore=onshore&from=FR',
  '/rates/bookkeeping',
  '/evidence/rates/architectural-illustration/US?recompute=yes',
  '/fees?amount=many&who=freelancer',
  '/which-way',
  '/which-way?shape=many&pieces=12000&minutes=2&level=yes&category=architectural-illustration&from=GB',
  '/',
];

const VIEWS = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 900 }, colorScheme: 'dark' },
  { viewport: { width: 320, height: 900 }, colorScheme: 'light' },
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

  it.each(PAGES)(
    '%s is accessible and fits',
    async (path) => {
      const at = PAGES.indexOf(path);
      // Pages share their parts: the fullest is judged in every view, the others in one each.
      const views = path.includes('from=GB') ? VIEWS : VIEWS.slice(at % 3, (at % 3) + 1);
      for (const view of views) {
        const context = await browser.newContext(view);
        const page = await context.newPage();
        await page.goto(site.url + path, { waitUntil: 'load' });
        expect(await faultsOf(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `at ${view.viewport.width}`).toBe(view.viewport.width);
        await context.close();
      }
    },
    60_000,
  );

  it('works the fee out again while somebody types, and keeps its address', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}/fees`, { waitUntil: 'networkidle' });
    await page.selectOption('select[name="means"]', 'receives');
    await page.fill('input[name="amount"]', '900');
    await page.waitForSelector('#answer:has-text("1,000.00")');
    expect(page.url()).toContain('amount=900');
    await page.selectOption('select[name="who"]', 'freelancer');
    await page.waitForSelector('#answer:has-text("You receive")');
    await context.close();
  }, 30_000);

  it('works the fee out without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/fees`);
    await page.fill('input[name="amount"]', '250.50');
    await page.click('text=Show both sums');
    expect(await page.textContent('#answer')).toContain('225.45');
    await context.close();
  }, 30_000);
});
