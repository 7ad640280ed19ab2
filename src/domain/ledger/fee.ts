/** Fees are data: rules with tiers, chosen by contract kind, payer, currency and date. */
import { divideHalfEven } from '#domain/kernel/money.ts';

/** Up to this lifetime value (exclusive of nothing, null = no end) the tier takes its share. */
export type FeeTier = { upToMinor: string | null; basisPoints: number };

/** As it is kept in a contract: amounts in minor units as text, because it is stored as JSON. */
export type FeeRule = {
  tiers: FeeTier[];
  minimumMinor: string | null;
  maximumMinor: string | null;
};

/** The two rules that a contract keeps from its signing day. */
export type FeeRules = { freelancer: FeeRule; client: FeeRule };

const BASIS = 10_000n;

/**
 * The fee in minor units on a payment of `amountMinor`, after `lifetimeMinor` had already been paid
 * between these two parties. Each part of the payment pays the share of the tier that it falls
 * into; the sum is rounded once, half to even, then held between minimum and maximum, and is never
 * more than the payment.
 */
export function computeFee(
  rule: FeeRule,
  payment: { amountMinor: bigint; lifetimeMinor: bigint },
): bigint {
  const { amountMinor, lifetimeMinor } = payment;
  if (amountMinor <= 0n) return 0n;
  const end = lifetimeMinor + amountMinor;
  let start = lifetimeMinor;
  let weighted = 0n;
  for (const tier of rule.tiers) {
    const tierEnd = tier.upToMinor === null ? end : smaller(BigInt(tier.upToMinor), end);
    if (tierEnd <= start) continue;
    weighted += (tierEnd - start) * BigInt(tier.basisPoints);
    start = tierEnd;
  }
  let fee = divideHalfEven(weighted, BASIS);
  if (rule.minimumMinor !== null) fee = larger(fee, BigInt(rule.minimumMinor));
  if (rule.maximumMinor !== null) fee = smaller(fee, BigInt(rule.maximumMinor));
  return smaller(fee, amountMinor);
}

export type FeePreview = {
  clientPaysMinor: bigint;
  clientFeeMinor: bigint;
  amountMinor: bigint;
  freelancerFeeMinor: bigint;
  freelancerReceivesMinor: bigint;
};

/**
 * What each side pays and receives for a list of payments made in this order. Every payment is
 * rounded by itself, as it will be when it is made, so the sums are the sums of what will happen.
 */
export function previewFees(
  rules: FeeRules,
  payments: readonly bigint[],
  lifetimeMinor: bigint = 0n,
): FeePreview {
  const sum: FeePreview = {
    clientPaysMinor: 0n,
    clientFeeMinor: 0n,
    amountMinor: 0n,
    freelancerFeeMinor: 0n,
    freelancerReceivesMinor: 0n,
  };
  let lifetime = lifetimeMinor;
  for (const amountMinor of payments) {
    const payment = { amountMinor, lifetimeMinor: lifetime };
    const clientFee = computeFee(rules.client, payment);
    const freelancerFee = computeFee(rules.freelancer, payment);
    sum.clientFeeMinor += clientFee;
    sum.clientPaysMinor += amountMinor + clientFee;
    sum.amountMinor += amountMinor;
    sum.freelancerFeeMinor += freelancerFee;
    sum.freelancerReceivesMinor += amountMinor - freelancerFee;
    lifetime += amountMinor;
  }
  return sum;
}

/** The share of the first tier in basis points: what a page may call "10 %" when there is one tier. */
export function headlineShare(rule: FeeRule): { basisPoints: number; flat: boolean } {
  const first = rule.tiers[0]?.basisPoints ?? 0;
  const flat = rule.tiers.length <= 1 && rule.minimumMinor === null && rule.maximumMinor === null;
  return { basisPoints: first, flat };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
