import { expect, test } from 'vitest';
import type { FeeRule } from '#domain/ledger/fee.ts';
import { contractMoney } from './contract-money.ts';

const flat = (basisPoints: number): FeeRule => ({
  tiers: [{ upToMinor: null, basisPoints }],
  minimumMinor: null,
  maximumMinor: null,
});

const agreed = {
  state: 'agreed' as const,
  amountMinor: 100_000n,
  clientFeeMinor: 0n,
  fundedAt: null,
  grossMinor: null,
  feeMinor: null,
  toFreelancerMinor: null,
  toClientMinor: null,
};
const funded = {
  ...agreed,
  state: 'funded' as const,
  clientFeeMinor: 2_000n,
  fundedAt: new Date(),
};
const paid = {
  ...funded,
  state: 'paid' as const,
  grossMinor: 100_000n,
  feeMinor: 12_000n,
  toFreelancerMinor: 90_000n,
  toClientMinor: 0n,
};
const split = {
  ...funded,
  state: 'split' as const,
  grossMinor: 40_000n,
  feeMinor: 4_800n,
  toFreelancerMinor: 36_000n,
  toClientMinor: 61_200n,
};

const ground = { feeRules: { freelancer: flat(1000), client: flat(200) }, committedMinor: 0n };

test('What went into escrow is what left it and what it still holds', () => {
  const money = contractMoney([paid, split, funded, agreed], ground);
  expect(money.fundedMinor).toBe(306_000n);
  expect(money.releasedMinor + money.clientFeeMinor + money.backMinor + money.heldMinor).toBe(
    money.fundedMinor,
  );
  expect(money.receivedMinor + money.freelancerFeeMinor).toBe(money.releasedMinor);
  expect(money.feesMinor).toBe(16_800n);
});

test('What is not funded carries the fee that funding it will take', () => {
  const money = contractMoney([agreed, agreed], ground);
  expect(money.unfundedMinor).toBe(200_000n);
  expect(money.unfundedFeeMinor).toBe(4_000n);
  expect(money.fundedMinor).toBe(0n);
});
