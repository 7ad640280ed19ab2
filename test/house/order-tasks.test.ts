/**
 * What a newcomer does to have many small jobs done, in real browsers on the real program with its
 * demo: order 200 tasks from a file, watch a worker do ten by keyboard, approve, reject, see the
 * appeal decided, take the results home, and find every cent.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, openBrowser } from '../web/browser.ts';
import { anyshore, newPlace, type Started, startAnyshore } from './anyshore.ts';
import { demoMember, newcomer, words } from './newcomer.ts';

const place = await newPlace();
const url = `http://localhost:${place.port}`;
const NADIA = { name: 'Nadia Ferrer', email: 'nadia@house.test', password: 'boats at low tide' };
const TITLE = 'What stands in this harbour view?';
const BATCH = 'Harbour views 7';
const ROWS = 200;
const DONE = 10;
/** What a view shows, in the order of the form's answers: the keys 1, 2 and 3. */
const THINGS = ['boat', 'house', 'tree'] as const;
let market: Started;
let browser: Browser;

beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  market = startAnyshore(place, []);
  await market.ready();
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  market?.kill('SIGTERM');
  await market?.exit;
  place.remove();
});

/** The view of this number; the file has one more column, which the form does not use. */
function viewOf(number: number): { thing: (typeof THINGS)[number]; address: string } {
  const thing = THINGS[number % THINGS.length] ?? 'boat';
  return { thing, address: `${url}/samples/${thing}.svg?view=${number}` };
}

function sheet(): Buffer {
  const rows = Array.from({ length: ROWS }, (_none, at) => `${viewOf(at).address},pier ${at}`);
  return Buffer.from(['image_url,pier', ...rows, ''].join('\r\n'));
}

