import type { Money as MoneyValue } from '#domain/kernel/money.ts';
import type { FeeRule } from '#domain/ledger/fee.ts';
import { limitThatHolds, slicesOf } from '#domain/ledger/fee-backwards.ts';
import { limitOf, percent } from '#web/landing/fee-words.ts';
import { text } from '#web/text/catalogue.ts';
import { Money } from '#web/ui/money.tsx';

const words = text.fees.calculator;

/** How a rule came to its fee on this payment: each part with its share, and the limit that held. */
export function FeeBySlices({
  rule,
  payment,
  currency,
}: {
  rule: FeeRule;
  payment: { amountMinor: bigint; lifetimeMinor: bigint };
  currency: string;
}) {
  const money = (amountMinor: bigint): MoneyValue => ({ amountMinor, currency });
  const holds = limitThatHolds(rule, payment);
  const limit = holds === null ? null : limitOf(rule[`${holds}Minor`], currency);
  return (
    <span className="block text-[0.8125rem]">
      {slicesOf(rule, payment).map(({ amountMinor, basisPoints }) => (
        <span key={`${basisPoints} ${amountMinor}`} className="block">
          {percent(basisPoints)}% {words.of} <Money amount={money(amountMinor)} />
        </span>
      ))}
      {holds !== null && limit !== null && (
        <span className="block">{words.limits[holds](limit)}</span>
      )}
    </span>
  );
}

/** The rule of one side as a table of its tiers. */
export function RuleTable({
  payer,
  rule,
  currency,
}: {
  payer: string;
  rule: FeeRule;
  currency: string;
}) {
  const { tierColumns, minimum, maximum } = text.fees;
  const least = limitOf(rule.minimumMinor, currency);
  const most = limitOf(rule.maximumMinor, currency);
  return (
    <div className="mt-4 max-w-xl">
      <table className="tb">
        <caption className="text-start font-semibold pb-1">{payer}</caption>
        <thead>
          <tr>
            <th scope="col">{tierColumns.paid}</th>
            <th scope="col" className="n">
              {tierColumns.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rule.tiers.map((tier) => (
            <tr key={String(tier.upToMinor)}>
              <th scope="row">{tierWords(limitOf(tier.upToMinor, currency), rule.tiers.length)}</th>
              <td className="n">{percent(tier.basisPoints)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm text-muted mt-2">
        {least !== null && minimum(least)} {most !== null && maximum(most)}
      </p>
    </div>
  );
}

function tierWords(limit: string | null, tiers: number): string {
  const { upTo, any, above } = text.fees;
  if (limit !== null) return upTo(limit);
  return tiers === 1 ? any : above;
}
