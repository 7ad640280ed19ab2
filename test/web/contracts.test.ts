/** Contracts through their pages, without script: from the offer to the feedback. */
import { afterAll, expect, test } from 'vitest';
import { homeOf } from '#domain/kernel/ids.ts';
import { checkLedger, offeredContract, payIn, signedContract } from '../cast/contracts.ts';
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
const site = await serveAs(database, { firm, clerk, ioana, stranger });
await payIn(run, firm, { amountMinor: 500_000n });

afterAll(() => site.stop());

const pair = { client: firm, freelancer: ioana };
const KEY = 'a-key-of-one-form-0001';

async function stateOf(milestoneId: string): Promise<string> {
  const row = await db
    .selectFrom('milestone')
    .select('state')
    .where('id', '=', milestoneId)
    .executeTakeFirstOrThrow();
  return row.state;
}

test('both sides see both sums of an offer, and signing leads on to the contract', async () => {
  const id = await offeredContract(run, pair);
  const page = await site.get('ioana', `/contracts/${id}`);
  expect(page.html).toContain('Sign at USD\u00a01,600.00');
  expect(page.html).toMatch(/You receive.*1,440\.00/s);
  expect((await site.get('firm', `/contracts/${id}`)).html).toMatch(/Ioana receives.*1,440\.00/s);
  const signed = await site.post('ioana', `/contracts/${id}`, { _intent: 'sign', _key: KEY });
  expect([signed.status, signed.location]).toEqual([303, `/contracts/${id}`]);
  const after = await site.get('firm', `/contracts/${id}`);
  expect(after.html).toContain('Fund it with USD\u00a0600.00');
});

test('an offer can be declined or taken back, each by its own side', async () => {
  const declined = await offeredContract(run, pair);
  const sent = { _intent: 'decline', note: 'No time in December.' };
  expect((await site.post('firm', `/contracts/${declined}`, sent)).status).toBe(403);
  expect((await site.post('ioana', `/contracts/${declined}`, sent)).status).toBe(303);
  expect((await site.get('firm', `/contracts/${declined}`)).html).toContain('was declined');
  const taken = await offeredContract(run, pair);
  const back = await site.post('firm', `/contracts/${taken}`, { _intent: 'withdraw-offer' });
  expect(back.status).toBe(303);
});

