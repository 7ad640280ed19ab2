import type { ReactNode } from 'react';
import { formatAmount, type Money as MoneyValue } from '#domain/kernel/money.ts';

const names = new Intl.DisplayNames('en', { type: 'currency' });

/** `USD 1,600.00`: the code small before the sum, never broken, the minus behind the code. */
export function Money({ amount }: { amount: MoneyValue }) {
  const { amountMinor, currency } = amount;
  return (
    <span className="m">
      <abbr className="cur" title={names.of(currency)}>
        {currency}
      </abbr>
      {`\u00a0${formatAmount(amountMinor, currency)}`}
    </span>
  );
}

/** `1,600.00` for tables whose head names the currency. */
export function Amount({ amount }: { amount: MoneyValue }) {
  return <>{formatAmount(amount.amountMinor, amount.currency)}</>;
}

/** A list of sums that closes with a double rule: `<MoneyLines><MoneyLine …/></MoneyLines>`. */
export function MoneyLines({
  children,
  className = '',
}: {
  children: ReactNode;
  className?: string;
}) {
  return <dl className={`ml ${className}`}>{children}</dl>;
}

export type LineKind = 'plain' | 'sub' | 'sum' | 'total';
export type Swatch = 'released' | 'back' | 'held' | 'unfunded';

/** One row: `sub` is indented, `sum` has a rule above, `total` a double rule below. */
export function MoneyLine({
  label,
  kind = 'plain',
  swatch,
  children,
}: {
  label: ReactNode;
  kind?: LineKind;
  swatch?: Swatch;
  children: ReactNode;
}) {
  const line = LINE[kind];
  const mark = swatch === undefined ? '' : ' flex items-center gap-2';
  return (
    <>
      <dt className={`${line}${mark}`}>
        {swatch !== undefined && <span className={`size-2.5 ${SWATCH[swatch]}`} />}
        {label}
      </dt>
      <dd className={line}>{children}</dd>
    </>
  );
}

const LINE: Record<LineKind, string> = { plain: '', sub: 'sub', sum: 'sum', total: 'tot' };

const SWATCH: Record<Swatch, string> = {
  released: 'bg-c1',
  back: 'bg-c3',
  held: 'bg-warning',
  unfunded: 'border border-dashed border-edge',
};
