import type { PurseSight } from '#domain/billing/queries/my-money.ts';
import { walletSumHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Amount } from '#web/ui/money.tsx';
import { Time } from '#web/ui/time.tsx';

const words = text.money.purses;
const names = new Intl.DisplayNames('en', { type: 'currency' });

/** What a party holds in each currency; every sum opens its evidence. */
export function PursesTable({ purses }: { purses: readonly PurseSight[] }) {
  return (
    <DataTable
      caption={words.caption}
      columns={COLUMNS}
      rows={purses}
      rowKey={(purse) => purse.currency}
    />
  );
}

const COLUMNS: readonly Column<PurseSight>[] = [
  {
    key: 'currency',
    head: words.currency,
    card: 'name',
    cell: ({ currency }) => (
      <>
        <a className="lk" href={`/money/statement?currency=${currency}`}>
          {currency}
        </a>
        <CellNote>{names.of(currency)}</CellNote>
      </>
    ),
  },
  {
    key: 'available',
    head: words.available,
    numeric: true,
    card: 'top',
    cell: (purse) => (
      <b>
        <Sum purse={purse} sum="available" minor={purse.availableMinor} />
      </b>
    ),
  },
  {
    key: 'pending',
    head: words.pending,
    numeric: true,
    card: 'full',
    cell: (purse) => (
      <>
        <span className="md:hidden text-xs text-muted block">{words.pending}</span>
        <Sum purse={purse} sum="pending" minor={purse.pendingMinor} />
        {purse.nextAt !== null && (
          <CellNote>
            {words.pendingUntil} <Time at={purse.nextAt} relative={false} />
          </CellNote>
        )}
      </>
    ),
  },
  {
    key: 'escrow',
    head: words.escrow,
    numeric: true,
    card: 'half',
    cell: (purse) => <Sum purse={purse} sum="escrow" minor={purse.escrowMinor} />,
  },
  {
    key: 'payout',
    head: words.payout,
    numeric: true,
    card: 'half',
    cell: ({ currency, payoutMinor }) => {
      const amount = <Amount amount={{ amountMinor: payoutMinor, currency }} />;
      // Without a request on its way the page may have no list of requests to lead to.
      if (payoutMinor === 0n) return amount;
      return (
        <a className="ev" href="#requests">
          {amount}
        </a>
      );
    },
  },
];

function Sum({
  purse,
  sum,
  minor,
}: {
  purse: PurseSight;
  sum: 'available' | 'pending' | 'escrow';
  minor: bigint;
}) {
  const { currency } = purse;
  return (
    <Evidence href={walletSumHref(currency, sum)}>
      <Amount amount={{ amountMinor: minor, currency }} />
    </Evidence>
  );
}
