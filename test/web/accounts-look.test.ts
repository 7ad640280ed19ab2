/** The pages of an account as axe and a narrow screen find them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolAccount } from '#platform/auth.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
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
  let eye: Eye;
  let cookie: Cookie | undefined;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(() => eye?.close());

  it.each([...VISITOR, '/invitations/a'])('a visitor finds nothing wrong with %s', async (path) => {
    expect(await eye.faultsAt(market.url + path, { leftOut: LISTED })).toEqual([]);
  });

  it.each([...MEMBER, ...MORE])('a member finds nothing wrong with %s', async (path) => {
    cookie ??= await sessionCookie();
    expect(await eye.faultsAt(market.url + path, { cookie, leftOut: LISTED })).toEqual([]);
  });
});

/** Hundreds of countries and time zones say nothing that their lists do not. */
const LISTED = 'option';

type Cookie = { name: string; value: string; url: string };

async function sessionCookie(): Promise<Cookie> {
  const body = { email, password };
  const { headers } = await market.auth.api.signInEmail({ body, returnHeaders: true });
  const [name = '', value = ''] = headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? [];
  return { name, value, url: market.url };
}
