import type { PendingEarning } from '#domain/billing/queries/my-money.ts';
import { walletSumHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Deadline } from '#web/ui/time.tsx';

const words = text.money.coming;

/** Earnings that wait for their security days, the next one first. */
export function ComingTable({ coming }: { coming: readonly PendingEarning[] }) {
  return (
    <DataTable caption={words.caption} columns={COLUMNS} rows={coming} rowKey={(row) => row.id} />
  );
}

const COLUMNS: readonly Column<PendingEarning>[] = [
  {
    key: 'what',
    head: words.what,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/contracts/${row.contractId}`}>
          {row.contractTitle}
        </a>
        <CellNote>
          {words.milestone(row.position)}, {row.milestoneTitle}
        </CellNote>
      </>
    ),
  },
  {
    key: 'when',
    head: words.when,
    card: 'full',
    cell: (row) => <Deadline at={row.availableAt} />,
  },
  {
    key: 'sum',
    head: words.sum,
    numeric: true,
    card: 'full',
    cell: (row) => (
      <Evidence href={walletSumHref(row.currency, 'pending')}>
        <Money amount={{ amountMinor: row.amountMinor, currency: row.currency }} />
      </Evidence>
    ),
  },
];