/** A type from a template, with another title and reward; its batch up to the rows. */
async function describeBatch(nadia: Page): Promise<void> {
  await nadia.click('nav >> text=Tasks');
  await nadia.click('main a[href="/tasks/new"] >> nth=0');
  await nadia.click('main a:has-text("Classify a picture")');
  await nadia.fill('[name=title]', TITLE);
  await nadia.fill('[name=reward]', '0.13');
  await nadia.frameLocator('iframe').getByText('What does the picture show?').first().waitFor();
  await nadia.click('button[value=save]');
  await nadia.waitForURL(/\/tasks\/types\//);
  expect(await nadia.inputValue('[name=reward]')).toBe('0.13');
  await nadia.goto(`${url}/tasks`);
  await nadia.click('main tr:has-text("harbour view") a:has-text("Order a batch")');
  await nadia.fill('[name=name]', BATCH);
  await nadia.fill('[name=wantedEach]', '1');
  await nadia.click('main form button.btn-primary');
  await nadia.waitForURL(/\/rows$/);
}

/** The file is read and its columns checked; then one of its rows as a worker sees it. */
async function bringRows(nadia: Page): Promise<void> {
  const file = { name: 'views.csv', mimeType: 'text/csv', buffer: sheet() };
  await nadia.setInputFiles('[name=files]', file);
  await nadia.click('button:has-text("Check and add the rows")');
  await nadia.waitForSelector('main :text("200 tasks")', { timeout: 60_000 });
  const said = await words(nadia);
  expect(said).toContain('image_url has a column');
  expect(said).toContain('Not used by the form, kept with the results: pier.');
  await nadia.fill('[name=task]', '18');
  await nadia.click('main button:has-text("Show")');
  await nadia.waitForURL(/task=18/);
  const { address } = viewOf(17);
  expect(await nadia.locator('main img').getAttribute('src')).toBe(address);
}

/** The cost before the order, then the order; gives the batch's address. */
async function order(nadia: Page): Promise<string> {
  await nadia.click('main a:has-text("See the cost")');
  await nadia.waitForURL(/\/order$/);
  const cost = await words(nadia);
  for (const sum of ['USD 26.00', 'USD 6.00', 'USD 32.00', 'USD 50.00', 'USD 18.00']) {
    expect(cost).toContain(sum);
  }
  await nadia.click('main button:has-text("Order, hold USD 32.00")');
  await nadia.waitForURL(/\/tasks\/batches\/[0-9a-f-]{36}$/);
  expect(await words(nadia)).toContain('0 of 200 answers are in');
  return new URL(nadia.url()).pathname;
}

/** From the search over the batch and its sample to the first task. */
async function takeTask(chidi: Page): Promise<void> {
  await chidi.goto(`${url}/work`);
  await chidi.getByLabel('Search tasks').fill('harbour view');
  await chidi.keyboard.press('Enter');
  await chidi.click(`main a:has-text("${TITLE}")`);
  await chidi.waitForURL(/\/work\/batches\//);
  expect(await words(chidi)).toContain('USD 0.13');
  expect(await chidi.locator('main img').getAttribute('src')).toMatch(/\?view=\d+$/);
  await chidi.click('main button:has-text("Take a task")');
  await chidi.waitForURL(/\/work\/assignments\//);
}

/** Two keys a task; gives what was answered, by the address of the picture. */
async function answerByKeyboard(chidi: Page, count: number): Promise<Map<string, string>> {
  const given = new Map<string, string>();
  for (let done = 0; done < count; done += 1) {
    const address = (await chidi.locator('main img').getAttribute('src')) ?? '';
    const thing = viewOf(Number(/\d+$/.exec(address)?.[0])).thing;
    given.set(address, thing);
    const before = chidi.url();
    await chidi.keyboard.press(String(THINGS.indexOf(thing) + 1));
    await chidi.keyboard.press('Enter');
    await chidi.waitForURL((now) => now.href !== before);
  }
  return given;
}

/** The batch's page changes by itself: the mark would be gone after a reload. */
async function seeLive(nadia: Page, count: number): Promise<void> {
  await nadia.waitForSelector(`#ruler:has-text("${count} of ${ROWS} answers are in")`);
  expect(await nadia.evaluate(() => document.body.dataset.mark)).toBe('unchanged');
}

async function approveNine(nadia: Page): Promise<void> {
  await nadia.click('main a:has-text("Review, up to")');
  const boxes = nadia.locator('input[name="ids[]"]');
  expect(await boxes.count()).toBe(DONE);
  for (let at = 0; at < DONE - 1; at += 1) await boxes.nth(at).check();
  await nadia.click('button:has-text("Approve chosen")');
  await nadia.waitForSelector('main :text("Approve 9 answers for USD 1.44?")');
  await nadia.click('button:has-text("Approve 9, pay USD 1.44")');
  await nadia.waitForSelector('main :text("9 answers approved.")');
}

async function rejectOne(nadia: Page): Promise<void> {
  await nadia.click('main a[href*="/review/"]');
  await nadia.click('summary[data-key=r]');
  await nadia.click('button:has-text("Reject, keep the money held")');
  await nadia.waitForSelector('#reject-feedback-error');
  await nadia.selectOption('[name=reason]', 'wrong_answer');
  await nadia.fill('[name=feedback]', 'I see something else in it.');
  await nadia.click('button:has-text("Reject, keep the money held")');
  await nadia.waitForSelector('main :text("Rejected.")');
}

async function appeal(chidi: Page): Promise<void> {
  await chidi.goto(`${url}/work/submissions?state=rejected`);
  await chidi.click(`main a:has-text("${TITLE}")`);
  const said = await words(chidi);
  expect(said).toContain('Wrong answer');
  expect(said).toContain('I see something else in it.');
  await chidi.click('summary:has-text("Appeal")');
  await chidi.fill('[name=words]', 'It takes up most of the picture, as the instructions ask.');
  await chidi.click('button:has-text("Appeal, keep USD 0.13 held")');
  await chidi.waitForSelector('main :text("Appealed.")');
}

async function decide(operator: Page): Promise<void> {
  await operator.goto(`${url}/operator/appeals`);
  await operator.click(`main a:has-text("${TITLE}")`);
  await operator.fill('[name=verdict]', 'The answer names what the picture shows.');
  await operator.click('button:has-text("Uphold, pay USD 0.16")');
  await operator.waitForSelector('main :text("Decided.")');
}

async function download(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`main a[href$="${link}"] >> nth=0`),
  ]);
  return await readFile(await file.path(), 'utf8');
}

/** Each answer once, in its row, in both files. */
async function checkResults(nadia: Page, batch: string, given: Map<string, string>) {
  await nadia.goto(`${url}${batch}/review`);
  const csv = await download(nadia, '/results.csv');
  const [head = []] = parse(csv, { to: 1 }) as string[][];
  expect(head).toHaveLength(32);
  expect(head.slice(0, 2)).toEqual(['HITId', 'HITTypeId']);
  const own = ['Input.image_url', 'Input.pier', 'Answer.category', 'Approve', 'Reject'];
  expect(head.slice(27)).toEqual(own);
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  const answers = rows.map((row) => [row['Input.image_url'], row['Answer.category']]);
  expect(new Map(answers as [string, string][])).toEqual(given);
  expect(rows.map((row) => row.AssignmentStatus)).toEqual(Array(DONE).fill('Approved'));
  expect(new Set(rows.map((row) => row.Reward))).toEqual(new Set(['$0.13']));
  for (const row of rows) {
    expect(row['Input.pier']).toBe(`pier ${/\d+$/.exec(row['Input.image_url'] ?? '')?.[0]}`);
  }
  const lines = (await download(nadia, '/results.jsonl')).trim().split('\n');
  const read = lines.map((line) => JSON.parse(line));
  expect(new Map(read.map((one) => [one.input.image_url, one.answer.category]))).toEqual(given);
  expect(read.filter((one) => one.appeal === 'upheld')).toHaveLength(1);
}

