import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Money } from '#web/ui/money.tsx';
import { lengthOf, moneyOf } from './batch-words.ts';

const words = text.tasks.hub;

export type TypeRow = {
  id: string;
  title: string;
  currency: string;
  rewardMinor: bigint;
  timeLimitSeconds: number;
};

export function TypesTable({ rows, mayPost }: { rows: readonly TypeRow[]; mayPost: boolean }) {
  return (
    <DataTable
      caption={words.typesCaption}
      columns={mayPost ? [...COLUMNS, ORDER] : COLUMNS}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

const COLUMNS: Column<TypeRow>[] = [
  {
    key: 'title',
    head: words.typeColumns.title,
    card: 'full',
    cell: (row) => (
      <a className="lk font-semibold" href={`/tasks/types/${row.id}`}>
        {row.title}
      </a>
    ),
  },
  {
    key: 'reward',
    head: words.typeColumns.reward,
    numeric: true,
    card: 'third',
    cell: (row) => <Money amount={moneyOf(row, row.rewardMinor)} />,
  },
  {
    key: 'time',
    head: words.typeColumns.time,
    numeric: true,
    card: 'third',
    cell: (row) => lengthOf(row.timeLimitSeconds),
  },
];

const ORDER: Column<TypeRow> = {
  key: 'act',
  head: words.typeColumns.act,
  numeric: true,
  card: 'third',
  cell: (row) => (
    <a className="lk" href={`/tasks/batches/new?type=${row.id}`}>
      {words.newBatch}
    </a>
  ),
};
