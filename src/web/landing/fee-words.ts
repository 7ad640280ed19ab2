/** A fee rule in words and in one worked example. */
import { formatAmount, type Money, minorUnit } from '#domain/kernel/money.ts';
import { type FeeRule, type FeeRules, previewFees } from '#domain/ledger/fee.ts';

/** `10%`, or `10 to 5%` where tiers fall or rise. */
export function shareOf(rule: FeeRule): string {
  const shares = rule.tiers.map((tier) => tier.basisPoints);
  const first = percent(shares[0] ?? 0);
  const last = percent(shares.at(-1) ?? 0);
  return first === last ? `${first}%` : `${first} to ${last}%`;
}

export function percent(basisPoints: number): string {
  return (basisPoints / 100).toLocaleString('en', { maximumFractionDigits: 2 });
}

export type FeeExample = {
  price: Money;
  clientPays: Money;
  clientFee: Money;
  freelancerFee: Money;
  freelancerReceives: Money;
};

/** What each side pays and receives for a first milestone of 1,600 whole units. */
export function exampleOf(rules: FeeRules, currency: string): FeeExample {
  const money = (amountMinor: bigint): Money => ({ amountMinor, currency });
  const priceMinor = 1_600n * 10n ** BigInt(minorUnit(currency));
  const preview = previewFees(rules, [priceMinor]);
  return {
    price: money(priceMinor),
    clientPays: money(preview.clientPaysMinor),
    clientFee: money(preview.clientFeeMinor),
    freelancerFee: money(-preview.freelancerFeeMinor),
    freelancerReceives: money(preview.freelancerReceivesMinor),
  };
}

export function limitOf(minor: string | null, currency: string): string | null {
  return minor === null ? null : `${currency}\u00a0${formatAmount(BigInt(minor), currency)}`;
}
