import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeFee, type FeeRule, type FeeRules } from './fee.ts';
import { feesOf, limitThatHolds, slicesOf } from './fee-backwards.ts';

const plain = (basisPoints: number, limits: Partial<FeeRule> = {}): FeeRule => ({
  tiers: [{ upToMinor: null, basisPoints }],
  minimumMinor: null,
  maximumMinor: null,
  ...limits,
});

const TIERED: FeeRule = {
  ...plain(0),
  tiers: [
    { upToMinor: '50000', basisPoints: 1_500 },
    { upToMinor: '1000000', basisPoints: 1_000 },
    { upToMinor: null, basisPoints: 500 },
  ],
};

const ten: FeeRules = { freelancer: plain(1_000), client: plain(0) };

const anyRule = fc.record({
  tiers: fc
    .tuple(
      fc.integer({ min: 0, max: 9_900 }),
      fc.integer({ min: 0, max: 9_900 }),
      fc.bigInt(1n, 10n ** 6n),
    )
    .map(([first, then, end]) => [
      { upToMinor: String(end), basisPoints: first },
      { upToMinor: null, basisPoints: then },
    ]),
  minimumMinor: fc.option(fc.bigInt(0n, 500n).map(String), { nil: null }),
  maximumMinor: fc.option(fc.bigInt(500n, 10n ** 5n).map(String), { nil: null }),
});
const anyRules = fc.record({ freelancer: anyRule, client: anyRule });
const anyAmount = fc.bigInt(1n, 10n ** 8n);
const anyBefore = fc.bigInt(0n, 2n * 10n ** 6n);

describe('fees from the other end', () => {
  test('find the price that leaves a sum to the freelancer', () => {
    const found = feesOf(ten, { means: 'receives', amountMinor: 90_000n, lifetimeMinor: 0n });
    expect(found).toMatchObject({ amountMinor: 100_000n, freelancerReceivesMinor: 90_000n });
  });

  test('reach every sum exactly, with the least price', () => {
    fc.assert(
      fc.property(anyRules, anyAmount, anyBefore, (rules, amountMinor, lifetimeMinor) => {
        const found = feesOf(rules, { means: 'receives', amountMinor, lifetimeMinor });
        expect(found?.freelancerReceivesMinor).toBe(amountMinor);
        const less = feesOf(rules, {
          means: 'price',
          amountMinor: (found?.amountMinor ?? 0n) - 1n,
          lifetimeMinor,
        });
        expect(less?.freelancerReceivesMinor).toBeLessThan(amountMinor);
      }),
    );
  });

  test('spend what the client has, but for a coin that no price can spend', () => {
    fc.assert(
      fc.property(anyRules, anyAmount, anyBefore, (rules, amountMinor, lifetimeMinor) => {
        const found = feesOf(rules, { means: 'pays', amountMinor, lifetimeMinor });
        if (found === null || found.amountMinor === 0n) return;
        expect(found.clientPaysMinor + found.leftMinor).toBe(amountMinor);
        expect(found.leftMinor).toBeLessThanOrEqual(1n);
      }),
    );
  });

  test('are none where everything is fee', () => {
    const all = { freelancer: plain(10_000), client: plain(0) };
    expect(feesOf(all, { means: 'receives', amountMinor: 1n, lifetimeMinor: 0n })).toBeNull();
  });
});

describe('the parts of a payment', () => {
  test('fall into the tiers after what was paid before', () => {
    const payment = { amountMinor: 100_000n, lifetimeMinor: 20_000n };
    expect(slicesOf(TIERED, payment)).toEqual([
      { amountMinor: 30_000n, basisPoints: 1_500 },
      { amountMinor: 70_000n, basisPoints: 1_000 },
    ]);
    expect(computeFee(TIERED, payment)).toBe(4_500n + 7_000n);
  });

  test('sum to the payment', () => {
    fc.assert(
      fc.property(anyRule, anyAmount, anyBefore, (rule, amountMinor, lifetimeMinor) => {
        const slices = slicesOf(rule, { amountMinor, lifetimeMinor });
        expect(slices.reduce((sum, slice) => sum + slice.amountMinor, 0n)).toBe(amountMinor);
      }),
    );
  });

  test('may be held by a limit', () => {
    const held = plain(1_000, { minimumMinor: '500', maximumMinor: '9000' });
    const of = (amountMinor: bigint) => limitThatHolds(held, { amountMinor, lifetimeMinor: 0n });
    expect([of(1_000n), of(50_000n), of(100_000n)]).toEqual(['minimum', null, 'maximum']);
  });
});
