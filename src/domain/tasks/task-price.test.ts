import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchCost, floorReward, hourlyPay, taskFee } from './task-price.ts';

const rule = (minimumMinor: string | null) => ({
  tiers: [{ upToMinor: null, basisPoints: 2_000 }],
  minimumMinor,
  maximumMinor: null,
});

test.each([
  [0n, 1n],
  [1n, 1n],
  [5n, 1n],
  [7n, 1n],
  [8n, 2n],
  [100n, 20n],
  [12_345n, 2_469n],
])('a reward of %d cents costs a fee of %d', (reward, fee) => {
  expect(taskFee(rule('1'), reward)).toBe(fee);
});

test('without a smallest fee, nothing is due on nothing', () => {
  expect(taskFee(rule(null), 0n)).toBe(0n);
  expect(taskFee(rule(null), 1n)).toBe(0n);
});

const minor = fc.bigInt({ min: 0n, max: 10n ** 9n });

test('ten answers cost ten times one answer: there is no surcharge for many', () => {
  fc.assert(
    fc.property(
      minor,
      minor,
      fc.bigInt({ min: 0n, max: 10n ** 6n }),
      (rewardMinor, feeMinor, n) => {
        const one = batchCost({ wanted: 1n, rewardMinor, feeMinor, reserveMinor: 0n });
        const many = batchCost({ wanted: n, rewardMinor, feeMinor, reserveMinor: 0n });
        expect(many.totalMinor).toBe(n * one.totalMinor);
        expect(many.totalMinor).toBe(many.rewardsMinor + many.feesMinor);
      },
    ),
  );
});

test('the pay of an hour at the floor is never below the floor, and never a cent too much', () => {
  const seconds = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(minor, fc.bigInt({ min: 1n, max: 10n ** 6n }), seconds, (reward, floor, median) => {
      const fair = floorReward(reward, floor, median);
      expect(fair).toBeGreaterThanOrEqual(reward);
      expect(fair * 3_600n).toBeGreaterThanOrEqual(floor * BigInt(median));
      if (fair > reward) expect((fair - 1n) * 3_600n).toBeLessThan(floor * BigInt(median));
    }),
  );
  expect(floorReward(5n, 900n, null)).toBe(5n);
});

test('the pay of an hour', () => {
  expect(hourlyPay(4n, 15)).toBe(960n);
  expect(hourlyPay(4n, null)).toBeNull();
  expect(hourlyPay(4n, 0)).toBeNull();
});
