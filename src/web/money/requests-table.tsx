import type { MoneyRequestRow } from '#domain/billing/queries/money-requests.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Money } from '#web/ui/money.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';

const words = text.money.requests;

/** Deposits and withdrawals with what became of them. */
export function RequestsTable({ requests }: { requests: readonly MoneyRequestRow[] }) {
  return (
    <DataTable caption={words.caption} columns={COLUMNS} rows={requests} rowKey={(row) => row.id} />
  );
}

const COLUMNS: readonly Column<MoneyRequestRow>[] = [
  {
    key: 'what',
    head: words.what,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/money/requests/${row.id}`}>
          {words.kinds[row.kind]}
        </a>
        {row.payee !== '' && <CellNote>{row.payee}</CellNote>}
      </>
    ),
  },
  {
    key: 'sum',
    head: words.sum,
    numeric: true,
    card: 'top',
    cell: (row) => <Money amount={{ amountMinor: row.amountMinor, currency: row.currency }} />,
  },
  {
    key: 'state',
    head: words.state,
    card: 'full',
    cell: (row) => (
      <>
        <StateBadge {...words.states[row.state]} />
        {row.decisionNote !== '' && <CellNote>{row.decisionNote}</CellNote>}
      </>
    ),
  },
  {
    key: 'asked',
    head: words.asked,
    card: 'full',
    cell: (row) => (
      <span className="text-muted">
        <Time at={row.requestedAt} />
      </span>
    ),
  },
];
