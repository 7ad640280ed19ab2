/** What the pages of an account let nobody do, asked by HTTP. */
import { afterAll, describe, expect, it } from 'vitest';
import { foundOrganization } from '#domain/accounts/commands/found-organization.ts';
import { ALL_SCOPES, type MemberActor } from '#domain/kernel/actor.ts';
import { ATTEMPT_LIMITS } from '#platform/attempt-limits.ts';
import { type AuthUser, enrolAccount } from '#platform/auth.ts';
import { testDatabase } from '../database.ts';
import { openMarket } from './market.ts';

const database = await testDatabase();
const market = await openMarket(database);
const PASSWORD = 'a lantern over water';

afterAll(() => market.stop());

let people = 0;

async function person(): Promise<AuthUser> {
  people += 1;
  const account = { name: `Mara Oduya ${people}`, email: `mara${people}@cast.test` };
  return enrolAccount(market.auth, { ...account, password: PASSWORD });
}

function post(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(market.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: market.url, Cookie: cookie },
    body: new URLSearchParams(fields),
  });
}

function get(path: string, cookie: string): Promise<Response> {
  return fetch(market.url + path, { redirect: 'manual', headers: { Cookie: cookie } });
}

function trySignIn(email: string, password: string, path = '/sign-in'): Promise<Response> {
  return post(path, { _intent: 'password', email, password });
}

async function signedIn(email: string): Promise<string> {
  const response = await trySignIn(email, PASSWORD);
  expect(response.status).toBe(303);
  return cookiesOf(response);
}

function cookiesOf(response: Response): string {
  const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return set.filter((pair) => !pair.endsWith('=')).join('; ');
}

async function organizationOf(user: AuthUser): Promise<string> {
  const { id } = user;
  const actor: MemberActor = {
    kind: 'member',
    memberId: id,
    partyId: id,
    role: 'self',
    scopes: ALL_SCOPES,
    operator: false,
  };
  const input = { name: 'Harrow & Lane', kind: 'client' as const };
  const founded = await database.run(foundOrganization, input, { actor, root: 'new' });
  return founded.organizationId;
}

