import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountCallbacks } from '#domain/accounts/auth-callbacks.ts';
import { DEMO_ADDRESSES, DEMO_PASSWORD } from '#domain/accounts/demo.ts';
import { demoMembers } from '#domain/accounts/queries/demo-members.ts';
import { MILESTONE_STATES } from '#domain/contracts/milestone.ts';
import { EVERY_KIND } from '#domain/directory/listing.ts';
import { ratesByCountry } from '#domain/directory/queries/rates.ts';
import { computeScore } from '#domain/reputation/quality-score.ts';
import { outcomesOf } from '#domain/reputation/queries/outcomes.ts';
import { scoreExport } from '#domain/reputation/queries/score-export.ts';
import { createAuth } from '#platform/auth.ts';
import { createFileStore } from '#platform/file-store.ts';
import { checkLedger } from '#test/cast/contracts.ts';
import { testDatabase } from '#test/database.ts';
import { loadDemo } from '../db/demo/load-demo.ts';

const SCRIPT = join(import.meta.dirname, '..', 'docs', 'recompute-score.mjs');

const { run, readDb, pool } = await testDatabase();
const LOAD_MS = 300_000;
const folder = mkdtempSync(join(tmpdir(), 'anyshore-demo-'));
const baseUrl = 'http://demo.test';
const callbacks = accountCallbacks({ run, readDb, baseUrl, marketName: 'Anyshore' });
const secret = 'for tests only: 3f9c1e5a7b2d4860';
const auth = createAuth({ pool, secret, baseUrl, marketName: 'Anyshore', callbacks });

beforeAll(
  () => loadDemo({ run, pools: { readDb }, auth, files: createFileStore(folder) }),
  LOAD_MS,
);
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

test('tasks wait, run, rest and are finished; one rejection is appealed', async () => {
  const batches = await readDb
    .selectFrom('batchListing')
    .select(['state', 'wanted', 'available', 'approved', 'waiting', 'rejected', 'hourlyMinor'])
    .execute();
  expect([...new Set(batches.map(({ state }) => state))].sort()).toEqual([
    'closed',
    'draft',
    'open',
    'paused',
  ]);
  expect(batches.some((one) => one.state === 'open' && one.wanted === one.available)).toBe(true);
  expect(batches.filter((one) => one.hourlyMinor !== null).length).toBeGreaterThan(3);
  const answers = batches.reduce((sum, one) => sum + one.approved + one.waiting, 0);
  expect(answers).toBeGreaterThan(150);
  const appeals = await readDb.selectFrom('appeal').select('state').execute();
  expect(appeals).toEqual([{ state: 'open' }]);
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

test('at least 400 freelancers of 60 countries are listed, three in each category', async () => {
  const listed = await readDb
    .selectFrom('listing')
    .select(({ fn }) => fn.countAll<bigint>().as('people'))
    .select(({ fn }) => fn.count<bigint>('country').distinct().as('countries'))
    .executeTakeFirstOrThrow();
  expect(Number(listed.people)).toBeGreaterThanOrEqual(400);
  expect(Number(listed.countries)).toBeGreaterThanOrEqual(60);
  const sparse = await readDb
    .selectFrom('category')
    .leftJoin('listingPlace', 'listingPlace.categoryNo', 'category.no')
    .select('slug')
    .groupBy('slug')
    .having(({ fn }) => fn.count('listingPlace.id'), '<', 3n)
    .execute();
  expect(sparse).toEqual([]);
});

test.each([
  [
    'architectural-illustration',
    { US: [70, 75], PH: [8, 8], UY: [8, 8], IN: [10, 10], RO: [10, 10] },
    { GB: [20, 20], AU: [30, 30], ES: [40, 40] },
  ],
  ['patents-and-trademarks', { IN: [20, 25], US: [300, 300] }, {}],
  ['landscape-design', { IN: [8, 8], ES: [26, 26], US: [95, 95] }, {}],
])('an hour of %s costs what was told', async (category, some, others) => {
  const { rows } = await ratesByCountry(readDb, { category });
  const told = Object.fromEntries(
    rows.map(({ country, lowMinor, highMinor }) => [
      country,
      [Number(lowMinor) / 100, Number(highMinor) / 100],
    ]),
  );
  expect(told).toEqual({ ...some, ...others });
});

test('every score follows from its outcomes, and the public script agrees', async () => {
  const scores = await readDb.selectFrom('reputation').selectAll().execute();
  const counted = scores.filter((one) => one.score !== null);
  expect(counted.length).toBeGreaterThan(100);
  for (const { partyId, side, asOf, ...kept } of counted) {
    const outcomes = await outcomesOf(readDb, partyId, side as 'client');
    const inputs = outcomes.map(({ input }) => input);
    const again = computeScore(inputs, asOf, side as 'client');
    expect(Math.abs((again.score ?? 0) - (kept.score ?? 9))).toBeLessThan(1e-9);
  }
  const most = counted.toSorted((a, b) => b.contracts - a.contracts)[0];
  if (most === undefined) throw new Error('There is no score');
  const input = JSON.stringify(await scoreExport(readDb, most.partyId, most.side as 'client'));
  expect(execFileSync('node', [SCRIPT], { input, encoding: 'utf8' })).toContain('They agree.');
});

test('the counts of the directory are what one counts', async () => {
  const counted = await readDb
    .selectFrom('listingCount')
    .select(['categoryNo', 'place', 'kind', 'listings'])
    .where('listings', '>', 0)
    .execute();
  const listings = await readDb
    .selectFrom('listing')
    .select(['country', 'region', 'kind', 'categories'])
    .execute();
  const cells = new Map<string, number>();
  for (const { country, region, kind, categories } of listings) {
    for (const categoryNo of [0, ...categories]) {
      for (const place of ['', region, country]) {
        for (const one of [EVERY_KIND, kind]) {
          const key = `${categoryNo} ${place} ${one}`;
          cells.set(key, (cells.get(key) ?? 0) + 1);
        }
      }
    }
  }
  const kept = counted.map((one): [string, number] => [
    `${one.categoryNo} ${one.place} ${one.kind}`,
    one.listings,
  ]);
  expect(new Map(kept.sort())).toEqual(new Map([...cells].sort()));
});

test('the pages of each sign-in have something to show', async () => {
  const found = await readDb
    .selectFrom('member')
    .select('email')
    .select((on) => [
      on
        .selectFrom('projectInvitation')
        .whereRef('freelancerId', '=', 'member.id')
        .where('reasons', '!=', '[]')
        .select(({ fn }) => fn.countAll<bigint>().as('n'))
        .as('invitations'),
      on
        .selectFrom('freelancer')
        .whereRef('freelancer.id', '=', 'member.id')
        .select('listedAt')
        .as('listedAt'),
      on
        .selectFrom('savedSearch')
        .whereRef('memberId', '=', 'member.id')
        .select(({ fn }) => fn.countAll<bigint>().as('n'))
        .as('searches'),
    ])
    .where('email', 'in', [...DEMO_ADDRESSES])
    .execute();
  const of = new Map(found.map((one) => [one.email, one]));
  expect(of.get('client@demo.test')?.searches).toBeGreaterThan(0n);
  for (const email of ['freelancer@demo.test', 'worker@demo.test', 'vendor@demo.test']) {
    expect(of.get(email)?.listedAt, email).not.toBeNull();
    expect(of.get(email)?.invitations, email).toBeGreaterThan(0n);
  }
  const reports = await readDb.selectFrom('abuseReport').select('id').execute();
  expect(reports).not.toEqual([]);
});
