import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { refundMilestone } from '#domain/contracts/commands/refund-milestone.ts';
import { recordFile } from '#domain/files/commands/record-file.ts';
import { EVENT_KINDS } from '#domain/kernel/event.ts';
import { newId } from '#domain/kernel/ids.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import {
  checkLedger,
  DAY_MS,
  offeredContract,
  payIn,
  signedContract,
} from '#test/cast/contracts.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { openProject } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { CRONTAB } from './crontab.ts';
import { JOBS } from './jobs.ts';
import { reactionsTo } from './reactions.ts';

const { run, db, readDb } = await testDatabase();
const { work, removed } = clockwork({ run, readDb });
const client = await castMember(run, 'Mara Oduya');
const freelancer = await castMember(run, 'Ioana Petrescu');
await payIn(run, client, { amountMinor: 1_000_000n });
const begun = new Date();

function days(count: number): Date {
  return new Date(begun.getTime() + count * DAY_MS);
}

async function delivered(): Promise<{ contractId: string; first: string; second: string }> {
  const { contractId, milestones } = await signedContract(run, readDb, { client, freelancer });
  const [first, second] = milestones;
  const delivery = { milestoneId: first, note: 'Here are the models.' };
  await run(fundMilestone, { milestoneId: first }, { actor: client, root: first });
  await run(deliverMilestone, delivery, { actor: freelancer, root: first });
  return { contractId, first, second };
}

async function stateOf(table: 'milestone' | 'contract' | 'project', id: string): Promise<string> {
  const row = await db.selectFrom(table).select('state').where('id', '=', id).executeTakeFirst();
  return row?.state ?? 'missing';
}

async function eventsOf(rootId: string, kind: string): Promise<number> {
  const rows = await db
    .selectFrom('event')
    .select('id')
    .where('rootId', '=', rootId)
    .where('kind', '=', kind)
    .execute();
  return rows.length;
}

test('silence is warned of twice, then accepts; the money becomes available after its days', async () => {
  const { contractId, first } = await delivered();
  for (const day of [10, 11.5, 11.6]) await work('warn-of-acceptance', days(day));
  expect(await eventsOf(contractId, 'milestone.accept_warned')).toBe(1);
  for (const day of [13.5, 13.6]) await work('warn-of-acceptance', days(day));
  expect(await eventsOf(contractId, 'milestone.accept_warned')).toBe(2);

  await work('accept-silence', days(13.9));
  expect(await stateOf('milestone', first)).toBe('delivered');
  await work('accept-silence', days(14.1));
  await work('accept-silence', days(14.2));
  expect(await stateOf('milestone', first)).toBe('paid');
  expect(await eventsOf(contractId, 'milestone.accepted')).toBe(1);

  const balance = async () => (await walletBalances(readDb, [freelancer.partyId])).size;
  await work('release-earnings', days(19));
  expect(await balance()).toBe(0);
  await work('release-earnings', days(19.2));
  await work('release-earnings', days(19.3));
  expect((await walletBalances(readDb, [freelancer.partyId])).get(freelancer.partyId)).toEqual([
    { currency: 'USD', amountMinor: 54_000n },
  ]);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('an offer that nobody answers lapses', async () => {
  const contractId = await offeredContract(run, { client, freelancer });
  await work('lapse-offers', days(6.9));
  expect(await stateOf('contract', contractId)).toBe('offered');
  await work('lapse-offers', days(7.1));
  await work('lapse-offers', days(7.2));
  expect(await stateOf('contract', contractId)).toBe('lapsed');
  expect(await eventsOf(contractId, 'contract.lapsed')).toBe(1);
});

test('a project expires, and a page of them too', async () => {
  const ids: string[] = [];
  for (let made = 0; made < 5; made += 1) ids.push(await openProject(run, client));
  await work('expire-projects', days(29.9));
  expect(await stateOf('project', ids[0] ?? '')).toBe('open');
  await work('expire-projects', days(30.1));
  for (const id of ids) expect(await stateOf('project', id)).toBe('expired');
});

test('feedback that only one side gave is shown when its days are over', async () => {
  const { contractId, first } = await delivered();
  await run(acceptMilestone, { milestoneId: first }, { actor: client, root: first });
  await run(endContract, { contractId }, { actor: client, root: contractId });
  const given = { contractId, stars: 5, comment: 'Clear and quick.' };
  await run(giveFeedback, given, { actor: client, root: contractId });
  await work('reveal-feedback', days(13.9));
  expect(await eventsOf(contractId, 'feedback.revealed')).toBe(0);
  await work('reveal-feedback', days(14.1));
  await work('reveal-feedback', days(14.2));
  expect(await eventsOf(contractId, 'feedback.revealed')).toBe(1);
});

test('what was settled before its clock ran out is left alone', async () => {
  const { first } = await delivered();
  await run(refundMilestone, { milestoneId: first }, { actor: freelancer, root: first });
  await work('accept-silence', days(60));
  expect(await stateOf('milestone', first)).toBe('refunded');
});

test('a file that nothing was made of goes after a day, with its bytes', async () => {
  const fileId = newId(7);
  const file = {
    fileId,
    name: 'plan.pdf',
    sizeBytes: 4,
    sha256: 'a'.repeat(64),
  };
  await run(recordFile, file, { actor: client, root: fileId });
  await work('drop-files', days(0.9));
  expect(removed).not.toContain(fileId);
  await work('drop-files', days(1.1));
  expect(removed).toContain(fileId);
});

test('idempotency keys are forgotten after 30 days, on every home', async () => {
  await openProject(run, client);
  const key = { command: 'c', inputHash: 'h', result: 'null', at: begun };
  for (const home of [0, 5, 1023]) {
    await db
      .insertInto('idempotencyKey')
      .values({ home, actorId: 'a', key: 'k', ...key })
      .execute();
  }
  const left = async () => (await db.selectFrom('idempotencyKey').select('key').execute()).length;
  const before = await left();
  await work('forget-keys', days(29.9));
  expect(await left()).toBe(before);
  await work('forget-keys', days(30.1));
  expect(await left()).toBe(0);
});

test('sessions and links are forgotten once they open nothing', async () => {
  const expiry = days(2).toISOString();
  await sql`insert into auth.verification (id, identifier, value, "expiresAt")
    values ('v', 'reset:mara', 'token', ${expiry})`.execute(db);
  const left = async () => {
    const { rows } = await sql`select id from auth.verification where id = 'v'`.execute(db);
    return rows.length;
  };
  await work('forget-sessions', days(1.9));
  expect(await left()).toBe(1);
  await work('forget-sessions', days(2.1));
  expect(await left()).toBe(0);
});

test('every job but a reaction has its time', () => {
  const reactions = new Set<string>(EVENT_KINDS.flatMap(reactionsTo));
  for (const name of Object.keys(JOBS)) {
    if (!reactions.has(name)) expect(CRONTAB).toContain(` ${name} `);
  }
});
