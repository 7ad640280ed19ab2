/**
 * What a newcomer does to find the right person, in a real browser on the real program with its
 * demo: search, see what onshore costs, post, see who was told and why, compare, award.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, openBrowser } from '../web/browser.ts';
import { anyshore, newPlace, type Started, startAnyshore } from './anyshore.ts';
import { demoMember, newcomer, words } from './newcomer.ts';

const place = await newPlace();
const url = `http://localhost:${place.port}`;
const ROSA = { name: 'Rosa Amberg', email: 'rosa@house.test', password: 'a garden by the sea' };
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

/** An illustrator in Spain below USD 50 an hour with a score above 4, by the facets alone. */
async function find(rosa: Page): Promise<void> {
  await rosa.click('nav >> text=Freelancers');
  await rosa.click('nav[aria-label="Narrow down"] a:has-text("Architectural illustration")');
  await rosa.click('nav[aria-label="Narrow down"] a:has-text("Spain")');
  await rosa.click('nav[aria-label="Narrow down"] a:has-text("USD 40 to 50")');
  await rosa.click('nav[aria-label="Narrow down"] a:has-text("4.0 and above")');
  await rosa.waitForFunction(() => location.search.includes('score=4'));
  const address = new URL(rosa.url()).searchParams;
  expect(address.get('category')).toBe('architectural-illustration');
  expect(address.get('place')).toBe('ES');
  const title = await rosa.locator('h1').innerText();
  const count = Number(/^\d+/.exec(title)?.[0]);
  expect(count).toBeGreaterThanOrEqual(3);
  const scores = await rosa.locator('main a[href$="/score"]').allInnerTexts();
  const shown = scores.map(Number).filter((score) => score > 0);
  expect(shown).toHaveLength(count);
  expect(Math.min(...shown)).toBeGreaterThan(4);
}

/** What forty hours cost in Spain, and at home in the United States. */
async function compareRates(rosa: Page): Promise<void> {
  await rosa.click('nav >> text=Rates');
  await rosa.click('main a[href="/rates/architectural-illustration"] >> nth=0');
  await rosa.selectOption('main [name=from]', 'US');
  await rosa.fill('main [name=hours]', '40');
  await rosa.click('main button:has-text("Show rates")');
  await rosa.waitForFunction(() => location.search.includes('hours=40'));
  const rowOf = async (country: string) =>
    (await rosa.locator(`main tr:has-text("${country}")`).first().innerText()).replace(/\s+/g, ' ');
  const onshore = await rowOf('United States');
  expect(onshore).toContain('onshore');
  expect(onshore).toContain('2,800.00–3,000.00');
  expect(await rowOf('Spain')).toContain('1,600.00');
}

async function post(rosa: Page): Promise<string> {
  await rosa.goto(`${url}/projects/new`);
  await rosa.fill('[name=title]', 'Six views of a house by the sea');
  await rosa.fill('[name=requirements]', 'Two by day, two at dusk, two from inside. Plans exist.');
  await rosa.selectOption('[name=category]', 'architectural-illustration');
  await rosa.fill('[name=skills]', 'Exterior views, Interior views');
  await rosa.fill('[name=budgetLow]', '1200');
  await rosa.fill('[name=budgetHigh]', '2400');
  await rosa.click('button[value=publish]');
  await rosa.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  return new URL(rosa.url()).pathname;
}

/** Waits until the marketplace told somebody; gives the name of one in Spain. */
async function seeWhoWasTold(rosa: Page, project: string): Promise<string> {
  for (let look = 0; look < 60; look += 1) {
    await rosa.goto(`${url}${project}/invite`);
    if (/^\d+ freelancers were told/.test(await rosa.locator('h1').innerText())) break;
    await rosa.waitForTimeout(500);
  }
  const told = rosa.locator('main li', { hasText: 'of 100' });
  expect(await told.count()).toBeGreaterThanOrEqual(5);
  const spaniard = told.filter({ hasText: 'Spain' }).first();
  expect(await spaniard.innerText()).toContain('Works in Architectural illustration');
  await spaniard.locator('summary').click();
  const reasons = (await spaniard.innerText()).replace(/\s+/g, ' ');
  for (const part of ['Rate', 'Quality']) expect(reasons).toContain(part);
  return await spaniard.locator('a[href^="/freelancers/"]').first().innerText();
}

