/** What tasks cost: reward, fee, reserve, and what an hour of them pays. */
import { divideHalfEven } from '#domain/kernel/money.ts';
import { computeFee, type FeeRule } from '#domain/ledger/fee.ts';

/**
 * The fee in minor units that the client pays on one reward or bonus. A smallest fee is due on
 * every payment, also on one that pays nothing.
 */
export function taskFee(rule: FeeRule, amountMinor: bigint): bigint {
  const least = BigInt(rule.minimumMinor ?? '0');
  if (amountMinor <= least) return least;
  return computeFee(rule, { amountMinor, lifetimeMinor: 0n });
}

export type BatchCost = {
  rewardsMinor: bigint;
  feesMinor: bigint;
  reserveMinor: bigint;
  totalMinor: bigint;
};

/** What ordering `wanted` assignments puts into escrow. */
export function batchCost(order: {
  wanted: bigint;
  rewardMinor: bigint;
  feeMinor: bigint;
  reserveMinor: bigint;
}): BatchCost {
  const rewardsMinor = order.wanted * order.rewardMinor;
  const feesMinor = order.wanted * order.feeMinor;
  const { reserveMinor } = order;
  return {
    rewardsMinor,
    feesMinor,
    reserveMinor,
    totalMinor: rewardsMinor + feesMinor + reserveMinor,
  };
}

/** What an hour pays at this pace, in minor units; null where no time was measured. */
export function hourlyPay(rewardMinor: bigint, medianSeconds: number | null): bigint | null {
  if (medianSeconds === null || medianSeconds <= 0) return null;
  return divideHalfEven(rewardMinor * 3_600n, BigInt(medianSeconds));
}

/** The reward at which the median pace pays the floor, rounded up; never less than the reward. */
export function floorReward(
  rewardMinor: bigint,
  floorMinor: bigint,
  medianSeconds: number | null,
): bigint {
  if (medianSeconds === null || medianSeconds <= 0) return rewardMinor;
  const needed = (floorMinor * BigInt(medianSeconds) + 3_599n) / 3_600n;
  return needed > rewardMinor ? needed : rewardMinor;
}

/** Fewer measured answers than this say too little about the pace. */
export const LEAST_MEASURED = 10;
