/** A party's money and the evidence behind it, through the pages. */
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { payIn, signedContract } from '../cast/contracts.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const { run, db, readDb } = database;
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
const stranger = await castMember(run, 'Pavel Novak');
const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const clerk = { ...firm, role: 'member' as const };
const manager = { ...firm, role: 'manager' as const };
const site = await serveAs(database, { firm, clerk, manager, ioana, stranger });
await payIn(run, firm, { amountMinor: 500_000n });
await payIn(run, firm, { amountMinor: 70_000n, currency: 'JPY' });
const { contractId, milestones } = await signedContract(run, readDb, {
  client: firm,
  freelancer: ioana,
});
const [milestoneId, second] = milestones;
const root = contractId;
await run(fundMilestone, { milestoneId }, { actor: firm, root });
await run(fundMilestone, { milestoneId: second }, { actor: firm, root });
await run(deliverMilestone, { milestoneId, note: 'Models' }, { actor: ioana, root });
await run(acceptMilestone, { milestoneId }, { actor: firm, root });

afterAll(() => site.stop());

test('purses show what is available, on its way and in escrow', async () => {
  const own = await site.get('firm', '/money');
  expect(own.html).toContain('USD\u00a03,400.00 is available');
  expect(own.html).toContain('70,000');
  expect(own.html).toMatch(/\/evidence\/wallet\/USD\/escrow">1,000\.00/);
  const earned = await site.get('ioana', '/money');
  expect(earned.html).toContain('Coming available');
  expect(earned.html).toContain('540.00');
  expect((await site.get('clerk', '/money')).status).toBe(403);
  expect((await site.get('clerk', '/money/statement?currency=USD')).status).toBe(403);
  expect((await site.get('clerk', '/money/statement.csv?currency=USD')).status).toBe(403);
  expect((await site.get('clerk', '/evidence/wallet/USD/available')).status).toBe(403);
});

test('a deposit gives a reference and is taken back only after a question', async () => {
  const typed = { currency: 'USD', amount: '12,00' };
  const refused = await site.post('firm', '/money/deposit', typed);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('value="12,00"');
  const form = { currency: 'USD', amount: '1200', _key: 'a-key-of-one-form-0001' };
  const sent = await site.post('firm', '/money/deposit', form);
  const again = await site.post('firm', '/money/deposit', form);
  expect([sent.status, again.location]).toEqual([303, sent.location]);
  const page = await site.get('firm', sent.location ?? '');
  expect(page.html).toMatch(/ANY-[0-9A-F]{12}/);
  expect((await site.get('stranger', sent.location ?? '')).status).toBe(404);
  expect((await site.post('stranger', `${sent.location}/cancel`, {})).status).toBe(404);
  expect((await site.get('firm', `${sent.location}/cancel`)).html).toContain('Take back');
  expect((await site.post('firm', `${sent.location}/cancel`, {})).status).toBe(303);
  expect((await site.get('firm', `${sent.location}/cancel`)).status).toBe(409);
});

test('a withdrawal is held at once and never above what is available', async () => {
  const payee = 'Harrow & Lane, DE89 3704 0044 0532 0130 00';
  const most = { currency: 'USD', amount: '3400.01', payee };
  const refused = await site.post('firm', '/money/withdraw', most);
  expect(refused.status).toBe(409);
  expect(refused.html).toContain('The account holds USD\u00a03,400.00');
  expect(refused.html).toContain('value="3400.01"');
  expect((await site.post('manager', '/money/withdraw', most)).status).toBe(403);
  const sent = await site.post('firm', '/money/withdraw', { ...most, amount: '400' });
  expect(sent.status).toBe(303);
  expect((await site.get('firm', '/money')).html).toContain('USD\u00a03,000.00 is available');
  await site.post('firm', `${sent.location}/cancel`, {});
  expect((await site.get('firm', '/money')).html).toContain('USD\u00a03,400.00 is available');
});

test('each line of a statement leads to its act, on the page and as CSV', async () => {
  const page = await site.get('firm', '/money/statement?currency=USD');
  const [event] = /\/events\/[0-9a-f-]{36}/.exec(page.html) ?? [];
  expect((await site.get('firm', event ?? '')).html).toContain('Transfers it caused');
  expect((await site.get('stranger', event ?? '')).status).toBe(404);
  const csv = await site.get('firm', '/money/statement.csv?currency=USD');
  expect(csv.headers.get('Content-Type')).toContain('text/csv');
  const rows = parse(csv.html, { columns: true }) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.at(-1)).toMatchObject({ line: '1', amount: '5000.00', balance: '5000.00' });
  expect(rows[0]?.balance).toBe('3400.00');
  expect(rows[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const none = await site.get('firm', '/money/statement?currency=USD&to=2001-01-01');
  expect(none.html).toContain('No line in this time.');
  expect((await site.get('firm', '/money/statement.csv?currency=XXX')).status).toBe(422);
});

test.each([
  'funded',
  'escrow',
  'released',
  'received',
  'fees',
  'freelancer-fee',
  'client-fee',
  'back',
])('the sum %s is recomputed from its transfers', async (sum) => {
  const path = `/evidence/contracts/${contractId}/${sum}`;
  for (const who of ['firm', 'ioana']) {
    const page = await site.get(who, `${path}?recompute=yes`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('the same as on the page');
  }
  expect((await site.get('firm', `${path}/rows.csv`)).status).toBe(200);
  expect((await site.get('stranger', `${path}/rows.csv`)).status).toBe(404);
});

test.each([
  ['firm', 'available'],
  ['firm', 'escrow'],
  ['ioana', 'pending'],
])('the purse of %s: %s is recomputed', async (who, sum) => {
  const page = await site.get(who, `/evidence/wallet/USD/${sum}?recompute=yes`);
  expect(page.html).toContain('the same as on the page');
});

test('a sum that does not agree with its transfers is said', async () => {
  await db.updateTable('milestone').set({ clientFeeMinor: 1n }).where('id', '=', second).execute();
  const path = `/evidence/contracts/${contractId}/escrow?recompute=yes`;
  expect((await site.get('firm', path)).html).toContain('but the page says USD\u00a01,000.01');
});

test('an event tells its transfers in words, and its number finds it', async () => {
  const found = await site.get('ioana', `/events/of/${contractId}/2`);
  expect(found.status).toBe(302);
  expect((await site.get('stranger', `/events/of/${contractId}/2`)).status).toBe(404);
  const paid = await db
    .selectFrom('event')
    .select('id')
    .where('kind', '=', 'milestone.paid')
    .executeTakeFirstOrThrow();
  const page = await site.get('ioana', `/events/${paid.id}`);
  expect(page.html).toContain('Escrow of milestone 1');
  expect(page.html).toContain('Fees of the marketplace');
  const deposit = await db
    .selectFrom('event')
    .select('id')
    .where('kind', '=', 'deposit.confirmed')
    .executeTakeFirstOrThrow();
  expect((await site.get('clerk', `/events/${deposit.id}`)).status).toBe(404);
});
