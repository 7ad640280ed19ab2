import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castIllustrators } from '../cast/rates.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
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
    '%s is accessible, fits, and is light',
    async (path) => {
      const at = PAGES.indexOf(path);
      // Pages share their parts: the fullest is judged in every view, the others in one each.
      const views = path.includes('from=GB') ? VIEWS : VIEWS.slice(at % 3, (at % 3) + 1);
      for (const view of views) {
        const context = await browser.newContext(view);
        const page = await context.newPage();
        await page.goto(site.url + path, { waitUntil: 'load' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `at ${view.viewport.width}`).toBe(view.viewport.width);
        expect(await page.locator('script').count()).toBe(0);
        await context.close();
      }
    },
    60_000,
  );
});
