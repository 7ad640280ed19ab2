import type { ClientEarnings } from '#domain/assignments/queries/worker-earnings.ts';
import { hourlyPay } from '#domain/tasks/task-price.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { type EarningsSumName, earningsSumHref } from '../addresses.ts';

const words = text.work.earnings;

/** What each client paid, owes an answer on, and pays for an hour. */
export function ClientsTable({ rows }: { rows: readonly ClientEarnings[] }) {
  return (
    <DataTable
      caption={words.caption}
      columns={COLUMNS}
      rows={rows}
      rowKey={({ clientId, currency }) => `${clientId} ${currency}`}
    />
  );
}

const COLUMNS: Column<ClientEarnings>[] = [
  {
    key: 'client',
    head: words.client,
    card: 'name',
    cell: ({ clientId, clientName }) => (
      <a className="lk" href={`/clients/${clientId}`}>
        {clientName}
      </a>
    ),
  },
  {
    key: 'waits',
    head: words.pendingSum,
    numeric: true,
    card: 'third',
    cell: (row) => <Sum row={row} amountMinor={row.pendingMinor} sum="waits" />,
  },
  {
    key: 'decided',
    head: words.decided,
    numeric: true,
    card: 'third',
    cell: ({ approved, rejected }) => `${approved.toLocaleString('en')} / ${rejected}`,
  },
  {
    key: 'hourly',
    head: words.hourly,
    numeric: true,
    card: 'third',
    cell: (row) => {
      const whole = row.earnedMinor + row.pendingMinor;
      const amountMinor = hourlyPay(whole, Number(row.activeSeconds));
      if (amountMinor === null) return <span className="text-muted">{words.noHourly}</span>;
      return <Sum row={row} amountMinor={amountMinor} sum="hour" />;
    },
  },
  {
    key: 'earned',
    head: words.earned,
    numeric: true,
    card: 'top',
    cell: (row) => <Sum row={row} amountMinor={row.earnedMinor} sum="earned" />,
  },
];

function Sum({
  row: { clientId, currency },
  amountMinor,
  sum,
}: {
  row: ClientEarnings;
  amountMinor: bigint;
  sum: EarningsSumName;
}) {
  return (
    <Evidence href={earningsSumHref(currency, sum, clientId)}>
      <Money amount={{ amountMinor, currency }} />
    </Evidence>
  );
}
