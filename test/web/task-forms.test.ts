/** Every template of the gallery as a worker sees it: looks, keys, drafts, drawing, no script. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORM_TEMPLATES } from '#domain/forms/gallery.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { faultsOf } from './eye.ts';
import { MARA } from './mara.ts';
import { serveWeb } from './serve.ts';

const db = await testDatabase();
const site = await serveWeb(db, { viewer: MARA });
const slugs = FORM_TEMPLATES.map(({ slug }) => slug);

const VIEWS = [
  { name: '1280 light', width: 1280, colorScheme: 'light' },
  { name: '320 dark', width: 320, colorScheme: 'dark' },
] as const;

describe.skipIf(CHROMIUM === undefined)('forms of tasks', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site.stop();
  });

  const open = async (slug: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    await page.goto(`${site.url}/kit/tasks/${slug}`, { waitUntil: 'load' });
    return page;
  };
  const checkedOn = (page: Page) => page.locator('pre[role="status"]').textContent();

  describe.each(VIEWS)('at $name', ({ width, colorScheme }) => {
    it.each(slugs)('%s fits, has no finding and breaks no policy', async (slug) => {
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(`${site.url}/kit/tasks/${slug}`, { waitUntil: 'load' });
      expect(complaints).toEqual([]);
      // Of this page alone: no script of ours may enter the frame.
      expect(await faultsOf(page)).toEqual([]);
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scroll).toBeLessThanOrEqual(width);
      await context.close();
    });
  });

  it('answers without script, and keeps what was typed after a refusal', async () => {
    const page = await open('data-entry', { javaScriptEnabled: false });
    await page.getByLabel('Name of the shop').fill('North Quay');
    await page.getByLabel('Total').fill('24,xx');
    await page.getByRole('button', { name: 'Check' }).click();
    const summary = page.getByRole('alert');
    expect(await summary.textContent()).toContain('Two things to put right');
    expect(await page.getByLabel('Total').inputValue()).toBe('24,xx');
    await page.getByLabel('Total').fill('24.75');
    await page.getByLabel('Day of the purchase').fill('2026-03-12');
    await page.getByRole('button', { name: 'Check' }).click();
    expect(JSON.parse((await checkedOn(page)) ?? '')).toEqual({
      shop: 'North Quay',
      day: '2026-03-12',
      total: '24.75',
    });
    await page.context().close();
  });

  it('draws boxes in numbers without script', async () => {
    const page = await open('bounding-boxes', { javaScriptEnabled: false });
    const row = page.getByRole('group', { name: 'Box 1' });
    await row.getByLabel('What it is').selectOption('tree');
    for (const [side, percent] of [
      ['Left', '10'],
      ['Top', '20'],
      ['Width', '30.5'],
      ['Height', '40'],
    ]) {
      await row.getByLabel(`${side}, %`).fill(percent ?? '');
    }
    await page.getByRole('button', { name: 'Check' }).click();
    expect(JSON.parse((await checkedOn(page)) ?? '')).toEqual({
      things: [{ label: 'tree', x: 0.1, y: 0.2, width: 0.305, height: 0.4 }],
    });
    await page.context().close();
  });

  it('is done by the keyboard: a number chooses, Enter sends, S skips', async () => {
    const page = await open('classification');
    await page.keyboard.press('3');
    expect(await page.getByLabel('A tree').isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForSelector('pre[role="status"]');
    expect(await checkedOn(page)).toBe('{"category":"tree"}');
    await page.locator('body').press('s');
    await page.waitForURL(/row=1/);
    await page.context().close();
  });

  it('leaves keys alone where something is typed', async () => {
    const page = await open('moderation');
    await page.getByLabel('Which words decided it?').fill('');
    await page.getByLabel('Which words decided it?').pressSequentially('1s');
    expect(await page.getByLabel('Which words decided it?').inputValue()).toBe('1s');
    expect(await page.locator('input:checked').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  it('draws boxes by pointer and by keyboard', async () => {
    const page = await open('bounding-boxes');
    const picture = await page.locator('[data-canvas]').boundingBox();
    if (picture === null) throw new Error('no picture');
    const at = (x: number, y: number) =>
      [picture.x + picture.width * x, picture.y + picture.height * y] as const;
    await page.getByRole('radio', { name: 'house' }).check();
    await page.mouse.move(...at(0.1, 0.2));
    await page.mouse.down();
    await page.mouse.move(...at(0.3, 0.5), { steps: 4 });
    await page.mouse.up();
    await page.getByRole('radio', { name: 'boat' }).check();
    await page.getByRole('button', { name: 'Add a box' }).press('Enter');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    const drawn = page.locator('rect.box-drawn');
    expect(await drawn.nth(1).getAttribute('aria-label')).toBe(
      'Box 2: boat. Left 39, top 40, width 20, height 21 percent',
    );
    await page.getByRole('button', { name: 'Add a box' }).press('Enter');
    await page.keyboard.press('Delete');
    expect(await drawn.count()).toBe(2);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.waitForSelector('pre[role="status"]');
    const { things } = JSON.parse((await checkedOn(page)) ?? '') as {
      things: { label: string; x: number; y: number; width: number; height: number }[];
    };
    expect(things[1]).toEqual({ label: 'boat', x: 0.39, y: 0.4, width: 0.2, height: 0.21 });
    expect(things[0]).toMatchObject({ label: 'house' });
    expect(things[0]?.x).toBeCloseTo(0.1, 1);
    expect(things[0]?.height).toBeCloseTo(0.3, 1);
    // What was drawn is drawn again.
    expect(await drawn.count()).toBe(2);
    await page.context().close();
  });

  it('saves a draft when something changed, and counts the seconds in use', async () => {
    const page = await open('transcription');
    await page.clock.install();
    await page.reload();
    const saved: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') saved.push(request.postData() ?? '');
    });
    await page.clock.runFor(11_000);
    expect(saved).toEqual([]);
    await page.getByLabel('What does the note say?').fill('Dear neighbour');
    await page.clock.runFor(11_000);
    await page.waitForFunction(() => document.body.textContent?.includes('Saved'));
    expect(new URLSearchParams(saved[0]).get('answer.text')).toBe('Dear neighbour');
    expect(Number(await page.locator('input[name="_active"]').inputValue())).toBeGreaterThan(9);
    await page.clock.runFor(60_000);
    expect(saved).toHaveLength(1);
    expect(Number(await page.locator('input[name="_active"]').inputValue())).toBeLessThan(60);
    await page.context().close();
  });

  it('shows a free form in its frame, and sends nothing from a preview', async () => {
    const page = await open('free-html');
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('The second').check();
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.getByText('This is a preview. Nothing was sent.').waitFor();
    await page.context().close();
  });
});
