import type { ReactNode } from 'react';
import { shortAmount } from '#web/directory/figures.tsx';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';

const words = text.directory.browse;

/** A kind of work or a country, with how many freelancers there are and what their hours cost. */
export type FiguresRow = {
  key: string;
  name: ReactNode;
  href: string;
  /** Where the number leads. */
  list: string;
  freelancers: number;
  lowMinor: bigint | null;
  highMinor: bigint | null;
};

export function FiguresTable({
  caption,
  head,
  rows,
  currency,
}: {
  caption: string;
  head: string;
  rows: readonly FiguresRow[];
  currency: string;
}) {
  const columns: Column<FiguresRow>[] = [
    {
      key: 'name',
      head,
      card: 'name',
      cell: ({ name, href }) => (
        <a className="lk" href={href}>
          {name}
        </a>
      ),
    },
    {
      key: 'rates',
      head: words.rates(currency),
      numeric: true,
      card: 'top',
      cell: (row) => <Span row={row} currency={currency} />,
    },
    {
      key: 'freelancers',
      head: words.freelancers,
      numeric: true,
      card: 'full',
      cell: ({ freelancers, list }) =>
        freelancers === 0 ? (
          <span className="text-muted">{words.nobody}</span>
        ) : (
          <a className="lk" href={list}>
            {freelancers.toLocaleString('en')}
            <span className="md:sr-only"> {words.freelancersOf(freelancers)}</span>
          </a>
        ),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

/** `8–95`; the head names the currency. */
function Span({ row, currency }: { row: FiguresRow; currency: string }) {
  const { lowMinor: low, highMinor: high } = row;
  if (low === null || high === null) return null;
  const ends = low === high ? [low] : [low, high];
  return (
    <span className="whitespace-nowrap">
      {ends.map((one) => shortAmount(one, currency)).join('–')}
    </span>
  );
}
