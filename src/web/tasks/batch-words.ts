/** How batches say their sums and lengths of time. */
import { formatMoney } from '#domain/kernel/money.ts';
import type { FeeRule } from '#domain/ledger/fee.ts';
import { headlineShare } from '#domain/ledger/fee.ts';
import { text } from '#web/text/catalogue.ts';

type InMoney = { currency: string };

export function moneyOf({ currency }: InMoney, amountMinor: bigint) {
  return { currency, amountMinor };
}

export function sumOf(batch: InMoney, amountMinor: bigint): string {
  return formatMoney(moneyOf(batch, amountMinor));
}

/** `20%, at least USD 0.01`; `from 20%, by tiers` where it is not one share. */
export function feeShare(rule: FeeRule, currency: string): string {
  const { basisPoints } = headlineShare(rule);
  const { share, shareTiers } = text.contracts;
  if (rule.tiers.length > 1) return shareTiers(basisPoints);
  const leastMinor = BigInt(rule.minimumMinor ?? '0');
  if (leastMinor === 0n) return share(basisPoints);
  return text.tasks.feeAtLeast(share(basisPoints), sumOf({ currency }, leastMinor));
}

/** `45 seconds`, `3 minutes`, `2.5 hours`, `4 days`: one unit, at most one decimal. */
export function lengthOf(seconds: number): string {
  const [unit, length] =
    seconds < 90
      ? (['second', 1] as const)
      : seconds < 5_400 && seconds !== 3_600
        ? (['minute', 60] as const)
        : seconds < 172_800
          ? (['hour', 3_600] as const)
          : (['day', 86_400] as const);
  const count = Number((seconds / length).toFixed(unit === 'hour' ? 1 : 0));
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`;
}
