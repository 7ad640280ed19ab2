import type { ClientBatch } from '#domain/tasks/queries/client-batches.ts';
import { batchSumHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import { moneyOf } from './batch-words.ts';

const words = text.tasks.hub;

/** The client's batches with the sums of the last minute. */
export function BatchesTable({ rows }: { rows: readonly ClientBatch[] }) {
  return (
    <DataTable
      caption={words.caption}
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.batchId}
    />
  );
}

const COLUMNS: Column<ClientBatch>[] = [
  {
    key: 'name',
    head: words.columns.name,
    card: 'full',
    cell: (row) => (
      <>
        <a className="lk font-semibold" href={hrefOf(row)}>
          {row.name}
        </a>
        {row.name !== row.title && <CellNote>{row.title}</CellNote>}
      </>
    ),
  },
  {
    key: 'state',
    head: words.columns.state,
    card: 'half',
    cell: (row) => <StateBadge {...text.states.batch[row.state]} />,
  },
  {
    key: 'progress',
    head: words.columns.progress,
    numeric: true,
    card: 'half',
    cell: (row) => <Progress row={row} />,
  },
  {
    key: 'review',
    head: words.columns.review,
    numeric: true,
    card: 'third',
    cell: (row) =>
      row.waiting === 0 ? (
        <span className="text-muted">{words.nothing}</span>
      ) : (
        <a className="lk" href={`/tasks/batches/${row.batchId}/review`}>
          {words.review(row.waiting)}
        </a>
      ),
  },
  {
    key: 'paid',
    head: words.columns.paid,
    numeric: true,
    card: 'third',
    cell: (row) =>
      row.state === 'draft' ? (
        <span className="text-muted">{words.nothing}</span>
      ) : (
        <Evidence href={batchSumHref(row.batchId, 'workers')}>
          <Money amount={moneyOf(row, row.paidMinor)} />
        </Evidence>
      ),
  },
  {
    key: 'hourly',
    head: words.columns.hourly,
    numeric: true,
    card: 'third',
    cell: (row) =>
      row.hourlyMinor === null ? (
        <span className="text-muted">{words.unknown}</span>
      ) : (
        <Evidence href={batchSumHref(row.batchId, 'hourly')}>
          <Money amount={moneyOf(row, row.hourlyMinor)} />
        </Evidence>
      ),
  },
  {
    key: 'ends',
    head: words.columns.ends,
    numeric: true,
    card: 'half',
    cell: (row) => row.expiresAt && <Day at={row.expiresAt} />,
  },
];

function hrefOf(row: ClientBatch): string {
  return `/tasks/batches/${row.batchId}${row.state === 'draft' ? '/rows' : ''}`;
}

function Progress({ row }: { row: ClientBatch }) {
  if (row.state === 'draft') return <span className="text-muted">{words.notOrdered}</span>;
  const done = row.waiting + row.approved + row.rejected;
  const share = row.wanted === 0n ? 0 : (done / Number(row.wanted)) * 100;
  return (
    <>
      {words.of(done, row.wanted)}
      <svg className="ch mt-1 max-w-40 ms-auto" width="100%" height="6" aria-hidden="true">
        <rect width="100%" height="6" fill="var(--d1)" />
        <rect width={`${share.toFixed(1)}%`} height="6" fill="var(--c1)" />
      </svg>
    </>
  );
}
