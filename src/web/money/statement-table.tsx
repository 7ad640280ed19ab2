import type { TitledLine } from '#domain/billing/queries/my-statement.ts';
import { eventHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Amount } from '#web/ui/money.tsx';
import { Time } from '#web/ui/time.tsx';

const words = text.money.statementPage;

/** Lines of an account; each sum leads to the event that caused it. */
export function StatementTable({
  lines,
  currency,
}: {
  lines: readonly TitledLine[];
  currency: string;
}) {
  return (
    <DataTable
      caption={words.caption}
      columns={columnsOf(currency)}
      rows={lines}
      rowKey={(line) => String(line.line)}
    />
  );
}

function columnsOf(currency: string): Column<TitledLine>[] {
  return [
    {
      key: 'line',
      head: words.line,
      card: 'hide',
      cell: (row) => <span className="text-muted">{String(row.line)}</span>,
    },
    {
      key: 'what',
      head: words.what,
      card: 'name',
      cell: (row) => (
        <>
          {text.evidence.acts[row.act] ?? row.act}
          {row.contractTitle !== null && (
            <CellNote>
              <a className="lk" href={`/contracts/${row.rootId}`}>
                {row.contractTitle}
              </a>
            </CellNote>
          )}
        </>
      ),
    },
    {
      key: 'when',
      head: words.when,
      card: 'full',
      cell: (row) => (
        <span className="text-muted">
          <Time at={row.at} relative={false} />
        </span>
      ),
    },
    {
      key: 'sum',
      head: words.sum(currency),
      numeric: true,
      card: 'half',
      cell: (row) => (
        <Evidence href={eventHref(row.eventId)}>
          <Amount amount={{ amountMinor: row.amountMinor, currency }} />
        </Evidence>
      ),
    },
    {
      key: 'balance',
      head: words.balance(currency),
      numeric: true,
      card: 'half',
      cell: (row) => (
        <Evidence href={linesUpTo(row, currency)}>
          <Amount amount={{ amountMinor: row.balanceMinor, currency }} />
        </Evidence>
      ),
    },
  ];
}

/** A balance is the sum of its line and all before: the statement that ends with this line. */
function linesUpTo({ line }: TitledLine, currency: string): string {
  return `/money/statement?currency=${currency}&cursor=${line + 1n}`;
}