describe('signing in', () => {
  it.each([
    ['https://evil.example/'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['javascript:alert(1)'],
    ['/%0d%0aSet-Cookie:a=b'],
  ])('never leads to another site: %s', async (next) => {
    const { email } = await person();
    const path = `/sign-in?next=${encodeURIComponent(next)}`;
    const location = (await trySignIn(email, PASSWORD, path)).headers.get('Location') ?? '';
    expect(location).toMatch(/^\/(?![/\\])/);
    expect(location).not.toContain('evil.example/');
  });

  it('is refused after too many wrong passwords, says until when, and a reset helps', async () => {
    const { email } = await person();
    const { attempts } = ATTEMPT_LIMITS.sign_in_account;
    for (let n = 0; n < attempts; n += 1) {
      expect((await trySignIn(email, `wrong guess number ${n}`)).status).toBe(422);
    }
    const refused = await trySignIn(email, PASSWORD);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toMatch(/Too many tries. Wait 1[45] minutes/);
    await post('/forgot-password', { email });
    const mail = await market.lastMail(email);
    const token = /token=([\w-]+)/.exec(mail?.bodyText ?? '')?.[1] ?? '';
    await post(`/reset-password?token=${token}`, { token, password: 'another lantern at sea' });
    expect((await trySignIn(email, 'another lantern at sea')).status).toBe(303);
  });

  it('counts an address that nobody has like any other', async () => {
    const answers: number[] = [];
    for (let n = 0; n <= ATTEMPT_LIMITS.sign_in_account.attempts; n += 1) {
      answers.push((await trySignIn('nobody@cast.test', `guess number ${n} of many`)).status);
    }
    expect(new Set(answers.slice(0, -1))).toEqual(new Set([422]));
    expect(answers.at(-1)).toBe(429);
  });

  it('is not for suspended members', async () => {
    const { id, email } = await person();
    const cookie = await signedIn(email);
    const suspend = database.db.updateTable('member').set({ suspendedAt: new Date() });
    await suspend.where('id', '=', id).execute();
    expect((await trySignIn(email, PASSWORD)).status).toBe(403);
    expect((await get('/settings', cookie)).headers.get('Location')).toContain('/sign-in');
  });

  it('offers no demo where none was loaded', async () => {
    expect(await (await get('/sign-in', '')).text()).not.toContain('Look around as somebody');
    const response = await post('/sign-in', { _intent: 'demo', email: 'client@demo.test' });
    expect(response.status).toBe(404);
  });

  it('goes nowhere from another site', async () => {
    const { email } = await person();
    const response = await fetch(`${market.url}/sign-in`, {
      method: 'POST',
      headers: { Origin: 'https://evil.example' },
      body: new URLSearchParams({ _intent: 'password', email, password: PASSWORD }),
    });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('a taken address', () => {
  it('is told to its mailbox and to nobody else', async () => {
    const { email } = await person();
    const sent = { name: 'Eve', password: 'a password of some length' };
    const taken = await post('/sign-up', { ...sent, email });
    const free = await post('/sign-up', { ...sent, email: 'free@cast.test' });
    for (const answer of [taken, free]) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('Location')).toBe('/verify-email');
    }
    expect((await market.lastMail(email))?.subject).toContain('You have an account');
  });
});

describe('acting for somebody', () => {
  it('is for parties that one has a role in', async () => {
    const mara = await person();
    const cookie = await signedIn(mara.email);
    const own = await organizationOf(mara);
    const foreign = await organizationOf(await person());
    expect((await post('/acting-for', { partyId: foreign }, cookie)).status).toBe(404);
    const chosen = await post('/acting-for', { partyId: own, next: '//evil.example' }, cookie);
    expect(chosen.headers.get('Location')).toBe('/');
    const acting = `${cookie}; ${cookiesOf(chosen)}`;
    const bar = async () => (await (await get('/organizations', acting)).text()).split('<main')[0];
    expect(await bar()).toMatch(/Acting for.*?Harrow &amp; Lane/s);
    await database.db.deleteFrom('membership').where('organizationId', '=', own).execute();
    expect(await bar()).not.toContain('Harrow');
  });

  it('cannot be forged or carried over from another member', async () => {
    const mara = await person();
    const partyId = await organizationOf(mara);
    const chosen = await post('/acting-for', { partyId }, await signedIn(mara.email));
    const choice = cookiesOf(chosen)
      .split('; ')
      .find((pair) => pair.startsWith('anyshore_acting_for'));
    const other = await person();
    const cookie = `${await signedIn(other.email)}; ${choice}`;
    const html = await (await get('/organizations', cookie)).text();
    expect(html).not.toContain('Harrow');
  });

  it("shows nobody another's organization", async () => {
    const foreign = await organizationOf(await person());
    const cookie = await signedIn((await person()).email);
    for (const path of [`/organizations/${foreign}`, '/organizations/not-an-id']) {
      expect((await get(path, cookie)).status).toBe(404);
      expect((await post(path, { _intent: 'leave' }, cookie)).status).toBe(404);
    }
  });
});

describe('what a page gives away', () => {
  it('no session token in the list of sessions', async () => {
    const cookie = await signedIn((await person()).email);
    const token = /session_token=([^.]+)\./.exec(cookie)?.[1] ?? 'none';
    const page = await get('/settings/security', cookie);
    expect(await page.text()).not.toContain(token);
  });

  it('nothing to a cache where secrets are shown', async () => {
    const cookie = await signedIn((await person()).email);
    for (const path of ['/settings/api-keys', '/settings/security/two-factor']) {
      expect((await get(path, cookie)).headers.get('Cache-Control')).toBe('no-store');
    }
  });

  it("no other member's session to end", async () => {
    const mara = await person();
    const cookie = await signedIn(mara.email);
    const { rows } = await database.pool.query(
      'select id from "auth"."session" where "userId" = $1',
      [mara.id],
    );
    const stranger = await signedIn((await person()).email);
    const end = { _intent: 'end', sessionId: rows[0].id };
    expect((await post('/settings/security', end, stranger)).status).toBe(409);
    expect((await get('/settings', cookie)).status).toBe(200);
  });

  it.each(['/settings', '/settings/security', '/settings/api-keys', '/organizations/new'])(
    'nothing of %s to a visitor',
    async (path) => {
      const answer = await get(path, '');
      expect(answer.status).toBe(302);
      expect(answer.headers.get('Location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
      expect((await post(path, { _intent: 'make' })).headers.get('Location')).toBe('/sign-in');
    },
  );
});
