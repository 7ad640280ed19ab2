import { redirect } from 'react-router';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { type CategoryRates, rateOverview } from '#domain/directory/queries/rate-overview.ts';
import { FAMILIES, type FamilySlug } from '#domain/directory/taxonomy.ts';
import { web } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { withQuery } from '#web/ui/table-controls.tsx';
import type { Route } from './+types/rates.ts';
import { rateCell, rateSpanWords } from './rate-words.ts';

export const handle: PageHandle = { nav: 'rates' };

const words = text.rates.overview;

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, request } = web(context);
  const url = new URL(request.url);
  const chosen = url.searchParams.get('category') ?? '';
  // The form of a category's page names its category like any other choice.
  if (/^[a-z0-9-]+$/.test(chosen)) {
    const rest = withQuery(url, { category: null }).slice(url.pathname.length);
    throw redirect(`/rates/${chosen}${withoutEmpty(rest)}`);
  }
  const { baseCurrency: currency } = await marketTerms(readDb);
  return { categories: await rateOverview(readDb), currency };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData === undefined ? text.rates.title : headOf(loaderData)) },
  { name: 'description', content: words.lead },
];

/** Every kind of work with its lowest and highest rate, by family. */
export default function RatesPage({ loaderData }: Route.ComponentProps) {
  const { categories, currency } = loaderData;
  return (
    <WorkPage head={<PageHead title={headOf(loaderData)} />}>
      <p className="max-w-[62ch]">{words.lead}</p>
      <div className="grid gap-x-14 gap-y-10 grid-cols-[minmax(0,1fr)] lg:grid-cols-[repeat(2,minmax(0,1fr))] items-start">
        {FAMILIES.map((family) => (
          <Family
            key={family}
            family={family}
            rows={categories.filter((one) => one.family === family)}
            currency={currency}
          />
        ))}
      </div>
    </WorkPage>
  );
}

function Family({
  family,
  rows,
  currency,
}: {
  family: FamilySlug;
  rows: readonly CategoryRates[];
  currency: string;
}) {
  const name = text.rates.families[family];
  return (
    <Section id={family} title={name}>
      <DataTable
        caption={words.caption(name)}
        columns={columnsOf(currency)}
        rows={rows}
        rowKey={(row) => row.slug}
      />
    </Section>
  );
}

function columnsOf(currency: string): Column<CategoryRates>[] {
  return [
    {
      key: 'category',
      head: words.columns.category,
      card: 'name',
      cell: ({ slug, name }) => (
        <a className="lk" href={`/rates/${slug}`}>
          {name}
        </a>
      ),
    },
    {
      key: 'freelancers',
      head: words.freelancers,
      numeric: true,
      card: 'full',
      cell: ({ slug, freelancers }) =>
        freelancers === 0 ? (
          <span className="text-muted">{words.nobody}</span>
        ) : (
          <a className="lk" href={`/freelancers?category=${slug}`}>
            {freelancers.toLocaleString('en')}
            <span className="md:sr-only"> {words.freelancers.toLowerCase()}</span>
          </a>
        ),
    },
    {
      key: 'rate',
      head: words.columns.rate(currency),
      numeric: true,
      card: 'top',
      cell: ({ slug, lowMinor, highMinor }) =>
        lowMinor !== null &&
        highMinor !== null && (
          <a className="ev whitespace-nowrap" href={`/rates/${slug}`}>
            {rateCell(lowMinor, highMinor, currency)}
          </a>
        ),
    },
  ];
}

function headOf({
  categories,
  currency,
}: Pick<Route.ComponentProps['loaderData'], 'categories' | 'currency'>) {
  const lows = categories.flatMap(({ lowMinor }) => (lowMinor === null ? [] : [lowMinor]));
  const highs = categories.flatMap(({ highMinor }) => (highMinor === null ? [] : [highMinor]));
  const low = lows.sort((a, b) => Number(a - b))[0];
  const high = highs.sort((a, b) => Number(b - a))[0];
  if (low === undefined || high === undefined) return words.none;
  return words.head(rateSpanWords(low, high, currency));
}

/** What a form leaves empty asks nothing, and does not belong into the address. */
function withoutEmpty(search: string): string {
  const params = [...new URLSearchParams(search)].filter(([, value]) => value !== '');
  return params.length === 0 ? '' : `?${new URLSearchParams(params).toString()}`;
}
