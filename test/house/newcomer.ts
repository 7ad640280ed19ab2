import type { Browser, Page } from 'playwright-core';
import { anyshore } from './anyshore.ts';

/** A running market, and a browser to look at it. */
export type Visit = { browser: Browser; place: { dataDir: string; port: number } };
export type Person = { name: string; email: string; password: string };

/** A new member, made by the operator's program and signed in with a password of its own. */
export async function newcomer(visit: Visit, { name, email, password }: Person): Promise<Page> {
  const words = ['member', 'create', '--email', email, '--name', name, '--password', password];
  const made = await anyshore(visit.place, words);
  if (made.code !== 0) throw new Error(made.out);
  const page = await signInPage(visit);
  await page.fill('main [name=email]', email);
  await page.fill('main [name=password]', password);
  await page.click('main button.btn-primary');
  await page.waitForURL(/\/dashboard$/);
  return page;
}

/** Somebody of the demo, in a browser that nobody else uses. */
export async function demoMember(visit: Visit, email: string): Promise<Page> {
  const page = await signInPage(visit);
  await page.click(`button[value="${email}"]`);
  return page;
}

async function signInPage({ browser, place }: Visit): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://localhost:${place.port}/sign-in`);
  return page;
}

/** The words of the page's main part, one space between them. */
export async function words(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ');
}
