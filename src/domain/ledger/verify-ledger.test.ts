import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { checkLedger, payIn, signedContract } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { accountId, escrowOf, walletOf } from './account.ts';

const { run, readDb, url, pool } = await testDatabase();

let owner: pg.Client;
let clientId: string;
let milestoneId: string;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const client = await castMember(run, 'Mara Oduya');
  const freelancer = await castMember(run, 'Ioana Petrescu');
  await payIn(run, client, { amountMinor: 100_000n });
  const signed = await signedContract(run, readDb, { client, freelancer });
  clientId = client.partyId;
  milestoneId = signed.milestones[0];
  await run(fundMilestone, { milestoneId }, { actor: client, root: milestoneId });
});

afterAll(() => owner.end());

/** Damages the ledger as only the database's owner can, looks, and mends it again. */
async function differencesAfter(damage: string, mend: string, values: unknown[]) {
  await owner.query(damage, values);
  const { differences } = await checkLedger(readDb);
  await owner.query(mend, values);
  expect((await checkLedger(readDb)).differences).toEqual([]);
  return differences;
}

describe('verify-ledger names', () => {
  test('nothing in a sound ledger', async () => {
    const report = await checkLedger(readDb);
    expect(report.differences).toEqual([]);
    expect(report.transfers).toBe(3);
  });

  test('a balance that is not the sum of its transfers', async () => {
    const id = accountId(walletOf(clientId, 'USD'));
    const change = (by: string) =>
      `update ledger_account set balance_minor = balance_minor ${by} where id = $1`;
    const found = await differencesAfter(change('+ 7'), change('- 7'), [id]);
    expect(found).toContainEqual(
      expect.objectContaining({ what: 'balance', expectedMinor: 40_000n, foundMinor: 40_007n }),
    );
    expect(found).toContainEqual(expect.objectContaining({ what: 'home', foundMinor: 7n }));
  });

  test('an escrow that its contract does not claim', async () => {
    const found = await differencesAfter(
      `update milestone set state = 'agreed' where id = $1`,
      `update milestone set state = 'funded' where id = $1`,
      [milestoneId],
    );
    expect(found).toEqual([
      {
        what: 'claim',
        account: `escrow ${milestoneId}`,
        currency: 'USD',
        expectedMinor: 0n,
        foundMinor: 60_000n,
      },
    ]);
  });

  test('a transfer that was altered', async () => {
    const id = accountId(escrowOf(milestoneId, 'USD'));
    const change = (by: string) =>
      `update transfer set amount_minor = amount_minor ${by} where credit_id = $1`;
    const found = await differencesAfter(change('- 1'), change('+ 1'), [id]);
    expect(found.map((one) => one.what)).toEqual(expect.arrayContaining(['balance', 'pair']));
  });
});

describe('the application’s role', () => {
  test.each([
    ['update transfer set amount_minor = 1', '42501'],
    ['delete from transfer', '42501'],
    [`update event set kind = 'x'`, '42501'],
    ['delete from event', '42501'],
    ['delete from ledger_account', '42501'],
    [`update ledger_account set balance_minor = -1 where kind = 'wallet'`, '23514'],
  ])('may not: %s', async (statement, code) => {
    await expect(pool.query(statement)).rejects.toMatchObject({ code });
  });
});
