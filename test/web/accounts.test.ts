/** An account's life in a real browser without script, from the sign-up to the lost password. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { codeOf } from './authenticator.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { openMarket } from './market.ts';

const database = await testDatabase();
const market = await openMarket(database);

const IOANA = { name: 'Ioana Petrescu', email: 'ioana@cast.test', password: 'four boats by night' };
const MARA = { name: 'Mara Oduya', email: 'mara@cast.test', password: 'a lantern over water' };

afterAll(() => market.stop());

describe.skipIf(CHROMIUM === undefined)('an account, without script', () => {
  let browser: Browser;
  let page: Page;
  let secret = '';
  let recovery: string[] = [];
  let apiKey = '';

  beforeAll(async () => {
    browser = await openBrowser();
    page = await freshPage();
  });
  afterAll(() => browser?.close());

  async function freshPage(): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const fresh = await context.newPage();
    fresh.setDefaultTimeout(5_000);
    return fresh;
  }

  async function press(name: string | RegExp, at: Page = page): Promise<void> {
    await at.getByRole('main').getByRole('button', { name, exact: true }).click();
  }

  async function open(path: string, at: Page = page): Promise<void> {
    const answer = await at.goto(market.url + path);
    expect(answer?.status(), path).toBe(200);
  }

  async function linkIn(email: string): Promise<string> {
    const mail = await market.lastMail(email);
    const link = /https?:\/\/\S+/.exec(mail?.bodyText ?? '')?.[0] ?? '';
    expect(link).toContain(market.url);
    return link.slice(market.url.length);
  }

  async function fillSignIn(who: { email: string; password: string }, at: Page = page) {
    await at.getByLabel('Email address').fill(who.email);
    await at.getByLabel('Password', { exact: true }).fill(who.password);
    await press('Sign in', at);
  }

  async function signOut(at: Page = page): Promise<void> {
    const menu = at.locator('details:has(form[action="/sign-out"]) > summary');
    await menu.locator('visible=true').first().click();
    await at.getByRole('button', { name: 'Sign out' }).first().click();
    expect(await at.getByRole('status').textContent()).toContain('You are signed out.');
  }

  async function signUp(who: typeof IOANA, at: Page = page): Promise<void> {
    await at.getByLabel('Your name').fill(who.name);
    await at.getByLabel('Email address').fill(who.email);
    await at.getByLabel('Password').fill(who.password);
    await press('Create account', at);
    await open(await linkIn(who.email), at);
    await press('Confirm this address', at);
    await fillSignIn(who, at);
  }

  it('says what is wrong with a sign-up, keeps what was typed, and makes nothing', async () => {
    await open('/sign-up');
    await page.getByLabel('Your name').fill(IOANA.name);
    await page.getByLabel('Email address').fill('not an address');
    await page.getByLabel('Password').fill('short');
    await press('Create account');
    expect(await page.getByRole('alert').textContent()).toContain('Two things to put right');
    expect(await page.getByLabel('Your name').inputValue()).toBe(IOANA.name);
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    expect(await market.lastMail('not an address')).toBeNull();
  });

  it('opens with the link that comes by mail', async () => {
    await page.getByLabel('Email address').fill(IOANA.email);
    await page.getByLabel('Password').fill(IOANA.password);
    await press('Create account');
    expect(await page.getByRole('status').textContent()).toContain(`mailbox of ${IOANA.email}`);
    await open('/sign-in');
    await fillSignIn(IOANA);
    expect(await page.getByRole('status').textContent()).toContain('Confirm your address first');
    await open(await linkIn(IOANA.email));
    await press('Confirm this address');
    expect(await page.getByRole('status').textContent()).toContain('Your address is confirmed');
  });

  it('refuses a wrong password and takes the right one', async () => {
    await fillSignIn({ ...IOANA, password: 'not this, surely' });
    expect(await page.getByRole('alert').textContent()).toContain('do not belong together');
    await page.getByLabel('Password', { exact: true }).fill(IOANA.password);
    await press('Sign in');
    expect(await page.getByRole('banner').textContent()).toContain(IOANA.name);
  });

  it('keeps a profile', async () => {
    await open('/settings');
    await page.getByLabel('Country').selectOption('RO');
    await page.getByLabel('Headline').fill('Architectural illustrator');
    await page.getByLabel('Time zone').selectOption('Europe/Bucharest');
    await page.getByLabel('Dark').check();
    await press('Save the profile');
    expect(await page.getByRole('status').textContent()).toContain('Your profile is saved');
    expect(await page.getByLabel('Country').inputValue()).toBe('RO');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('anyshore-dark');
  });

  it('turns the second factor on, with recovery codes that are shown once', async () => {
    await open('/settings/security');
    await page.getByRole('link', { name: 'Set it up' }).click();
    await page.getByLabel('Your password').fill('not this, surely');
    await press('Show the code to scan');
    expect(await page.getByRole('alert').textContent()).toContain('not your password');
    await page.getByLabel('Your password').fill(IOANA.password);
    await press('Show the code to scan');
    expect(
      await page
        .getByRole('img', { name: /QR code/ })
        .locator('svg path')
        .count(),
    ).toBe(2);
    secret = ((await page.locator('p.font-mono').textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel('Code from your app').fill('000000');
    await press('Turn it on');
    expect(await page.getByRole('alert').textContent()).toContain('code is not right');
    expect(await page.getByRole('img', { name: /QR code/ }).count()).toBe(1);
    await page.getByLabel('Code from your app').fill(codeOf(secret));
    await press('Turn it on');
    recovery = await page.locator('#recovery-codes ~ div li').allTextContents();
    expect(recovery).toHaveLength(10);
    await page.getByRole('link', { name: 'I have kept them' }).click();
    expect(await page.getByRole('main').textContent()).toContain('Each sign-in asks for a code');
    expect(await page.content()).not.toContain(recovery[0]);
  });

  it('asks for the code at sign-in, and takes each code once', async () => {
    await signOut();
    await open('/sign-in?next=/settings/api-keys');
    await fillSignIn(IOANA);
    expect(page.url()).toContain('/two-factor');
    await page.getByLabel('Code from your app').fill('000000');
    await press('Go on');
    expect(await page.getByRole('alert').textContent()).toContain('code is not right');
    const code = codeOf(secret, 1);
    await page.getByLabel('Code from your app').fill(code);
    await press('Go on');
    expect(page.url()).toBe(`${market.url}/settings/api-keys`);

    const other = await freshPage();
    await open('/sign-in', other);
    await fillSignIn(IOANA, other);
    await other.getByLabel('Code from your app').fill(code);
    await press('Go on', other);
    expect(await other.getByRole('alert').textContent()).toContain('code was used already');
    await open('/settings', other).catch(() => undefined);
    expect(other.url()).toContain('/sign-in');
    await other.context().close();
  });

  it('opens with a recovery code, once', async () => {
    const phone = await freshPage();
    await open('/sign-in', phone);
    await fillSignIn(IOANA, phone);
    await phone.getByRole('link', { name: 'Use a recovery code' }).click();
    await phone.getByLabel('Recovery code').fill('wrong-wrong');
    await press('Go on', phone);
    expect(await phone.getByRole('alert').textContent()).toContain('recovery code is not right');
    await phone.getByLabel('Recovery code').fill(recovery[0] ?? '');
    await press('Go on', phone);
    expect(await phone.getByRole('banner').textContent()).toContain(IOANA.name);

    const again = await freshPage();
    await open('/sign-in', again);
    await fillSignIn(IOANA, again);
    await again.getByRole('link', { name: 'Use a recovery code' }).click();
    await again.getByLabel('Recovery code').fill(recovery[0] ?? '');
    await press('Go on', again);
    expect(await again.getByRole('alert').textContent()).toContain('recovery code is not right');
    await again.context().close();

    await open('/settings/security');
    expect(await page.getByRole('table', { name: 'Your sessions' }).getByRole('row').count()).toBe(
      3,
    );
    await page.getByText('End this session').first().click();
    await press('End this session');
    expect(await page.getByRole('status').textContent()).toContain('The session is ended');
    await phone.goto(`${market.url}/settings`);
    expect(phone.url()).toContain('/sign-in?next=%2Fsettings');
    await phone.context().close();
  });

  it('makes an API key that is shown once, and revokes it', async () => {
    await open('/settings/api-keys');
    expect(await page.getByRole('main').textContent()).toContain('No keys yet');
    await page.getByRole('textbox', { name: 'Name' }).fill('Nightly export');
    await page.getByRole('checkbox', { name: /^Work/ }).check();
    await press('Make the key');
    apiKey = await page.getByLabel('API key').inputValue();
    expect(apiKey).toMatch(/^ash_[\w-]{43}$/);
    await page.getByRole('link', { name: 'I have kept it' }).click();
    expect(await page.content()).not.toContain(apiKey);
    await page.getByText('Revoke this key').first().click();
    await press('Revoke this key');
    expect(await page.getByRole('status').textContent()).toContain('“Nightly export” is revoked');
  });

  it('founds an organization, invites by mail, and lets the invited act for it', async () => {
    await open('/organizations');
    await page.getByRole('link', { name: 'Found an organization' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Harrow & Lane');
    await page.getByRole('radio', { name: /^A client/ }).check();
    await press('Found it');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Harrow & Lane');
    await page.getByLabel('Email address').fill(MARA.email);
    await page.getByRole('radio', { name: /^Manager/ }).check();
    await press('Send the invitation');
    expect(await page.getByRole('status').textContent()).toContain(`${MARA.email} is invited`);
    const invitation = await linkIn(MARA.email);

    await open(invitation);
    expect(await page.getByRole('main').textContent()).toContain('signed in with another address');

    const visitor = await freshPage();
    await open(invitation, visitor);
    await visitor.getByRole('main').getByRole('link', { name: 'Create account' }).click();
    await signUp(MARA, visitor);
    expect(visitor.url()).toBe(market.url + invitation);
    await press('Join Harrow & Lane', visitor);
    expect(await visitor.getByRole('status').textContent()).toContain('You are manager');
    await press('Act for Harrow & Lane', visitor);
    expect(await visitor.getByRole('status').textContent()).toContain('You act for Harrow & Lane');
    expect(await visitor.getByText('Invite somebody').count()).toBe(0);
    await visitor.context().close();

    await page.goto(page.url().replace(/\/invitations.*/, '/organizations'));
    await page.getByRole('link', { name: 'Harrow & Lane' }).click();
    await page.getByText('Remove', { exact: true }).click();
    await press(`Remove ${MARA.name}`);
    expect(await page.getByRole('status').textContent()).toContain(`${MARA.name} is removed`);
  });

  it('gets a new password through the mailbox, and all sessions end', async () => {
    const stranger = await freshPage();
    await open('/forgot-password', stranger);
    await stranger.getByLabel('Email address').fill('nobody@cast.test');
    await press('Send the link', stranger);
    const toNobody = await stranger.getByRole('status').textContent();
    await stranger.getByLabel('Email address').fill(IOANA.email);
    await press('Send the link', stranger);
    expect(await stranger.getByRole('status').textContent()).toBe(toNobody);
    const link = await linkIn(IOANA.email);
    await open(link, stranger);
    await stranger.getByLabel('New password').fill('another lantern at sea');
    await press('Set the new password', stranger);
    expect(await stranger.getByRole('status').textContent()).toContain('Your new password is set');
    await page.goto(`${market.url}/settings`);
    expect(page.url()).toContain('/sign-in');
    await open(link, stranger);
    await stranger.getByLabel('New password').fill('one more for the road');
    await press('Set the new password', stranger);
    expect(await stranger.getByRole('alert').textContent()).toContain('link was used before');
    await stranger.context().close();
    await fillSignIn({ ...IOANA, password: 'another lantern at sea' });
    expect(page.url()).toContain('/two-factor');
  });
});
