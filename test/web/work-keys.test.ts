/** The loop as workers go it: by keyboard, on a phone without script, over lines that break. */
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderedBatch } from '../cast/batches.ts';
import { HTML_FORM, RECEIPTS, workedMarket } from '../cast/worked-market.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { type Site, serveAs } from './serve-as.ts';

const database = await testDatabase();
const { client, eve } = await workedMarket(database);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Of one task after the first, with all that it loads and no cache holds. */
const MOST_BYTES = 60_000;

const pictures = Array.from({ length: 6 }, () => ({
  input: { picture: '/samples/receipt-1.svg' },
}));
const order = () => orderedBatch(database.run, client, RECEIPTS, { tasks: pictures });

async function answersOf(batchId: string): Promise<unknown[]> {
  const rows = await database.db
    .selectFrom('answer')
    .innerJoin('assignment', 'assignment.id', 'answer.assignmentId')
    .select('answer.fields')
    .where('assignment.batchId', '=', batchId)
    .orderBy('answer.at')
    .execute();
  return rows.map(({ fields }) => fields);
}

describe.skipIf(CHROMIUM === undefined)('a worker in a browser', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await serveAs(database, { eve });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext(options);
    await context.addCookies([site.cookie('eve')]);
    return context.newPage();
  }

  async function take(page: Page, batchId: string): Promise<void> {
    await page.goto(`${site.url}/work/batches/${batchId}`);
    await page.getByRole('button', { name: /Take a task/ }).click();
    await page.waitForURL(/\/work\/assignments\//);
  }

  it('does task after task with three keys', async () => {
    const batchId = await order();
    const page = await open();
    await take(page, batchId);
    for (const key of ['3', '1', '6']) {
      const before = page.url();
      await page.keyboard.press(key);
      expect(
        await page
          .getByRole('radio')
          .nth(Number(key) - 1)
          .isChecked(),
      ).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.href !== before);
    }
    const before = page.url();
    await page.keyboard.press('s');
    await page.waitForURL((url) => url.href !== before);
    expect(await answersOf(batchId)).toEqual([
      { bought: 'Office supplies' },
      { bought: 'Food and drink' },
      { bought: 'I cannot read it' },
    ]);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('choose one');
    await page.context().close();
  });

  it('needs no script, and few bytes for each task', async () => {
    const batchId = await order();
    const page = await open({ ...PHONE, javaScriptEnabled: false });
    await take(page, batchId);
    const bytes = await measured(page.context(), page);
    for (let done = 0; done < 3; done += 1) {
      const before = page.url();
      bytes.count = 0;
      await page.getByText('Office supplies').click();
      await page.getByRole('button', { name: 'Send, next task' }).click();
      await page.waitForURL((url) => url.href !== before);
      await page.waitForLoadState('networkidle');
      expect(bytes.count).toBeGreaterThan(1_000);
      expect(bytes.count).toBeLessThan(MOST_BYTES);
    }
    expect(await answersOf(batchId)).toHaveLength(3);
    await page.context().close();
  });

  it('keeps the button in sight on a phone, and what is typed on the server', async () => {
    const page = await open(PHONE);
    await take(page, await order());
    const send = page.getByRole('button', { name: 'Send, next task' });
    const { height } = PHONE.viewport;
    const box = await send.boundingBox();
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    await page.getByText('Lodging').click();
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.waitForLoadState();
    expect(await page.getByRole('radio', { name: 'Lodging' }).isChecked()).toBe(true);
    await page.context().close();
  });

  it('keeps an answer while the line is gone, and sends it once', async () => {
    const batchId = await order();
    const page = await open(PHONE);
    await take(page, batchId);
    await page.context().setOffline(true);
    await page.getByText('Fuel and travel').click();
    const send = page.getByRole('button', { name: 'Send, next task' });
    await send.click();
    await page.getByText('1 answer is saved on this device').waitFor();
    await send.click();
    expect(await answersOf(batchId)).toEqual([]);
    const before = page.url();
    await page.context().setOffline(false);
    await page.waitForURL((url) => url.href !== before && /assignments/.test(url.pathname));
    expect(await answersOf(batchId)).toEqual([{ bought: 'Fuel and travel' }]);
    await page.context().close();
  });

  it('sends an answer again that was lost on the way, once', async () => {
    const batchId = await order();
    const page = await open(PHONE);
    await take(page, batchId);
    const path = page.url();
    const lose = (route: Route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue();
    await page.route('**/work/assignments/**', lose);
    await page.getByText('Lodging').click();
    await page.getByRole('button', { name: 'Send, next task' }).click();
    await page.waitForURL(/^chrome-error/).catch(() => undefined);
    await page.unroute('**/work/assignments/**', lose);
    await page.goto(path);
    await page.waitForURL((url) => url.href !== path && /assignments/.test(url.pathname));
    expect(await answersOf(batchId)).toEqual([{ bought: 'Lodging' }]);
    await page.context().close();
  });

  it('goes on from the client’s own frame', async () => {
    const terms = { title: 'Alive', form: HTML_FORM };
    const batchId = await orderedBatch(database.run, client, terms, { tasks: 2 });
    const page = await open();
    await take(page, batchId);
    for (const last of [false, true]) {
      const before = page.url();
      const frame = page.frameLocator('iframe');
      await frame.getByText('Yes').click();
      await frame.getByRole('button', { name: 'Send' }).click();
      await page.waitForURL((url) => url.href !== before);
      expect(page.url().includes('/done')).toBe(last);
    }
    expect(await answersOf(batchId)).toEqual([{ alive: 'yes' }, { alive: 'yes' }]);
    await page.context().close();
  });
});

/** Counts what comes over the line from now on, heads and all. */
async function measured(context: BrowserContext, page: Page): Promise<{ count: number }> {
  const bytes = { count: 0 };
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes.count += encodedDataLength;
  });
  return bytes;
}
