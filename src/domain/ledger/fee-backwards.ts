/** Fees from the other end: which price leaves, or costs, what somebody has in mind. */
import { MAX_AMOUNT_MINOR } from '#domain/kernel/money.ts';
import { computeFee, type FeePreview, type FeeRule, type FeeRules, previewFees } from './fee.ts';

/** What a typed amount is: the price, all that the client pays, or what the freelancer receives. */
export const AMOUNT_MEANS = ['price', 'pays', 'receives'] as const;
export type AmountMeans = (typeof AMOUNT_MEANS)[number];

export type FeesAsked = {
  means: AmountMeans;
  amountMinor: bigint;
  /** Paid between the same two before, in minor units. */
  lifetimeMinor: bigint;
};

/**
 * Both sides of one payment, in minor units. `leftMinor` is what no price can spend of an amount to
 * pay: where a fee rounds up, a cent may stay. Null where no price does it, as with a fee of 100 %.
 */
export function feesOf(
  rules: FeeRules,
  { means, amountMinor, lifetimeMinor }: FeesAsked,
): (FeePreview & { leftMinor: bigint }) | null {
  const at = (price: bigint) => previewFees(rules, [price], lifetimeMinor);
  if (means === 'price') return { ...at(amountMinor), leftMinor: 0n };
  if (means === 'pays') {
    const price = lastPrice((one) => at(one).clientPaysMinor <= amountMinor);
    return { ...at(price), leftMinor: amountMinor - at(price).clientPaysMinor };
  }
  const price = lastPrice((one) => at(one).freelancerReceivesMinor < amountMinor) + 1n;
  if (price > MAX_AMOUNT_MINOR) return null;
  return { ...at(price), leftMinor: 0n };
}

/** The highest price up to which something holds; it holds at 0. Both sums rise with the price. */
function lastPrice(holds: (price: bigint) => boolean): bigint {
  let sure = 0n;
  let above = MAX_AMOUNT_MINOR + 1n;
  while (above - sure > 1n) {
    const middle = (sure + above) / 2n;
    if (holds(middle)) sure = middle;
    else above = middle;
  }
  return sure;
}

export type FeeSlice = { amountMinor: bigint; basisPoints: number };

/** The parts of a payment with the share that each pays; limits come after their sum. */
export function slicesOf(
  rule: FeeRule,
  { amountMinor, lifetimeMinor }: { amountMinor: bigint; lifetimeMinor: bigint },
): FeeSlice[] {
  const end = lifetimeMinor + amountMinor;
  let start = lifetimeMinor;
  const slices: FeeSlice[] = [];
  for (const { upToMinor, basisPoints } of rule.tiers) {
    const tierEnd = upToMinor === null || BigInt(upToMinor) > end ? end : BigInt(upToMinor);
    if (tierEnd <= start) continue;
    slices.push({ amountMinor: tierEnd - start, basisPoints });
    start = tierEnd;
  }
  return slices;
}

/** Which limit of a rule decides the fee of this payment, if one does. */
export function limitThatHolds(
  rule: FeeRule,
  payment: { amountMinor: bigint; lifetimeMinor: bigint },
): 'minimum' | 'maximum' | null {
  const fee = computeFee(rule, payment);
  const free = computeFee({ ...rule, minimumMinor: null, maximumMinor: null }, payment);
  if (fee === free) return null;
  return fee > free ? 'minimum' : 'maximum';
}
