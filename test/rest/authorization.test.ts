import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '#rest/operations.ts';
import { testDatabase } from '../database.ts';
import { MATRIX } from './authorization-matrix.ts';
import { failures } from './door.ts';
import { openRehearsal } from './rehearsal.ts';
import { addressOf, REQUESTS } from './requests.ts';
import { buildWorld, ROLES } from './world.ts';

const database = await testDatabase();
const world = await buildWorld(database, 'one');
const { rehearse, files } = openRehearsal(database);
await files.save(world.fileId, Readable.from([Buffer.from('%PDF-')]), { mostBytes: 9 });

const SIGNS: Record<number, string> = { 401: '1', 403: '3', 404: '4', 409: '9' };

test('every operation has a request and a row, and no row is left over', () => {
  const ids = OPERATIONS.map((operation) => operation.id);
  expect(Object.keys(MATRIX)).toEqual(ids);
  expect(Object.keys(REQUESTS).sort()).toEqual([...ids].sort());
  expect(new Set(Object.values(MATRIX).map((row) => row.length))).toEqual(new Set([ROLES.length]));
});

describe('each role meets its answer', () => {
  test.each(OPERATIONS.map((one) => [one.id, one] as const))('%s', async (id, operation) => {
    const right = REQUESTS[id]?.(world) ?? { by: 'visitor' };
    const path = addressOf(operation.path, right);
    let row = '';
    for (const role of ROLES) {
      const { by: _by, params: _params, query: _query, ...content } = right;
      const sent = { key: world.keys[role], ...content };
      const { status, body } = await rehearse(operation.method.toUpperCase(), path, sent);
      row += status < 300 ? '+' : (SIGNS[status] ?? `(${status})`);
      if (status >= 300) expect(JSON.stringify(body)).not.toContain(world.secret);
    }
    expect(row).toBe(MATRIX[id]);
    expect(failures.splice(0)).toEqual([]);
  });
});

test('a key of an organization says nothing of the member behind it, nor of its other parties', async () => {
  const key = world.keys.owner;
  const own = await rehearse('GET', '/organizations', { key });
  expect(own.body.items.map((one: { id: string }) => one.id)).toEqual([world.clientId]);
  const keys = await rehearse('GET', '/api-keys', { key });
  const parties = keys.body.items.map((one: { party: { id: string } }) => one.party.id);
  expect(new Set(parties)).toEqual(new Set([world.clientId]));
});

test('who may not see money reads no deposit in the events of its organization', async () => {
  const path = `/events?root_id=${world.clientId}&limit=100`;
  const kinds = async (role: 'owner' | 'member') => {
    const { body } = await rehearse('GET', path, { key: world.keys[role] });
    return body.items.map((one: { kind: string }) => one.kind);
  };
  expect(await kinds('owner')).toContain('deposit.requested');
  const seen = await kinds('member');
  expect(seen).toContain('organization.member_joined');
  expect(seen.filter((kind: string) => /^(deposit|withdrawal)/.test(kind))).toEqual([]);
});