async function proposeByPage(page: Page, project: string): Promise<void> {
  await page.goto(`${url}${project}/propose`);
  await page.fill('[name=price]', '1500.00');
  await page.fill('[name=deliveryDays]', '25');
  await page.fill('[name="milestones.0.title"]', 'Six views');
  await page.fill('[name="milestones.0.amount"]', '1500.00');
  await page.fill('[name="milestones.0.dueDays"]', '25');
  await page.fill('[name=cover]', 'I have drawn houses by this sea before.');
  await page.click('button[value=send]');
  await page.waitForURL(/\/proposals\//);
}

/** Through the API, with a key made for the member of this address. */
async function proposeByKey(
  email: string,
  project: string,
  offer: { price: string; days: number },
): Promise<void> {
  const words = ['key', 'create', '--email', email, '--name', 'house', '--json'];
  const made = await anyshore(place, words);
  const { key } = JSON.parse(made.out.slice(made.out.indexOf('{'))) as { key: string };
  const price = { amount: offer.price, currency: 'USD' };
  const answer = await fetch(`${url}/api/v1${project}/proposals`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      pricing: 'fixed',
      price,
      milestones: [{ title: 'Six views', details: '', amount: price, due_days: offer.days }],
      delivery_days: offer.days,
      cover: 'I can begin on Monday.',
    }),
  });
  expect(answer.status, await answer.text()).toBe(201);
}

/** The address of a member, as the operator reads it. */
async function addressOf(operator: Page, name: string): Promise<string> {
  await operator.goto(`${url}/operator/members?q=${encodeURIComponent(name)}`);
  const found = /\S+@\S+\.test/.exec(await operator.locator('main table').innerText());
  return found?.[0] ?? '';
}

async function weigh(rosa: Page, weights: Record<'price' | 'time' | 'quality', 'Home' | 'End'>) {
  for (const [name, key] of Object.entries(weights)) {
    await rosa.focus(`input[type=range][name=${name}]`);
    await rosa.keyboard.press(key);
  }
  const full = Object.entries(weights).find(([, key]) => key === 'End')?.[0];
  await rosa.waitForFunction(
    (name) => new URLSearchParams(location.search).get(name ?? '') === '100',
    full,
  );
}

const whole = test.skipIf(CHROMIUM === undefined);

whole('from a search to the award', { timeout: 240_000 }, async () => {
  const visit = { browser, place };
  const rosa = await newcomer(visit, ROSA);
  await find(rosa);
  await compareRates(rosa);
  const project = await post(rosa);
  const spaniard = await seeWhoWasTold(rosa, project);

  await proposeByPage(await demoMember(visit, 'freelancer@demo.test'), project);
  await proposeByKey('grace@demo.test', project, { price: '1200.00', days: 20 });
  const address = await addressOf(await demoMember(visit, 'operator@demo.test'), spaniard);
  await proposeByKey(address, project, { price: '2300.00', days: 10 });

  await rosa.goto(`${url}${project}/compare`);
  expect(await rosa.locator('h1').innerText()).toMatch(/^Three proposals/);
  await weigh(rosa, { price: 'End', time: 'Home', quality: 'Home' });
  await rosa.waitForSelector('#verdict:has-text("Grace Santos fits best: 100")');
  await weigh(rosa, { price: 'Home', time: 'End', quality: 'Home' });
  await rosa.waitForSelector(`#verdict:has-text("${spaniard} fits best: 100")`);
  await rosa.click(`#ranking a[href$="/award"][aria-label*="${spaniard}"]`);
  await rosa.waitForURL(/\/award$/);
  expect(await words(rosa)).toContain('2,300.00');
  await rosa.click('main form button.btn-primary');
  await rosa.waitForURL(/\/contracts\//);
  expect(await words(rosa)).toContain(spaniard);
});
