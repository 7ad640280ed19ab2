/** Tiers of a fee stand on what two parties pay each other on all of their contracts. */
import { beforeAll, expect, test } from 'vitest';
import { previewFees } from '#domain/ledger/fee.ts';
import { addFeeRule } from '#domain/market/commands/add-fee-rule.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { checkLedger, type Pair, payIn, signedContract } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import { acceptMilestone } from './commands/accept-milestone.ts';
import { deliverMilestone } from './commands/deliver-milestone.ts';
import { fundMilestone } from './commands/fund-milestone.ts';
import { contractMoney } from './contract-money.ts';
import { contractPage } from './queries/contract-page.ts';

const { run, readDb } = await testDatabase();

/** Of the first USD 1,000.00, and of what comes after. */
const SHARES = { freelancer: [2_000, 1_000], client: [500, 200] } as const;

beforeAll(async () => {
  const operator = await castOperator(run, 'Noor Haddad');
  for (const payer of ['freelancer', 'client'] as const) {
    const [first, then] = SHARES[payer];
    const rule = {
      contractKind: 'fixed' as const,
      payer,
      currency: 'USD',
      tiers: [
        { upToMinor: '100000', basisPoints: first },
        { upToMinor: null, basisPoints: then },
      ],
      minimumMinor: null,
      maximumMinor: null,
      startsAt: new Date().toISOString(),
    };
    await run(addFeeRule, rule, { actor: operator, root: MARKET_ROOT });
  }
});

async function pair(): Promise<Pair> {
  const client = await castMember(run, `Client ${Math.random()}`);
  const freelancer = await castMember(run, `Freelancer ${Math.random()}`);
  await payIn(run, client, { amountMinor: 500_000n });
  return { client, freelancer };
}

const fund = ({ client }: Pair, milestoneId: string) =>
  run(fundMilestone, { milestoneId }, { actor: client, root: milestoneId });

const accept = ({ client }: Pair, milestoneId: string) =>
  run(acceptMilestone, { milestoneId }, { actor: client, root: milestoneId });

async function deliver({ freelancer }: Pair, milestoneId: string): Promise<void> {
  const input = { milestoneId, note: 'Done' };
  await run(deliverMilestone, input, { actor: freelancer, root: milestoneId });
}

test('payments of two contracts at once share the first tier', async () => {
  for (let round = 0; round < 3; round += 1) {
    const both = await pair();
    const contracts = [
      await signedContract(run, readDb, both),
      await signedContract(run, readDb, both),
    ];
    const paid = contracts.map(({ milestones }) => milestones[1]);
    for (const milestoneId of paid) {
      await fund(both, milestoneId);
      await deliver(both, milestoneId);
    }
    await Promise.all(paid.map((milestoneId) => accept(both, milestoneId)));
    const rows = await readDb
      .selectFrom('milestone')
      .select(['amountMinor', 'toFreelancerMinor'])
      .where('id', 'in', paid)
      .execute();
    const fees = rows.map((row) => row.amountMinor - (row.toFreelancerMinor ?? 0n));
    expect(fees.toSorted()).toEqual([10_000n, 20_000n]);
  }
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('fundings of two contracts at once share the first tier', async () => {
  const both = await pair();
  const contracts = [
    await signedContract(run, readDb, both),
    await signedContract(run, readDb, both),
  ];
  const funded = contracts.map(({ milestones }) => milestones[1]);
  await Promise.all(funded.map((milestoneId) => fund(both, milestoneId)));
  const rows = await readDb
    .selectFrom('milestone')
    .select('clientFeeMinor')
    .where('id', 'in', funded)
    .execute();
  expect(rows.map((row) => row.clientFeeMinor).toSorted()).toEqual([2_000n, 5_000n]);
});

test.each([
  ['before the first is paid', false],
  ['after the first is paid', true],
])('what funding takes is what was shown, %s', async (_when, between) => {
  const both = await pair();
  const { contractId, milestones } = await signedContract(run, readDb, both);
  const page = await contractPage(readDb, both.client, contractId);
  const { feeRules } = page.contract;
  const shown = contractMoney(page.milestones, { feeRules, committedMinor: page.committedMinor });
  const amounts = page.milestones.map((one) => one.amountMinor);
  expect(shown.unfundedFeeMinor).toBe(previewFees(feeRules, amounts).clientFeeMinor);
  await fund(both, milestones[0]);
  if (between) {
    await deliver(both, milestones[0]);
    await accept(both, milestones[0]);
  }
  await fund(both, milestones[1]);
  const after = await contractPage(readDb, both.client, contractId);
  const taken = after.milestones.reduce((sum, one) => sum + one.clientFeeMinor, 0n);
  expect(taken).toBe(shown.unfundedFeeMinor);
  expect(taken).toBe(6_200n);
});