test('money goes into escrow, waits for changes, and is released less the fee', async () => {
  const { contractId, milestones } = await signedContract(run, readDb, pair);
  const [first] = milestones;
  const funded = await site.post('firm', `/milestones/${first}/fund`, { _key: KEY });
  expect(funded.status).toBe(303);
  const empty = await site.post('ioana', `/milestones/${first}/deliver`, {});
  expect(empty.status).toBe(422);
  const note = 'Clay models of both houses';
  expect((await site.post('ioana', `/milestones/${first}/deliver`, { note })).status).toBe(303);
  const asked = { note: 'Turn the roof of house 2' };
  const changes = await site.post('firm', `/milestones/${first}/request-changes`, asked);
  expect(changes.status).toBe(303);
  expect((await site.get('ioana', `/contracts/${contractId}`)).html).toContain(asked.note);
  await site.post('ioana', `/milestones/${first}/deliver`, { note: 'Turned' });
  const question = await site.get('firm', `/milestones/${first}/accept`);
  expect(question.html).toContain('Release USD\u00a0600.00 to Ioana?');
  const form = { _key: 'a-key-of-one-form-0002' };
  const accepted = await site.post('firm', `/milestones/${first}/accept`, form);
  const again = await site.post('firm', `/milestones/${first}/accept`, form);
  expect([accepted.status, again.status]).toEqual([303, 303]);
  const page = await site.get('ioana', `/contracts/${contractId}`);
  expect(page.html).toContain('accepted milestone 1: Clay models');
  expect(page.html).toMatch(/What you have received.*540\.00/s);
  expect(page.html).not.toContain('<script');
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('an address of no contract and of no milestone leads nowhere', async () => {
  const acts = ['sign', 'decline', 'withdraw-offer'].map((_intent) => ({ _intent }));
  for (const act of acts) {
    expect((await site.post('ioana', '/contracts/garbage', act)).status).toBe(404);
  }
  for (const act of ['fund', 'accept', 'request-changes', 'deliver', 'refund', 'change', 'drop']) {
    const sent = await site.post('firm', `/milestones/garbage/${act}`, { note: 'Turn the roof' });
    expect([act, sent.status]).toEqual([act, 404]);
  }
  expect((await site.post('firm', '/contracts/garbage/end', { _intent: 'end' })).status).toBe(404);
});

test('a milestone without enough money says what is missing and leads to a deposit', async () => {
  const poor = await castMember(run, 'Poor Client');
  const { milestones } = await signedContract(run, readDb, { client: poor, freelancer: ioana });
  const one = await serveAs(database, { poor });
  const page = await one.get('poor', `/milestones/${milestones[0]}/fund`);
  expect(page.html).toContain('/money/deposit?currency=USD&amp;amount=600.00');
  const refused = await one.post('poor', `/milestones/${milestones[0]}/fund`, {});
  expect(refused.status).toBe(409);
  expect(refused.html).toContain('Not funded. No money moved.');
  await one.stop();
});

test('terms change only when the other side agrees', async () => {
  const { contractId, milestones } = await signedContract(run, readDb, pair);
  const typed = { title: 'Night view', amount: 'many', details: 'With lamps' };
  const refused = await site.post('ioana', `/contracts/${contractId}/milestones/new`, typed);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('value="Night view"');
  const right = { ...typed, amount: '250.00', dueOn: '2099-01-31' };
  const sent = await site.post('ioana', `/contracts/${contractId}/milestones/new`, right);
  expect(sent.status).toBe(303);
  const drop = await site.post('ioana', `/milestones/${milestones[1]}/drop`, {});
  expect(drop.status).toBe(303);
  const page = await site.get('firm', `/contracts/${contractId}`);
  expect(page.html).toContain('Agree at USD\u00a0250.00');
  for (const [, changeId] of [...page.html.matchAll(/name="changeId" value="([^"]+)"/g)]) {
    const answer = { _intent: 'change-agree', changeId: changeId ?? '' };
    await site.post('firm', `/contracts/${contractId}`, answer);
  }
  const after = await site.get('firm', `/contracts/${contractId}`);
  expect(after.html).toContain('Night view');
  expect(after.html).toMatch(/agreed to\s*(<[^>]*>\s*)*dropping a milestone/);
  expect(await stateOf(milestones[1])).toBe('dropped');
});

test('a change or an ending is answered at its own contract alone', async () => {
  const { contractId, milestones } = await signedContract(run, readDb, pair);
  const { contractId: other } = await signedContract(run, readDb, pair);
  await site.post('firm', `/milestones/${milestones[0]}/fund`, {});
  const added = { title: 'Night view', amount: '250.00', details: '', dueOn: '2099-01-31' };
  await site.post('ioana', `/contracts/${contractId}/milestones/new`, added);
  const split = {
    _intent: 'split',
    'lines.0.milestoneId': milestones[0],
    'lines.0.toFreelancer': '400',
    'lines.0.toClient': '200',
    note: 'The house was sold',
  };
  await site.post('ioana', `/contracts/${contractId}/end`, split);
  const { html } = await site.get('firm', `/contracts/${contractId}`);
  const named = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
  const change = { _intent: 'change-agree', changeId: named('changeId') };
  const ending = { _intent: 'ending-agree', endingId: named('endingId') };
  for (const answer of [change, ending]) {
    expect((await site.post('firm', `/contracts/${other}`, answer)).status).toBe(404);
    expect((await site.post('firm', `/contracts/${contractId}`, answer)).status).toBe(303);
  }
  const rows = await db
    .selectFrom('milestone')
    .select('id')
    .where('contractId', '=', contractId)
    .execute();
  expect(rows.map(({ id }) => homeOf(id))).toEqual(rows.map(() => homeOf(contractId)));
});

test('an end with money in escrow needs an answer for every cent', async () => {
  const { contractId, milestones } = await signedContract(run, readDb, pair);
  await site.post('firm', `/milestones/${milestones[0]}/fund`, {});
  const lines = (toFreelancer: string, toClient: string) => ({
    _intent: 'split',
    'lines.0.milestoneId': milestones[0],
    'lines.0.toFreelancer': toFreelancer,
    'lines.0.toClient': toClient,
    note: 'The house was sold',
  });
  const refused = await site.post('ioana', `/contracts/${contractId}/end`, lines('400', '100'));
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('must come to USD\u00a0600.00');
  expect(refused.html).toContain('value="400"');
  const sent = await site.post('ioana', `/contracts/${contractId}/end`, lines('400', '200'));
  expect(sent.status).toBe(303);
  const page = await site.get('firm', `/contracts/${contractId}`);
  expect(page.html).toContain('Agree and divide USD\u00a0600.00');
  const endingId = /name="endingId" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const agree = { _intent: 'ending-agree', endingId };
  expect((await site.post('ioana', `/contracts/${contractId}`, agree)).status).toBe(403);
  expect((await site.post('firm', `/contracts/${contractId}`, agree)).status).toBe(303);
  expect(await stateOf(milestones[0])).toBe('split');
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('feedback is hidden until both gave it', async () => {
  const { contractId } = await signedContract(run, readDb, pair);
  await site.post('firm', `/contracts/${contractId}/end`, { _intent: 'end' });
  const path = `/contracts/${contractId}/feedback`;
  expect((await site.post('firm', path, { comment: 'Fine' })).html).toContain('Choose one to five');
  await site.post('firm', path, { stars: '2', comment: 'Late twice' });
  expect((await site.get('ioana', `/contracts/${contractId}`)).html).not.toContain('Late twice');
  const waits = 'Both are shown when the other side gave theirs';
  expect((await site.get('firm', `/contracts/${contractId}`)).html).toContain(waits);
  await site.post('ioana', path, { stars: '5', comment: 'Clear brief' });
  expect((await site.get('ioana', `/contracts/${contractId}`)).html).toContain('Late twice');
  const both = (await site.get('firm', `/contracts/${contractId}`)).html;
  expect(both).toContain('Clear brief');
  expect(both).not.toContain(waits);
});

test('the freelancer gives the whole escrow of a milestone back', async () => {
  const { milestones } = await signedContract(run, readDb, pair);
  await site.post('firm', `/milestones/${milestones[0]}/fund`, {});
  expect((await site.get('firm', `/milestones/${milestones[0]}/refund`)).status).toBe(409);
  expect((await site.post('ioana', `/milestones/${milestones[0]}/refund`, {})).status).toBe(303);
  expect(await stateOf(milestones[0])).toBe('refunded');
});

test('strangers, and roles without the right, are refused', async () => {
  const { contractId, milestones } = await signedContract(run, readDb, pair);
  const [first] = milestones;
  const pages = [`/contracts/${contractId}`, `/milestones/${first}/fund`];
  for (const path of [...pages, `/evidence/contracts/${contractId}/escrow`]) {
    expect((await site.get('stranger', path)).status, path).toBe(404);
  }
  expect((await site.post('stranger', `/milestones/${first}/fund`, {})).status).toBe(404);
  expect((await site.get('clerk', `/contracts/${contractId}`)).status).toBe(200);
  expect((await site.get('clerk', `/milestones/${first}/fund`)).status).toBe(403);
  expect((await site.post('clerk', `/milestones/${first}/fund`, {})).status).toBe(403);
  expect((await site.get('nobody', `/contracts/${contractId}`)).location).toContain('/sign-in');
  expect((await site.get('firm', '/contracts/not-an-id')).status).toBe(404);
});

test('the list is filtered by side and state, and the dashboard shows what waits', async () => {
  const list = await site.get('firm', '/contracts?side=freelancer');
  expect(list.html).toContain('No contract fits this choice.');
  expect((await site.get('firm', '/contracts?state=active')).html).toContain('In progress');
  const nonsense = await site.get('firm', '/contracts?side=client&cursor=nonsense');
  expect(nonsense.location).toBe('/contracts?side=client');
  const dashboard = await site.get('firm', '/dashboard');
  expect(dashboard.html).toContain('waits for the money for milestone 1');
  expect((await site.get('stranger', '/dashboard')).html).toContain('Post a project');
});
