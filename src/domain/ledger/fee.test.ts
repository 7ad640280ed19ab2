import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeSettlement } from '#domain/contracts/milestone.ts';
import { computeFee, type FeeRule, previewFees } from './fee.ts';

const tenPercent: FeeRule = {
  tiers: [{ upToMinor: null, basisPoints: 1_000 }],
  minimumMinor: null,
  maximumMinor: null,
};

const tiered: FeeRule = {
  tiers: [
    { upToMinor: '50000', basisPoints: 2_000 },
    { upToMinor: '1000000', basisPoints: 1_000 },
    { upToMinor: null, basisPoints: 500 },
  ],
  minimumMinor: null,
  maximumMinor: null,
};

describe('a fee', () => {
  test.each([
    [160_000n, 16_000n],
    [5n, 0n], // 0.5 → 0, to even
    [15n, 2n], // 1.5 → 2, to even
    [25n, 2n], // 2.5 → 2, to even
    [26n, 3n],
    [1n, 0n],
  ])('of 10 %% on %s is %s', (amountMinor, fee) => {
    expect(computeFee(tenPercent, { amountMinor, lifetimeMinor: 0n })).toBe(fee);
  });

  test.each([
    [0n, 50_000n, 10_000n],
    [0n, 60_000n, 11_000n],
    [50_000n, 10_000n, 1_000n],
    [999_000n, 2_000n, 150n],
    [2_000_000n, 100_000n, 5_000n],
  ])('by tiers: after %s, on %s, is %s', (lifetimeMinor, amountMinor, fee) => {
    expect(computeFee(tiered, { amountMinor, lifetimeMinor })).toBe(fee);
  });

  test('keeps its minimum and maximum, and never exceeds the payment', () => {
    const rule = { ...tenPercent, minimumMinor: '500', maximumMinor: '900' };
    const fee = (amountMinor: bigint) => computeFee(rule, { amountMinor, lifetimeMinor: 0n });
    expect([fee(1_000n), fee(7_000n), fee(50_000n), fee(300n)]).toEqual([500n, 700n, 900n, 300n]);
  });

  test('over two payments differs from one payment by rounding only', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 9n), (a, b) => {
        const whole = computeFee(tiered, { amountMinor: a + b, lifetimeMinor: 0n });
        const parts =
          computeFee(tiered, { amountMinor: a, lifetimeMinor: 0n }) +
          computeFee(tiered, { amountMinor: b, lifetimeMinor: a });
        const gap = whole - parts;
        expect(gap <= 1n && gap >= -1n).toBe(true);
      }),
    );
  });
});

test('a preview is the sum of what will happen to each payment', () => {
  const rules = { freelancer: tenPercent, client: tenPercent };
  expect(previewFees(rules, [5n, 5n, 5n])).toMatchObject({
    amountMinor: 15n,
    freelancerFeeMinor: 0n,
    clientPaysMinor: 15n,
  });
});

test('a settlement gives every minor unit to somebody', () => {
  const rule = fc.constantFrom(tenPercent, tiered);
  fc.assert(
    fc.property(
      fc.record({ amount: fc.bigInt(1n, 10n ** 12n), share: fc.integer({ min: 0, max: 1000 }) }),
      fc.record({ freelancer: rule, client: rule }),
      fc.bigInt(0n, 10n ** 12n),
      ({ amount, share }, rules, lifetimeMinor) => {
        const clientFeeMinor = computeFee(rules.client, { amountMinor: amount, lifetimeMinor });
        const settled = computeSettlement(
          { amountMinor: amount, clientFeeMinor },
          { grossMinor: (amount * BigInt(share)) / 1000n, lifetimeMinor, rules },
        );
        const parts = [
          settled.toFreelancerMinor,
          settled.toClientMinor,
          settled.freelancerFeeMinor,
          settled.clientFeeMinor,
        ];
        expect(parts.every((part) => part >= 0n)).toBe(true);
        expect(parts.reduce((a, b) => a + b)).toBe(amount + clientFeeMinor);
      },
    ),
  );
});
