import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberView } from '#domain/accounts/queries/viewer.ts';
import { requestDeposit } from '#domain/billing/commands/request-deposit.ts';
import { requestWithdrawal } from '#domain/billing/commands/request-withdrawal.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import { askForLedgerCheck } from '#domain/market/commands/ask-for-ledger-check.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { feeRuleList } from '#domain/market/queries/fee-rule-list.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import { payIn, signedContract } from '../cast/contracts.ts';
import { clockwork } from '../cast/jobs.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { castOperator } from '../cast/operators.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { faultsOf } from './eye.ts';
import { type Served, serveWeb } from './serve.ts';

const database = await testDatabase();
const { run, db, readDb } = database;
const { react } = clockwork(database);
const noor = await castOperator(run, 'Noor Haddad');
const pavel = await castMember(run, 'Pavel Novak');
const mara = await castMember(run, 'Mara Oduya');
const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
await payIn(run, pavel, { amountMinor: 100_000n });
await payIn(run, firm, { amountMinor: 300_000n });
await signedContract(run, readDb, { client: firm, freelancer: pavel });
await run(askForLedgerCheck, null, { actor: noor, root: MARKET_ROOT });
await react();
await react();

async function servedAs(actor: MemberActor | null): Promise<Served> {
  if (actor === null) return serveWeb(database);
  const view = await memberView(readDb, actor.memberId, null);
  if (view === null) throw new Error('The cast is complete');
  const { parties, theme: _theme, email: _email, ...rest } = view;
  return serveWeb(database, { viewer: { ...rest, actingFor: parties, theme: null } });
}

const asOperator = await servedAs(noor);
const asMember = await servedAs(mara);
const asVisitor = await servedAs(null);

afterAll(async () => {
  for (const site of [asOperator, asMember, asVisitor]) await site.stop();
});

async function deposit(): Promise<string> {
  const asked = { currency: 'USD', amountMinor: 12_000n };
  return (await run(requestDeposit, asked, { actor: pavel, root: pavel.partyId })).requestId;
}

const waiting = await deposit();
const [mail] = await db.selectFrom('mail').select('id').limit(1).execute();
const [rule] = await feeRuleList(readDb, new Date());

const PLANNED =
  'contractKind=fixed&payer=freelancer&currency=USD&tiers=15+to+1000%0A5&startsOn=2099-01-01';
const PLACES = [
  '',
  '/money',
  `/money/${waiting}`,
  '/members',
  `/members/${pavel.memberId}`,
  '/organizations',
  '/fees',
  '/fees/new',
  `/fees/check?${PLANNED}`,
  `/fees/${rule?.id}/end`,
  '/terms',
  '/outbox',
  `/outbox/${mail?.id}`,
  '/events',
  '/ledger',
].map(operatorPlace);

/** One page of each look. */
const LOOKED = [
  '/notifications',
  ...['', `/money/${waiting}`, '/members', '/fees', '/fees/new', '/terms'].map(operatorPlace),
  ...[`/outbox/${mail?.id}`, '/events', '/ledger'].map(operatorPlace),
];

function operatorPlace(path: string): string {
  return `/operator${path}`;
}

function post(site: Served, path: string, fields: Record<string, string> = {}): Promise<Response> {
  return fetch(site.url + path, {
    method: 'POST',
    body: new URLSearchParams({ _key: crypto.randomUUID(), ...fields }),
    headers: { Origin: site.url },
    redirect: 'manual',
  });
}

async function available(partyId: string): Promise<bigint | undefined> {
  return (await walletBalances(readDb, [partyId])).get(partyId)?.[0]?.amountMinor;
}

describe('who may come in', () => {
  it.each(PLACES)('%s is for operators and does not exist for others', async (path) => {
    const page = await fetch(asOperator.url + path);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('<script');
    expect((await fetch(asMember.url + path)).status).toBe(404);
    const turned = await fetch(asVisitor.url + path, { redirect: 'manual' });
    expect(turned.status).toBe(302);
    expect(turned.headers.get('Location')).toMatch(/^\/sign-in\?next=/);
  });

  it.each(PLACES)('%s takes no orders from others', async (path) => {
    const fields = { _intent: 'confirm', note: 'x', reason: 'x' };
    expect([404, 405]).toContain((await post(asMember, path, fields)).status);
    expect([302, 405]).toContain((await post(asVisitor, path, fields)).status);
  });

  it('an address of nothing is a 404, not a crash', async () => {
    for (const path of ['/money/x', '/members/x', '/outbox/x', '/fees/x/end']) {
      expect((await fetch(`${asOperator.url}/operator${path}`)).status).toBe(404);
    }
    for (const query of ['cursor=x', 'root=x', 'member=x', 'kind=%25', 'q=%25%5C']) {
      for (const place of ['events', 'members', 'outbox', 'money', 'organizations']) {
        const { status } = await fetch(`${asOperator.url}/operator/${place}?${query}`);
        expect([200, 422]).toContain(status);
      }
    }
  });
});

