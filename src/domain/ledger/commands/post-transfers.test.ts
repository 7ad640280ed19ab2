import { expect, test } from 'vitest';
import { partyBalances } from '#domain/ledger/queries/party-balances.ts';
import { checkLedger, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';

const { run, readDb } = await testDatabase();

test('what an account cannot count any more is refused, not lost', async () => {
  const client = await castMember(run, 'Mara Oduya');
  const most = 2n ** 63n - 1n;
  await payIn(run, client, { amountMinor: most - 1n });
  await expect(payIn(run, client, { amountMinor: 2n })).rejects.toThrow('amount_invalid');
  await payIn(run, client, { amountMinor: 1n });
  const [wallet] = await partyBalances(readDb, client.partyId);
  expect(wallet?.availableMinor).toBe(most);
  expect((await checkLedger(readDb)).differences).toEqual([]);
});
