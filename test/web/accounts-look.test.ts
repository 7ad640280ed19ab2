/** The pages of an account as axe and a narrow screen find them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolAccount } from '#platform/auth.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { faultsOf } from './faults.ts';
import { openMarket } from './market.ts';

const market = await openMarket(await testDatabase());
const email = 'mara@cast.test';
const password = 'a lantern over water';
await enrolAccount(market.auth, { name: 'Mara Oduya', email, password });

afterAll(() => market.stop());

const VISITOR = ['/sign-in', '/sign-up', '/verify-email?token=a', '/reset-password'];
const MEMBER = ['/settings', '/settings/security', '/settings/security/two-factor'];
const MORE = ['/settings/api-keys', '/organizations', '/organizations/new'];

describe.skipIf(CHROMIUM === undefined)('in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  describe.each([
    { width: 1280, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
  ] as const)('at $width $colorScheme', ({ width, colorScheme }) => {
    it.each([...VISITOR, '/invitations/a'])('a visitor finds nothing wrong with %s', (path) =>
      look(path, []),
    );

    it.each([...MEMBER, ...MORE])('a member finds nothing wrong with %s', async (path) =>
      look(path, [await sessionCookie()]),
    );

    async function look(path: string, cookies: Cookie[]): Promise<void> {
      const viewport = { width, height: 900 };
      // axe is a script, which the pages' own policy forbids.
      const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
      await context.addCookies(cookies);
      const page = await context.newPage();
      const answer = await page.goto(market.url + path);
      expect(answer?.status()).toBe(200);
      // Hundreds of countries and time zones say nothing that their lists do not.
      expect(await faultsOf(page, 'option')).toEqual([]);
      for (const narrower of [width, 320]) {
        await page.setViewportSize({ width: narrower, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `at ${narrower}`).toBeLessThanOrEqual(0);
      }
      await context.close();
    }
  });
});

type Cookie = { name: string; value: string; url: string };

async function sessionCookie(): Promise<Cookie> {
  const body = { email, password };
  const { headers } = await market.auth.api.signInEmail({ body, returnHeaders: true });
  const [name = '', value = ''] = headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? [];
  return { name, value, url: market.url };
}
