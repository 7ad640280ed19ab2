import { expect, test } from 'vitest';
import { partyBalances } from '#domain/ledger/queries/party-balances.ts';
import { checkLedger, payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { requestWithdrawal } from './request-withdrawal.ts';

const { run, readDb } = await testDatabase();

test('of many withdrawals at once each happens once, as long as there is money', async () => {
  const freelancer = await castMember(run, 'Ioana Petrescu');
  await payIn(run, freelancer, { amountMinor: 9_500n });
  const order = { currency: 'USD', amountMinor: 100n, payee: 'RO49 AAAA 1B31' };
  const options = { actor: freelancer, root: freelancer.partyId };
  const asked = Array.from({ length: 10 }, async () => {
    const outcomes: string[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const done = run(requestWithdrawal, order, options).then(() => 'held');
      outcomes.push(await done.catch((error: Error) => error.message));
    }
    return outcomes;
  });
  const outcomes = (await Promise.all(asked)).flat();
  expect(outcomes.filter((one) => one === 'held')).toHaveLength(95);
  expect(outcomes.filter((one) => one === 'insufficient_funds')).toHaveLength(5);
  const [wallet] = await partyBalances(readDb, freelancer.partyId);
  expect(wallet?.availableMinor).toBe(0n);
  expect((await checkLedger(readDb)).differences.length).toBe(0);
});
