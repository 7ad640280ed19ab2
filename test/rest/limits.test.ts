import { expect, test } from 'vitest';
import { castMember } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { failures, keyOf, openDoor } from './door.ts';

const database = await testDatabase();
const { run } = database;
const member = await castMember(run, 'Mara');
const limits = { requestsPerKey: 3, requestsPerAddress: 2 };

test('a key may send so many requests a minute, and every answer says how many are left', async () => {
  const { send } = openDoor(database, { limits });
  const { secret: key } = await keyOf(run, member);
  const left: (string | null)[] = [];
  for (let sent = 1; sent <= 3; sent += 1) {
    const { status, headers } = await send('GET', '/me', { key });
    expect(status).toBe(200);
    left.push(headers.get('RateLimit-Remaining'));
  }
  expect(left).toEqual(['2', '1', '0']);
  const refused = await send('GET', '/me', { key });
  expect(refused.body).toMatchObject({ status: 429, code: 'rate_limited' });
  expect(refused.headers.get('RateLimit-Limit')).toBe('3');
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  const another = await keyOf(run, member);
  expect((await send('GET', '/me', { key: another.secret })).status).toBe(200);
});

test('an address that guesses keys is stopped before the next guess is looked up', async () => {
  const { send } = openDoor(database, { limits });
  const guess = `ash_${'x'.repeat(43)}`;
  const statuses: number[] = [];
  for (let sent = 1; sent <= 4; sent += 1) {
    statuses.push((await send('GET', '/me', { key: guess })).status);
  }
  expect(statuses).toEqual([401, 401, 429, 429]);
});

test('visitors share the allowance of their address', async () => {
  const { send } = openDoor(database, { limits });
  await send('GET', '/categories');
  await send('GET', '/categories');
  expect((await send('GET', '/categories')).status).toBe(429);
});

test('what breaks is told by a number alone, and the log knows the rest', async () => {
  const { send } = openDoor(database, {
    run: () => Promise.reject(new Error('a secret of the inside')),
  });
  const { secret: key } = await keyOf(run, member);
  const broken = await send('POST', '/notifications/reading', { key });
  expect(broken.body).toMatchObject({ status: 500, code: 'internal_error' });
  expect(JSON.stringify(broken.body)).not.toContain('inside');
  const told = failures.splice(0) as { requestId: string }[];
  expect(told.map(({ requestId }) => requestId)).toEqual([broken.body.request_id]);
  expect(broken.headers.get('X-Request-Id')).toBe(broken.body.request_id);
});

test('the answers carry no cookie, are kept by nobody and run nothing', async () => {
  const { send } = openDoor(database);
  const { headers } = await send('GET', '/market');
  expect(headers.get('Set-Cookie')).toBeNull();
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('another scheme than Bearer opens nothing', async () => {
  const { send } = openDoor(database);
  const headers = { Authorization: 'Basic bWFyYTptYXJh' };
  const { body, headers: told } = await send('GET', '/me', { headers });
  expect(body.code).toBe('not_signed_in');
  expect(told.get('WWW-Authenticate')).toMatch(/^Bearer/);
});

test('a body that was not read to its end is the last on its connection', async () => {
  const { send } = openDoor(database);
  const raw = 'x'.repeat(2_000_000);
  const refused = await send('POST', '/files?name=plan.pdf', { raw });
  expect([refused.status, refused.headers.get('Connection')]).toEqual([401, 'close']);
  const { secret: key } = await keyOf(run, member);
  const unknown = await send('GET', '/events?root_id=1', { key });
  expect([unknown.status, unknown.headers.get('Connection')]).toEqual([422, null]);
});

test('a disk that is full half-way keeps nothing of an upload', async () => {
  const { files } = openDoor(database);
  const kept = new Set<string>();
  const full: typeof files = {
    ...files,
    save: async (id, content, options) => {
      if (kept.size > 0) throw Object.assign(new Error('No space left'), { code: 'ENOSPC' });
      kept.add(id);
      return files.save(id, content, options);
    },
    remove: async (id) => {
      kept.delete(id);
      await files.remove(id);
    },
  };
  const { send } = openDoor(database, { files: full });
  const { secret: key } = await keyOf(run, member);
  const broken = await send('POST', '/files?name=plan.pdf', { key, raw: 'the plan' });
  expect(broken.body).toMatchObject({ status: 500, code: 'internal_error' });
  expect([...kept]).toEqual([]);
  expect(failures.splice(0)).toHaveLength(1);
});
