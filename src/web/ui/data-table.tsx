// biome-ignore-all lint/a11y/noRedundantRoles: as cards the rows are grids, which strips the roles
import type { ReactNode } from 'react';

/**
 * How a cell stands on a phone, where rows become cards: `name` fills the first line, `top` is the
 * deciding value at its end, `third` and `half` are labelled columns, `full` a line of its own.
 */
export type CardPlace = 'name' | 'top' | 'third' | 'half' | 'full' | 'hide';

export type Column<Row> = {
  key: string;
  /** The head; also the label over the value on a card. */
  head: ReactNode;
  label?: string;
  cell: (row: Row) => ReactNode;
  /** End-aligned, for numbers. */
  numeric?: boolean;
  card?: CardPlace;
  sort?: 'ascending' | 'descending';
  /** The total under the column. */
  foot?: ReactNode;
};

/**
 * A table on wide screens and cards on phones. Roles are written out because `display` strips
 * them. The column with `card: 'name'` is the row's heading.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  const footed = columns.some((column) => column.foot !== undefined);
  return (
    <table className="tb tb-cards mt-2" role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={column.numeric ? 'n' : undefined}
              aria-sort={column.sort}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {footed && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} empty={column.foot === undefined}>
                {column.foot}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cell<Row>({
  column,
  empty = false,
  children,
}: {
  column: Column<Row>;
  empty?: boolean;
  children: ReactNode;
}) {
  const place = PLACE[empty ? 'hide' : (column.card ?? 'third')];
  const className = `${place}${column.numeric ? ' n' : ''}`.trim() || undefined;
  if (column.card === 'name' && !empty) {
    return (
      <th scope="row" role="rowheader" className={className}>
        {children}
      </th>
    );
  }
  const label = column.label ?? (typeof column.head === 'string' ? column.head : undefined);
  return (
    <td role="cell" className={className} data-l={label}>
      {children}
    </td>
  );
}

const PLACE: Record<CardPlace, string> = {
  name: '',
  top: 'top',
  third: '',
  half: 'half',
  full: 'full',
  hide: 'hide-card',
};

/** The second, quiet line inside a cell. */
export function CellNote({ children }: { children: ReactNode }) {
  return <span className="block font-normal text-muted text-[0.8125rem]">{children}</span>;
}
