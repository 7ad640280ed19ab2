import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castIllustrators } from '../cast/rates.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
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

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let eye: Eye;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(async () => {
    await eye?.close();
    await site.stop();
  });

  it.each(PAGES)('%s is accessible and fits', async (path) => {
    expect(await eye.faultsAt(site.url + path)).toEqual([]);
  });

  it('works the fee out again while somebody types, and keeps its address', async () => {
    const context = await eye.browser.newContext();
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
    const context = await eye.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/fees`);
    await page.fill('input[name="amount"]', '250.50');
    await page.click('text=Show both sums');
    expect(await page.textContent('#answer')).toContain('225.45');
    await context.close();
  }, 30_000);
});
