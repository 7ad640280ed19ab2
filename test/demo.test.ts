import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountCallbacks } from '#domain/accounts/auth-callbacks.ts';
import { DEMO_ADDRESSES, DEMO_PASSWORD } from '#domain/accounts/demo.ts';
import { demoMembers } from '#domain/accounts/queries/demo-members.ts';
import { MILESTONE_STATES } from '#domain/contracts/milestone.ts';
import { createAuth } from '#platform/auth.ts';
import { createFileStore } from '#platform/file-store.ts';
import { checkLedger } from '#test/cast/contracts.ts';
import { testDatabase } from '#test/database.ts';
import { loadDemo } from '../db/demo/load-demo.ts';

const { run, readDb, pool } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'anyshore-demo-'));
const baseUrl = 'http://demo.test';
const callbacks = accountCallbacks({ run, readDb, baseUrl, marketName: 'Anyshore' });
const secret = 'for tests only: 3f9c1e5a7b2d4860';
const auth = createAuth({ pool, secret, baseUrl, marketName: 'Anyshore', callbacks });

beforeAll(() => loadDemo({ run, pools: { readDb }, auth, files: createFileStore(folder) }));
afterAll(() => rmSync(folder, { recursive: true }));

async function statesOf(table: 'project' | 'contract' | 'milestone'): Promise<Set<string>> {
  const rows = await readDb.selectFrom(table).select('state').distinct().execute();
  return new Set(rows.map((row) => row.state));
}

test('there is something in every state', async () => {
  expect([...(await statesOf('project'))].sort()).toEqual([
    'awarded',
    'closed',
    'draft',
    'expired',
    'offered',
    'open',
  ]);
  const contracts = await statesOf('contract');
  for (const state of ['offered', 'active', 'ended', 'declined', 'lapsed']) {
    expect(contracts).toContain(state);
  }
  const milestones = await statesOf('milestone');
  const passing = new Set(['accepted', 'funded', 'dropped']);
  const lasting = new Set(MILESTONE_STATES.rows.map((row) => row.to));
  for (const state of lasting) if (!passing.has(state)) expect(milestones).toContain(state);
});

test('its ledger is sound', async () => {
  const { differences, transfers } = await checkLedger(readDb);
  expect(differences).toEqual([]);
  expect(transfers).toBeGreaterThan(50);
});

test('each sign-in works and is offered', async () => {
  expect((await demoMembers(readDb)).sort()).toEqual([...DEMO_ADDRESSES].sort());
  for (const email of DEMO_ADDRESSES) {
    const { user } = await auth.api.signInEmail({ body: { email, password: DEMO_PASSWORD } });
    expect(user.email).toBe(email);
  }
});

test('nothing was told before it happened', async () => {
  const { early } = await readDb
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<bigint>().as('early'))
    .where('at', '>', new Date(Date.now() + 1_000))
    .executeTakeFirstOrThrow();
  expect(early).toBe(0n);
});
