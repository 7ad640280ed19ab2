import { formatAmount } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { ShoreGlyph } from '#web/ui/icon.tsx';
import { SortLink, withQuery } from '#web/ui/table-controls.tsx';
import type { RateRow } from './rate-rows.ts';
import { costCell, percentWords, rateCell, scoreWords, shortRate } from './rate-words.ts';
import type { RateSort } from './rates-asked.ts';
import { freelancersHref, type RatesRead, sheetHref } from './read-rates.ts';

const words = text.rates.table;

type Ground = Pick<RatesRead, 'asked' | 'currency' | 'from'> & { category: string };

export function RatesTable({ data, address }: { data: RatesRead; address: string }) {
  const { about, asked, currency, from, rows } = data;
  const ground = { asked, currency, from, category: about.slug };
  const columns = [
    countryColumn(),
    ...rateColumns(ground),
    ...recordColumns(ground),
    ...costColumns(ground),
  ];
  return (
    <DataTable
      caption={words.caption(about.name)}
      columns={columns.map((column) => sortable(column, asked.sort, address))}
      rows={rows}
      rowKey={(row) => row.country}
    />
  );
}

type RateColumn = Column<RateRow> & { sortBy?: string; falls?: boolean };

function countryColumn(): RateColumn {
  return {
    key: 'country',
    head: words.country,
    sortBy: 'country',
    card: 'name',
    cell: ({ name, shore }) => (
      <span className="flex items-baseline gap-2">
        {shore !== null && (
          <span className="self-center grid">
            <ShoreGlyph shore={shore} />
          </span>
        )}
        <span>
          {name}
          {shore !== null && (
            <span className="text-muted font-normal ms-2 text-[0.8125rem]">
              {text.parts.shores[shore]}
            </span>
          )}
        </span>
      </span>
    ),
  };
}

function rateColumns({ asked, currency, category }: Ground): RateColumn[] {
  const sheet = ({ country }: RateRow) => sheetHref({ category, country }, asked);
  return [
    {
      key: 'rate',
      head: words.rate(currency),
      sortBy: 'rate',
      falls: true,
      numeric: true,
      card: 'top',
      cell: (row) => (
        <span className="max-md:text-base max-md:font-semibold whitespace-nowrap">
          <span className="md:hidden text-muted text-xs font-normal">
            {words.perHour(currency)}{' '}
          </span>
          <Evidence href={sheet(row)}>{rateCell(row.lowMinor, row.highMinor, currency)}</Evidence>
        </span>
      ),
    },
    {
      key: 'median',
      head: words.median,
      sortBy: 'median',
      falls: true,
      numeric: true,
      cell: (row) => <Evidence href={sheet(row)}>{shortRate(row.medianMinor, currency)}</Evidence>,
    },
    {
      key: 'freelancers',
      head: words.freelancers,
      sortBy: 'freelancers',
      falls: true,
      numeric: true,
      cell: ({ country, freelancers }) => (
        <a className="lk" href={freelancersHref({ category, country }, asked)}>
          {freelancers.toLocaleString('en')}
        </a>
      ),
    },
  ];
}

function recordColumns({ asked, category, from }: Ground): RateColumn[] {
  const sheet = (row: RateRow) => `${sheetHref({ category, country: row.country }, asked)}#quality`;
  return [
    {
      key: 'quality',
      head: words.quality,
      label: words.qualityShort,
      sortBy: 'quality',
      falls: true,
      numeric: true,
      cell: (row) =>
        row.qualityLow === null || row.qualityHigh === null ? (
          <span className="text-muted">{words.noQuality}</span>
        ) : (
          <Evidence href={sheet(row)}>
            {`${scoreWords(row.qualityLow)}–${scoreWords(row.qualityHigh)}`}
          </Evidence>
        ),
    },
    {
      key: 'onTime',
      head: words.onTime,
      sortBy: 'onTime',
      falls: true,
      numeric: true,
      cell: (row) =>
        row.onTime === null ? (
          <span className="text-muted">{words.notKnown}</span>
        ) : (
          <Evidence href={sheet(row)}>{percentWords(row.onTime)}</Evidence>
        ),
    },
    ...(from === null
      ? []
      : [
          {
            key: 'shared',
            head: words.shared,
            sortBy: 'shared',
            falls: true,
            numeric: true,
            cell: ({ shared }: RateRow) =>
              shared === null || shared === 0 ? (
                <span className="text-muted">{words.noneShared}</span>
              ) : (
                words.sharedHours(String(shared))
              ),
          },
        ]),
  ];
}

function costColumns({ asked, currency }: Ground): RateColumn[] {
  return [
    {
      key: 'cost',
      head: words.cost(asked.hours, currency),
      numeric: true,
      cell: (row) => {
        const [first, second] = costCell(row.costLowMinor, row.costHighMinor, currency);
        return (
          <>
            <span className="md:whitespace-nowrap">
              {first}
              <wbr />
              {second}
            </span>
            {row.differenceMinor !== null && (
              <CellNote>{differenceWords(row, row.differenceMinor, currency)}</CellNote>
            )}
          </>
        );
      },
    },
  ];
}

/** The words say which way it goes, not a sign. */
function differenceWords({ shore }: RateRow, minor: bigint, currency: string): string {
  if (shore === 'onshore') return words.onshore;
  if (minor === 0n) return words.same;
  const sum = formatAmount(minor < 0n ? -minor : minor, currency);
  return minor < 0n ? words.less(sum) : words.more(sum);
}

function sortable(column: RateColumn, sort: RateSort, address: string): Column<RateRow> {
  const { sortBy, falls = false, ...rest } = column;
  if (sortBy === undefined) return rest;
  const on = sort.replace('-', '') === sortBy;
  const sorted = on ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined;
  const other = sorted === undefined ? falls : sorted === 'ascending';
  const href = withQuery(address, { sort: `${other ? '-' : ''}${sortBy}` });
  return {
    ...rest,
    label: rest.label ?? String(rest.head),
    head: (
      <SortLink href={href} sorted={sorted}>
        {rest.head}
      </SortLink>
    ),
    ...(sorted === undefined ? {} : { sort: sorted }),
  };
}
