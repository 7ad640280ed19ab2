/** The time that a worker has for one task, as it runs out before its eyes. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { orderedBatch } from '../cast/batches.ts';
import { payIn } from '../cast/contracts.ts';
import { castMember } from '../cast/members.ts';
import { HTML_FORM } from '../cast/worked-market.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run } = database;
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
await payIn(run, mara, { amountMinor: 100_000n });
const site = await serveAs(database, { mara, ioana });
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
afterAll(() => site.stop());

/** A task with ten minutes, taken so many seconds ago; the address of its page. */
async function taken(secondsAgo: number, terms = {}): Promise<string> {
  const now = new Date(Date.now() - secondsAgo * 1_000);
  const batchId = await orderedBatch(run, mara, { timeLimitSeconds: 600, ...terms }, { now });
  const act = { actor: ioana, root: batchId, now };
  return `/work/assignments/${(await run(acceptNext, { batchId }, act)).assignmentId}`;
}

describe('without script', () => {
  it('a page tells what is left, and that it is over', async () => {
    const says = async (path: string) => plain((await site.get('ioana', path)).html);
    expect(await says(await taken(0))).toMatch(/Yours until \d\d:\d\d UTC 10 min/);
    expect(await says(await taken(400))).toMatch(/Yours until \d\d:\d\d UTC 3 min \d+ s/);
    const late = await says(await taken(603));
    expect(late).toContain('time is over');
    expect(late).toContain('Your time for this task is over.');
    expect(await says(await taken(603, { form: HTML_FORM }))).toContain('Your time for this task');
  });
});

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext();
    await context.addCookies([site.cookie('ioana')]);
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(site.url + path);
    return page;
  }

  it.each([{}, { form: HTML_FORM }])(
    'counts down, warns once, and tells the end',
    async (terms) => {
      const page = await open(await taken(0, terms));
      const left = page.locator('[data-time-left]');
      const said = page.locator('[data-time-said]');
      await said.evaluate((place) => {
        const told: string[] = [];
        Object.assign(window, { told });
        const note = () => told.push(place.textContent ?? '');
        new MutationObserver(note).observe(place, { childList: true, characterData: true });
      });
      await page.clock.runFor(420_000);
      expect(await left.textContent()).toMatch(/^(3 min 0|2 min 5\d) s$/);
      expect(await said.textContent()).toBe('');
      await page.clock.runFor(150_000);
      expect(await left.textContent()).toMatch(/^(30|2\d) s$/);
      expect(await said.textContent()).toContain('The last 60 s of your time.');
      await page.clock.runFor(40_000);
      expect(await left.textContent()).toBe('time is over');
      const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
      expect(told).toEqual([
        expect.stringContaining('The last 60 s of your time.'),
        expect.stringContaining('Your time for this task is over.'),
      ]);
      await page.context().close();
    },
  );
});
