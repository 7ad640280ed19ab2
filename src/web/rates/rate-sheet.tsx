import { countryName } from '#domain/accounts/country.ts';
import type { Rates } from '#domain/directory/queries/rates.ts';
import type { RateSpan } from '#domain/directory/rate.ts';
import { formatAmount } from '#domain/kernel/money.ts';
import { SheetPage } from '#web/evidence/sheet-page.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Band } from '#web/ui/bands.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { DownloadLink, EvidenceSheet, type EvidenceTerm } from '#web/ui/evidence.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { withQuery } from '#web/ui/table-controls.tsx';
import type { Route } from './+types/rate-sheet.ts';
import { percentWords, rateCell, rateSpanWords, scoreWords } from './rate-words.ts';
import { type RatesBehind, type RowBehind, readBehind } from './read-behind.ts';

export const handle: PageHandle = { nav: 'rates' };

const words = text.rates.sheet;
const ROWS_SHOWN = 200;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const read = await readBehind(context, params);
  const recompute = new URL(request.url).searchParams.has('recompute');
  return { ...read, rows: read.rows.slice(0, ROWS_SHOWN), all: read.rows.length, recompute };
}

type Data = Route.ComponentProps['loaderData'];

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData === undefined ? text.rates.title : titleOf(loaderData)) },
  { name: 'robots', content: 'noindex' },
];

/** Which freelancers make the rates of one country, with the numbers made from them once more. */
export default function RateSheet({ loaderData }: Route.ComponentProps) {
  const { about, country, rates, currency, recompute, rows, all, address } = loaderData;
  const crumbs = [
    { href: '/rates', label: text.rates.title },
    { href: `/rates/${about.slug}`, label: about.name },
  ];
  return (
    <SheetPage crumbs={crumbs}>
      {recompute && <Recomputed data={loaderData} />}
      <EvidenceSheet
        name={words.name(about.name, countryName(country))}
        value={words.value(rateSpanWords(rates.lowMinor, rates.highMinor, currency))}
        formula={words.formula}
        terms={termsOf(loaderData)}
        origin={words.origin}
        acts={
          <>
            <a className="btn" href={withQuery(address, { recompute: 'yes' })}>
              <Icon name="rotate-ccw" />
              {text.parts.evidence.recompute}
            </a>
            <DownloadLink href={address.replace(/(?=\?|$)/, '/rows.csv')}>{words.csv}</DownloadLink>
            <a className="btn" href={`/rates/${about.slug}`}>
              {words.back}
            </a>
          </>
        }
      />
      <div className="mt-10 grid gap-10">
        <Section id="quality" title={words.quality.title}>
          <QualityOf rates={rates} />
        </Section>
        <Section id="rows" title={words.rows}>
          {rows.length < all && (
            <p className="mt-1 text-sm text-muted">{words.part(rows.length, all)}</p>
          )}
          <DataTable
            caption={words.rows}
            columns={columnsOf(currency)}
            rows={rows}
            rowKey={(row) => row.id}
          />
        </Section>
      </div>
    </SheetPage>
  );
}

function Recomputed({ data: { rates, span, currency } }: { data: Data }) {
  const asText = (one: RateSpan) =>
    `${currency}\u00a0${[one.lowMinor, one.medianMinor, one.highMinor]
      .map((minor) => formatAmount(minor, currency))
      .join(' / ')}`;
  const [shown, found] = [asText(rates), asText(span)];
  const equal = shown === found;
  return (
    <div className="mb-5 max-w-xl">
      <Band tone={equal ? 'go' : 'miss'} title={words.recomputed}>
        {equal ? words.equal(found) : words.notEqual(found, shown)}
      </Band>
    </div>
  );
}

function termsOf({ rates, lowest, highest, currency }: Data): EvidenceTerm[] {
  const sum = (minor: bigint) => `${currency}\u00a0${formatAmount(minor, currency)}`;
  const named = ({ name, more }: RatesBehind['lowest']) => words.several(name, more);
  return [
    { label: words.lowest(named(lowest)), value: sum(rates.lowMinor) },
    { label: words.median(rates.freelancers), value: sum(rates.medianMinor) },
    { label: words.highest(named(highest)), value: sum(rates.highMinor) },
  ];
}

function QualityOf({ rates }: { rates: Rates }) {
  const { quality, qualityLow, qualityHigh, scored, onTime } = rates;
  const known = quality !== null && qualityLow !== null && qualityHigh !== null;
  return (
    <div className="mt-1 max-w-[62ch] grid gap-2">
      <p>
        {known
          ? words.quality.text({
              mean: scoreWords(quality),
              low: scoreWords(qualityLow),
              high: scoreWords(qualityHigh),
              count: scored,
            })
          : words.quality.none}
      </p>
      {onTime !== null && <p>{words.quality.onTime(percentWords(onTime))}</p>}
    </div>
  );
}

function columnsOf(currency: string): Column<RowBehind>[] {
  const { columns } = words;
  const sum = (minor: bigint) => formatAmount(minor, currency);
  return [
    {
      key: 'name',
      head: columns.name,
      card: 'name',
      cell: ({ id, name }) => (
        <a className="lk" href={`/freelancers/${id}`}>
          {name}
        </a>
      ),
    },
    {
      key: 'rate',
      head: text.rates.table.rate(currency),
      numeric: true,
      card: 'top',
      cell: ({ lowMinor, highMinor }) => rateCell(lowMinor, highMinor, currency),
    },
    {
      key: 'middle',
      head: columns.middle,
      numeric: true,
      card: 'half',
      cell: ({ lowMinor, highMinor }) => sum((lowMinor + highMinor) / 2n),
    },
    {
      key: 'quality',
      head: columns.quality,
      numeric: true,
      card: 'half',
      cell: ({ id, quality }) =>
        quality === null ? (
          <span className="text-muted">{text.rates.table.noQuality}</span>
        ) : (
          <a className="ev" href={`/freelancers/${id}/score`}>
            {scoreWords(quality)}
          </a>
        ),
    },
  ];
}

function titleOf({ about, country }: RatesBehind): string {
  return words.title(about.name, countryName(country));
}
