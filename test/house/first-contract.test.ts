/**
 * What a newcomer does in the first minutes, in a real browser without JavaScript, on the real
 * program with its demo: post, get two proposals, award, pay in, deliver, accept, be paid, rate.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, openBrowser } from '../web/browser.ts';
import { anyshore, newPlace, type Started, startAnyshore } from './anyshore.ts';

const place = await newPlace();
const url = `http://localhost:${place.port}`;
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

async function signedIn(email: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.click(`button[value="${email}"]`);
  return page;
}

/** The heading and the words of the page, one space between them. */
async function words(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ');
}

async function post(client: Page): Promise<string> {
  await client.goto(`${url}/projects/new`);
  await client.fill('[name=title]', 'Eight drawings of a small bridge');
  await client.fill('[name=requirements]', 'Plan, four sections, *three* views of the railing.');
  await client.selectOption('[name=category]', 'engineering');
  await client.fill('[name=budgetLow]', '400');
  await client.fill('[name=budgetHigh]', 'about 900');
  const file = { name: 'survey.txt', mimeType: 'text/plain', buffer: Buffer.from('12 m, 4 m\n') };
  await client.setInputFiles('[name=files]', file);
  await client.click('button[value=publish]');
  // What was typed and uploaded is still there, and the wrong field says what is right.
  expect(await words(client)).toContain('Nothing was sent');
  expect(await client.inputValue('[name=title]')).toBe('Eight drawings of a small bridge');
  expect(await words(client)).toContain('survey.txt');
  await client.fill('[name=budgetHigh]', '900');
  await client.click('button[value=publish]');
  expect(await client.locator('h1').innerText()).toBe('Eight drawings of a small bridge');
  expect(await words(client)).toContain('survey.txt');
  return new URL(client.url()).pathname;
}

async function propose(freelancer: Page, project: string, price: string): Promise<void> {
  await freelancer.goto(`${url}${project}/propose`);
  const half = (Number(price) / 2).toFixed(2);
  await freelancer.fill('[name=price]', price);
  await freelancer.fill('[name=deliveryDays]', '14');
  for (const [row, title] of ['Plan and sections', 'Views'].entries()) {
    await freelancer.fill(`[name="milestones.${row}.title"]`, title);
    await freelancer.fill(`[name="milestones.${row}.amount"]`, half);
    await freelancer.fill(`[name="milestones.${row}.dueDays"]`, String(7 * (row + 1)));
  }
  await freelancer.fill('[name=cover]', 'I have drawn bridges of this kind before.');
  await freelancer.click('button[value=show]');
  expect(await words(freelancer)).toContain(`USD ${(Number(price) * 0.9).toFixed(2)}`);
  await freelancer.click('button[value=send]');
}

const whole = test.skipIf(CHROMIUM === undefined);

whole('from the requirement to the money and the stars', { timeout: 180_000 }, async () => {
  const client = await signedIn('client@demo.test');
  const ioana = await signedIn('freelancer@demo.test');
  const chidi = await signedIn('worker@demo.test');

  const project = await post(client);
  await propose(ioana, project, '800.00');
  await propose(chidi, project, '700.00');
  await chidi.goto(`${url}${project}`);
  expect(await words(chidi)).not.toContain('Ioana Petrescu');

  await client.goto(`${url}${project}`);
  expect(await words(client)).toContain('2 proposals');
  await client.click('a[href^="/proposals/"]:has-text("Ioana")');
  await client.click('a[href$="/award"]');
  expect(await words(client)).toContain('USD 720.00');
  await client.click('main form button.btn-primary');

  await ioana.goto(`${url}/contracts`);
  await ioana.click('a:has-text("Eight drawings of a small bridge")');
  const contract = new URL(ioana.url()).pathname;
  await ioana.click('main form button.btn-primary');
  // Notices are written after the act that they tell of.
  const told = async () => {
    await chidi.goto(`${url}/notifications`);
    return words(chidi);
  };
  await expect.poll(told, { timeout: 30_000 }).toContain('Eight drawings of a small bridge');

  await client.goto(`${url}${contract}`);
  await client.locator('a[href$="/fund"]').first().click();
  await client.click('main form button.btn-primary');
  expect(await words(client)).toContain('Held in escrow');

  await ioana.goto(`${url}${contract}`);
  await ioana.locator('a[href$="/deliver"]').first().click();
  await ioana.fill('[name=note]', 'Plan and four sections.');
  await ioana.click('main form button.btn-primary');

  await client.goto(`${url}${contract}`);
  expect(await words(client)).toContain('Waiting for your answer');
  await client.locator('a[href$="/accept"]').first().click();
  await client.click('main form button.btn-primary');
  expect(await words(client)).toContain('USD 360.00');

  // The milestone's money, from the page to the transfers behind it.
  await ioana.goto(`${url}/money`);
  await ioana.locator('a.ev').first().click();
  expect(new URL(ioana.url()).pathname).toMatch(/^\/(evidence|events)\//);

  await client.goto(`${url}${contract}/end`);
  await client.click('main form button.btn-primary, main form button.btn-error');
  for (const [page, stars] of [
    [client, '5'],
    [ioana, '4'],
  ] as const) {
    await page.goto(`${url}${contract}/feedback`);
    await page.check(`[name=stars][value="${stars}"]`);
    await page.fill('[name=comment]', 'Clear and on the day.');
    await page.click('main form button.btn-primary');
  }
  await client.goto(`${url}${contract}`);
  expect(await words(client)).toContain('Clear and on the day.');

  const verified = await anyshore(place, ['verify-ledger']);
  expect(verified.out).toContain('the ledger balances');
  expect(verified.code).toBe(0);
});
