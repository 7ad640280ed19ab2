import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { payIn, signedContract } from '../cast/contracts.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { type Answer, failures, keyOf, openDoor } from './door.ts';

const database = await testDatabase();
const { run, readDb, db } = database;
const { send } = openDoor(database);

const client = await castMember(run, 'Mara');
const freelancer = await castMember(run, 'Ana');
const key = (await keyOf(run, client)).secret;
const other = (await keyOf(run, freelancer)).secret;
await payIn(run, client, { amountMinor: 1_000_000n });

test('one key sent eight times at once funds once and answers the same eight times', async () => {
  const { milestones } = await signedContract(run, readDb, { client, freelancer });
  const path = `/milestones/${milestones[0]}/funding`;
  const idempotencyKey = randomUUID();
  const answers = await atOnce(8, () => send('POST', path, { key, idempotencyKey }));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const fresh = answers.filter(({ headers }) => headers.get('Idempotent-Replayed') === null);
  expect(fresh).toHaveLength(1);
  expect(await timesFunded(milestones[0])).toBe(1);
});

test('eight keys at once fund once; the others are told the state', async () => {
  const { milestones } = await signedContract(run, readDb, { client, freelancer });
  const path = `/milestones/${milestones[0]}/funding`;
  const answers = await atOnce(8, () => send('POST', path, { key }));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
  const codes = answers.filter(({ status }) => status === 409).map(({ body }) => body.code);
  expect(new Set(codes)).toEqual(new Set(['wrong_state']));
  expect(await timesFunded(milestones[0])).toBe(1);
});

test('eight drafts under one key are one project', async () => {
  const idempotencyKey = randomUUID();
  const body = draft('Six views');
  const answers = await atOnce(8, () => send('POST', '/projects', { key, body, idempotencyKey }));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
});

test('another body or another act under a used key is refused and does nothing', async () => {
  const idempotencyKey = randomUUID();
  const first = await send('POST', '/projects', { key, body: draft('One'), idempotencyKey });
  expect(first.status).toBe(201);
  const second = await send('POST', '/projects', { key, body: draft('Two'), idempotencyKey });
  expect(second.body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  const mine = await send('GET', '/me/projects', { key });
  const titles = mine.body.items.map((one: { title: string }) => one.title);
  expect(titles).not.toContain('Two');
});

test('the same key of somebody else is another key', async () => {
  const idempotencyKey = randomUUID();
  const mine = await send('POST', '/projects', { key, body: draft('Mine'), idempotencyKey });
  const theirs = await send('POST', '/projects', {
    key: other,
    body: draft('Mine'),
    idempotencyKey,
  });
  expect(theirs.status).toBe(201);
  expect(theirs.body.id).not.toBe(mine.body.id);
});

test('an act that moves money does not happen without a key', async () => {
  const { milestones } = await signedContract(run, readDb, { client, freelancer });
  const headers = { 'Idempotency-Key': '' };
  const path = `/milestones/${milestones[0]}/funding`;
  const refused = await send('POST', path, { key, headers });
  expect(refused.body.code).toBe('idempotency_key_invalid');
  expect(await timesFunded(milestones[0])).toBe(0);
});

test('a repeated upload is one file, and other bytes under its key are refused', async () => {
  const idempotencyKey = randomUUID();
  const upload = (raw: string) =>
    send('POST', '/files?name=plan.pdf', { key, raw, idempotencyKey });
  const answers = await atOnce(4, () => upload('the plan'));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  const another = await upload('another plan');
  expect(another.body.code).toBe('idempotency_key_reused');
  const { body } = await send('GET', `/files/${answers[0]?.body.id}/content`, { key });
  expect(body).toBe('the plan');
});

test('an upload is another file for another party, and the same one when its key is forgotten', async () => {
  const agency = await castOrganization(run, client, { name: 'Harrow & Lane', kind: 'agency' });
  const agencyKey = (await keyOf(run, agency)).secret;
  const idempotencyKey = randomUUID();
  const upload = (key: string) =>
    send('POST', '/files?name=plan.pdf', { key, raw: 'the plan', idempotencyKey });
  const mine = await upload(key);
  const theirs = await upload(agencyKey);
  expect(theirs.status).toBe(201);
  expect(theirs.body.id).not.toBe(mine.body.id);
  await db.deleteFrom('idempotencyKey').where('key', '=', idempotencyKey).execute();
  expect((await upload(key)).body.id).toBe(mine.body.id);
  expect(failures.splice(0)).toEqual([]);
});

test('a repeated key creation shows the same secret, which opens the door', async () => {
  const idempotencyKey = randomUUID();
  const body = { name: 'Import', scopes: ['read'] };
  const made = await atOnce(3, () => send('POST', '/api-keys', { key, body, idempotencyKey }));
  expect(new Set(made.map((one) => one.body.secret)).size).toBe(1);
  const me = await send('GET', '/me', { key: made[0]?.body.secret });
  expect(me.body).toMatchObject({ member_id: client.memberId, scopes: ['read'] });
  expect(failures.splice(0)).toEqual([]);
});

function atOnce(times: number, sendOne: () => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: times }, sendOne));
}

/** How often the milestone was funded, by what its escrow holds. */
async function timesFunded(milestoneId: string): Promise<number> {
  const row = await db
    .selectFrom('ledgerAccount')
    .select('balanceMinor')
    .where('kind', '=', 'escrow')
    .where('ownerId', '=', milestoneId)
    .executeTakeFirst();
  return Number(row?.balanceMinor ?? 0n) / 60_000;
}

function draft(title: string) {
  return {
    title,
    requirements: 'By day.',
    category: 'software',
    pricing: 'fixed',
    currency: 'USD',
  };
}