describe('money requests', () => {
  it('a confirmed deposit is in the account, once', async () => {
    const before = (await available(pavel.partyId)) ?? 0n;
    const requestId = await deposit();
    const done = await post(asOperator, `/operator/money/${requestId}`, { _intent: 'confirm' });
    expect(done.status).toBe(303);
    const again = await post(asOperator, `/operator/money/${requestId}`, { _intent: 'confirm' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Not confirmed. No money moved.');
    expect(await available(pavel.partyId)).toBe(before + 12_000n);
  });

  it('a rejection needs a note, and gives a withdrawal back', async () => {
    const before = await available(pavel.partyId);
    const asked = { currency: 'USD', amountMinor: 5_000n, payee: 'Pavel Novak, DE89' };
    const options = { actor: pavel, root: pavel.partyId };
    const { requestId } = await run(requestWithdrawal, asked, options);
    const path = `/operator/money/${requestId}`;
    const page = await (await fetch(asOperator.url + path)).text();
    expect(page).toContain('Pavel Novak, DE89');
    expect((await post(asOperator, path, { _intent: 'reject' })).status).toBe(422);
    const done = await post(asOperator, path, { _intent: 'reject', note: 'Unknown account.' });
    expect(done.status).toBe(303);
    expect(await available(pavel.partyId)).toBe(before);
  });
});

describe('the market', () => {
  it('a fee rule is shown by example before it is added', async () => {
    const typed = Object.fromEntries(new URLSearchParams(PLANNED));
    const next = await post(asOperator, '/operator/fees/new', typed);
    expect(next.status).toBe(303);
    const check = next.headers.get('Location') ?? '';
    const page = await (await fetch(asOperator.url + check)).text();
    expect(page).toContain('1,420.00');
    const count = async () => (await feeRuleList(readDb, new Date())).length;
    const before = await count();
    expect((await post(asOperator, '/operator/fees/check', typed)).status).toBe(303);
    expect(await count()).toBe(before + 1);
  });

  it.each([
    ['tiers', 'ten percent', 'Write a share on each line'],
    ['tiers', '15 to 1000', 'Only the last line has no end'],
    ['tiers', '101', 'A share is from 0 to 100'],
    ['tiers', '15 to 10.001\n5', 'Write at most 2 decimals, such as 1,234.50'],
    ['startsOn', '2020-01-01', 'Choose a day that is still to come'],
    ['currency', 'XYZ', 'Choose'],
    ['minimum', '-3', 'Write an amount of 0 or more'],
  ])('a wrong %s (%s) is told at its field', async (field, value, says) => {
    const typed = { ...Object.fromEntries(new URLSearchParams(PLANNED)), [field]: value };
    const refused = await post(asOperator, '/operator/fees/new', typed);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain(says.replace('1,234.50', '1234.50'));
    expect(page).toContain(`id="${field}-error"`);
  });

  it('terms change by form', async () => {
    const { baseCurrency: _base, ...terms } = await termsNow(readDb);
    const typed = Object.entries({ ...terms, offerDays: 3 }).map(([k, v]) => [k, String(v)]);
    const path = '/operator/terms';
    expect((await post(asOperator, path, Object.fromEntries(typed))).status).toBe(303);
    expect((await termsNow(readDb)).offerDays).toBe(3);
    const wrong = { ...Object.fromEntries(typed), offerDays: '61' };
    expect((await post(asOperator, path, wrong)).status).toBe(422);
  });

  it('the event log filters by kind, root and member, and pages', async () => {
    const page = async (query: string) =>
      (await fetch(`${asOperator.url}/operator/events?${query}`)).text();
    expect(await page('kind=ledger.')).toContain('checked the ledger');
    expect(await page(`root=${pavel.memberId}`)).not.toContain('checked the ledger');
    expect(await page(`member=${noor.memberId}`)).toContain('asked for a check');
  });
});

describe('notifications', () => {
  it('a link leads to the thing and marks it read; another party’s asks first', async () => {
    const list = await (await fetch(`${asMember.url}/notifications`)).text();
    expect(list).toContain('for Harrow &amp; Lane');
    const [row] = await db
      .selectFrom('notification')
      .select(['id', 'link'])
      .where('memberId', '=', mara.memberId)
      .where('kind', '=', 'contract.signed')
      .execute();
    const open = await fetch(`${asMember.url}/notifications/${row?.id}`, { redirect: 'manual' });
    expect(open.status).toBe(200);
    expect(await open.text()).toContain('Act for Harrow &amp; Lane and open it');
    const foreign = await fetch(`${asOperator.url}/notifications/${row?.id}`);
    expect(foreign.status).toBe(404);
    const [own] = await db
      .selectFrom('notification')
      .select('id')
      .where('memberId', '=', noor.memberId)
      .where('kind', '=', 'member.operator_set')
      .execute();
    const go = await fetch(`${asOperator.url}/notifications/${own?.id}`, { redirect: 'manual' });
    expect(go.headers.get('Location')).toBe('/settings');
  });

  it('all are marked at once', async () => {
    const unread = async () => {
      const rows = await db
        .selectFrom('notification')
        .select('id')
        .where('memberId', '=', mara.memberId)
        .where('readAt', 'is', null)
        .execute();
      return rows.length;
    };
    expect(await unread()).toBeGreaterThan(1);
    expect((await post(asMember, '/notifications', { _intent: 'all' })).status).toBe(303);
    expect(await unread()).toBe(0);
  });
});

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.each(LOOKED)('%s is accessible and fits 320 px', async (path) => {
    const viewport = { width: 320, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(asOperator.url + path);
    expect(await faultsOf(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(viewport.width);
    await context.close();
  });
});
