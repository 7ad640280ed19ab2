import { expect, test } from 'vitest';
import { setOperator } from '#domain/accounts/commands/set-operator.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { dueEarnings, sweepEarning } from '#domain/ledger/commands/sweep-earning.ts';
import { checkLedger, DAY_MS } from '../cast/contracts.ts';
import { castMember } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { failures, keyOf, openDoor, type Sent } from './door.ts';

const database = await testDatabase();
const { run, readDb } = database;
const { send } = openDoor(database);

test('a requirement is posted, awarded, delivered, paid and rated by REST alone', async () => {
  const client = await keyed('Mara Client');
  const ana = await keyed('Ana Freelancer');
  const jon = await keyed('Jon Freelancer');
  const operator = await keyed('Olu Operator', { operator: true });

  const drafted = await client('POST', '/projects', {
    body: {
      title: 'Six street views',
      requirements: 'Two **by day**.',
      category: 'architectural-illustration',
      pricing: 'fixed',
      currency: 'USD',
      budget_low: { amount: '1200', currency: 'USD' },
      budget_high: { amount: '2000.00', currency: 'USD' },
    },
  });
  expect(drafted.status).toBe(201);
  expect(drafted.headers.get('Location')).toBe(`/api/v1/projects/${drafted.body.id}`);
  expect(drafted.body.budget_low).toEqual({ amount: '1200.00', currency: 'USD' });
  const project = `/projects/${drafted.body.id}`;
  expect((await ana('GET', project)).status).toBe(404);
  const published = await client('POST', `${project}/publication`);
  expect(published.body).toMatchObject({ state: 'open', event: { seq: 2 } });
  const open = await send('GET', '/projects?q=street');
  expect(open.body.items.map((one: { id: string }) => one.id)).toEqual([drafted.body.id]);

  const offered = await ana('POST', `${project}/proposals`, { body: proposal('1600.00') });
  expect(offered.status).toBe(201);
  const dearer = await jon('POST', `${project}/proposals`, { body: proposal('1900.00') });
  expect((await jon('GET', `/proposals/${offered.body.id}`)).status).toBe(404);
  const received = await client('GET', `${project}/proposals?sort=price&direction=down`);
  const prices = received.body.items.map((one: { price: { amount: string } }) => one.price.amount);
  expect(prices).toEqual(['1900.00', '1600.00']);

  const award = { body: { version: offered.body.version } };
  const contract = await client('POST', `/proposals/${offered.body.id}/award`, award);
  expect(contract.body).toMatchObject({ state: 'offered', side: 'client', milestones: [] });
  const path = `/contracts/${contract.body.id}`;
  const signed = await ana('POST', `${path}/signature`);
  const [first, second] = signed.body.milestones;
  expect(first).toMatchObject({ state: 'agreed', amount: { amount: '600.00', currency: 'USD' } });
  expect((await jon('GET', `/proposals/${dearer.body.id}`)).body.state).toBe('not_chosen');

  const poor = await client('POST', `/milestones/${first.id}/funding`);
  expect(poor.body).toMatchObject({
    status: 409,
    code: 'insufficient_funds',
    about: { needed: { amount: '600.00', currency: 'USD' } },
  });
  const amount = { amount: '2000.00', currency: 'USD' };
  const deposit = await client('POST', '/deposits', { body: { amount } });
  expect(deposit.body.payment_reference).toMatch(/^ANY-/);
  const confirmation = `/operator/money-requests/${deposit.body.id}/confirmation`;
  expect((await operator('POST', confirmation)).body.state).toBe('confirmed');
  const funded = await client('POST', `/milestones/${first.id}/funding`);
  expect(funded.body.state).toBe('funded');

  const upload = await ana('POST', '/files?name=models.zip', { raw: 'PK and the models' });
  expect(upload.status).toBe(201);
  const delivered = await ana('POST', `/milestones/${first.id}/deliveries`, {
    body: { note: 'Both models.', file_ids: [upload.body.id] },
  });
  expect(delivered.body.deliveries[0].files[0].name).toBe('models.zip');
  const download = await client('GET', `/files/${upload.body.id}/content`);
  expect(download.body).toBe('PK and the models');
  expect(download.headers.get('Content-Disposition')).toContain(
    'attachment; filename="models.zip"',
  );
  expect((await jon('GET', `/files/${upload.body.id}`)).status).toBe(404);
  const asked = await client('POST', `/milestones/${first.id}/change-requests`, {
    body: { note: 'The entrance is on the other side.' },
  });
  expect(asked.body).toMatchObject({ state: 'changes_requested', accept_by: null });
  await ana('POST', `/milestones/${first.id}/deliveries`, { body: { note: 'Turned.' } });
  const accepted = await client('POST', `/milestones/${first.id}/acceptance`, {
    body: { note: 'Just as we hoped.' },
  });
  expect(accepted.body).toMatchObject({
    state: 'paid',
    paid: { fee: { amount: '60.00' }, to_freelancer: { amount: '540.00' } },
  });
  const evidence = await ana('GET', `/events/${accepted.body.event.id}`);
  const moved = evidence.body.transfers.map((one: { to: string }) => one.to);
  expect(moved.sort()).toEqual(['earnings', 'fee_income']);

  const dropped = await client('POST', `${path}/changes`, {
    body: { kind: 'drop', milestone_id: second.id },
  });
  const [change] = dropped.body.open_changes;
  const agreed = await ana('POST', `/changes/${change.id}/agreement`);
  expect(agreed.body.price).toEqual({ amount: '600.00', currency: 'USD' });
  const ended = await client('POST', `${path}/end`);
  expect(ended.body).toMatchObject({ state: 'ended', end_reason: 'completed' });
  const early = await ana('POST', `${path}/feedback`, { body: { stars: 5, comment: 'Clear.' } });
  expect(early.body.revealed_at).toBeNull();
  expect((await client('GET', `${path}/feedback`)).body.items).toEqual([]);
  await client('POST', `${path}/feedback`, { body: { stars: 4 } });
  expect((await client('GET', `${path}/feedback`)).body.items).toHaveLength(2);
  const rated = await send('GET', `/parties/${signed.body.freelancer.id}`);
  expect(rated.body.feedback).toEqual({ count: 1, mean_stars: '4.00' });

  await sweep();
  const wallets = await ana('GET', '/wallets');
  expect(wallets.body.items[0]).toMatchObject({ available: { amount: '540.00' } });
  const withdrawn = await ana('POST', '/withdrawals', {
    body: { amount: { amount: '540.00', currency: 'USD' }, payee: 'RO49 AAAA 1B31' },
  });
  await operator('POST', `/operator/money-requests/${withdrawn.body.id}/confirmation`);
  const statement = await ana('GET', '/wallets/USD/statement?limit=1');
  expect(statement.body.items).toMatchObject([{ act: 'withdrawal.requested', line: 2 }]);
  const rest = await ana('GET', `/wallets/USD/statement?cursor=${statement.body.next_cursor}`);
  expect(rest.body.items).toMatchObject([{ act: 'earnings.available', line: 1 }]);
  const csv = await ana('GET', '/wallets/USD/statement.csv');
  expect(csv.body.split('\n')).toHaveLength(4);
  expect(csv.body).toContain(',withdrawal.requested,-540.00,0.00,USD,');

  expect((await checkLedger(readDb)).differences).toEqual([]);
  expect(failures.splice(0)).toEqual([]);
});

async function keyed(name: string, { operator = false } = {}) {
  const actor = await castMember(run, name);
  if (operator) {
    const made = { memberId: actor.memberId, operator: true };
    await run(setOperator, made, { actor: systemActor('test'), root: actor.memberId });
  }
  const { secret } = await keyOf(run, actor);
  return (method: string, path: string, sent: Sent = {}) =>
    send(method, path, { key: secret, ...sent });
}

async function sweep(): Promise<void> {
  const now = new Date(Date.now() + 6 * DAY_MS);
  const actor = systemActor('sweep');
  for (const { id, contractId } of await dueEarnings(readDb, now, 10)) {
    await run(sweepEarning, { earningId: id }, { actor, root: contractId, now });
  }
}

function proposal(price: string) {
  const rest = String(Number(price) - 600);
  return {
    pricing: 'fixed',
    price: { amount: price, currency: 'USD' },
    milestones: [
      { title: 'Clay models', amount: { amount: '600.00', currency: 'USD' }, due_days: 7 },
      { title: 'Final views', amount: { amount: rest, currency: 'USD' }, due_days: 20 },
    ],
    delivery_days: 20,
    cover: 'I can begin on Monday.',
  };
}
