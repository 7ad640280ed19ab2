/** Fee rules in words. */
import { formatAmount } from '#domain/kernel/money.ts';
import type { FeeRule } from '#domain/ledger/fee.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.operator.fees;

export function percentWords(basisPoints: number): string {
  return `${(basisPoints / 100).toLocaleString('en', { maximumFractionDigits: 2 })}%`;
}

/** `10%`, or `15% up to USD 1,000.00, then 5%`. */
export function shareWords(rule: Pick<FeeRule, 'tiers'>, currency: string | null): string {
  return rule.tiers
    .map(({ upToMinor, basisPoints }) => {
      const share = percentWords(basisPoints);
      if (upToMinor === null || currency === null) return share;
      return words.upTo(share, sumWords(upToMinor, currency));
    })
    .join(words.joined);
}

export function limitWords(
  rule: Pick<FeeRule, 'minimumMinor' | 'maximumMinor'>,
  currency: string | null,
): string {
  const { minimumMinor, maximumMinor } = rule;
  if (currency === null) return words.noLimits;
  const parts = [
    ...(minimumMinor === null ? [] : [words.least(sumWords(minimumMinor, currency))]),
    ...(maximumMinor === null ? [] : [words.most(sumWords(maximumMinor, currency))]),
  ];
  return parts.length === 0 ? words.noLimits : parts.join(', ');
}

function sumWords(minor: string, currency: string): string {
  return `${currency}\u00a0${formatAmount(BigInt(minor), currency)}`;
}