/** The lines of the batch's money, as its page shows them. */
async function moneyOf(nadia: Page, batch: string): Promise<string> {
  await nadia.goto(`${url}${batch}`);
  return (await nadia.locator('#money-lines').innerText()).replace(/\s+/g, ' ');
}

/** What nobody answered goes back whole: by then no worker holds a task of it. */
async function cancelRest(nadia: Page, batch: string): Promise<void> {
  await nadia.goto(`${url}${batch}/cancel`);
  expect(await words(nadia)).toContain('Cancel, and get about USD 30.40 back?');
  await nadia.click('main form button:has-text("Cancel, USD 30.40 back")');
  await nadia.waitForSelector('main :text("Cancelled.")');
  const shown = () => moneyOf(nadia, batch);
  await expect.poll(shown, { timeout: 60_000 }).toContain('Held for this batch USD 0.00');
}

/** Available money in cents, as the wallet's page says first. */
async function walletOf(page: Page): Promise<number> {
  await page.goto(`${url}/money`);
  const sum = /USD ([\d,.]+) is available/.exec(await words(page))?.[1];
  return Math.round(Number(sum?.replaceAll(',', '')) * 100);
}

async function checkLedger(nadia: Page, chidi: Page, walletBefore: number): Promise<void> {
  expect(await walletOf(nadia)).toBe(5_000 - 160);
  await chidi.goto(`${url}/work/earnings`);
  const row = chidi.locator('main tr', { hasText: NADIA.name });
  expect((await row.innerText()).replace(/\s+/g, ' ')).toMatch(/10 \/ 0 .*USD 1\.30$/);
  // Earnings reach the wallet within a minute.
  const wallet = () => walletOf(chidi);
  await expect.poll(wallet, { timeout: 90_000, interval: 1_000 }).toBe(walletBefore + 130);
  const verified = await anyshore(place, ['verify-ledger']);
  expect(verified.out).toContain('the ledger balances');
  expect(verified.code).toBe(0);
}

const whole = test.skipIf(CHROMIUM === undefined);

whole('from 200 rows to the last cent', { timeout: 300_000 }, async () => {
  const visit = { browser, place };
  const nadia = await newcomer(visit, NADIA);
  const chidi = await demoMember(visit, 'worker@demo.test');
  const money = ['--email', NADIA.email, '--amount', '50.00', '--currency', 'USD'];
  expect((await anyshore(place, ['deposit', ...money])).code).toBe(0);
  const before = await walletOf(chidi);

  await describeBatch(nadia);
  await bringRows(nadia);
  const batch = await order(nadia);

  await nadia.evaluate(() => {
    document.body.dataset.mark = 'unchanged';
  });
  await takeTask(chidi);
  const first = await answerByKeyboard(chidi, 4);
  await seeLive(nadia, 4);
  const rest = await answerByKeyboard(chidi, DONE - 4);
  await seeLive(nadia, DONE);
  const given = new Map([...first, ...rest]);
  expect(given.size).toBe(DONE);
  await chidi.click('button:has-text("Stop: give it back")');
  await chidi.waitForURL((now) => !now.pathname.startsWith('/work/assignments/'));

  await nadia.reload();
  await approveNine(nadia);
  await rejectOne(nadia);
  expect(await moneyOf(nadia, batch)).toBe(
    '9 approved answers USD 1.17 Fee 20%, at least USD 0.01 USD 0.27 Spent so far USD 1.44 ' +
      'Held for this batch USD 30.56 You put in USD 32.00',
  );
  await appeal(chidi);
  await decide(await demoMember(visit, 'operator@demo.test'));

  await checkResults(nadia, batch, given);
  await cancelRest(nadia, batch);
  expect(await moneyOf(nadia, batch)).toBe(
    '10 approved answers USD 1.30 Fee 20%, at least USD 0.01 USD 0.30 Spent so far USD 1.60 ' +
      'Held for this batch USD 0.00 Came back to you USD 30.40 You put in USD 32.00',
  );
  await checkLedger(nadia, chidi, before);
});
