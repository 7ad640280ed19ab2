import { matchesPerProject } from '#domain/directory/queries/matches-per-project.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { web } from '#web/context.ts';
import { shareOf } from '#web/landing/fee-words.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { DownloadLink } from '#web/ui/evidence.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Shore } from '#web/ui/shore.tsx';
import { withQuery } from '#web/ui/table-controls.tsx';
import type { Route } from './+types/category-rates.ts';
import { RateChart } from './rate-chart.tsx';
import { AskAll, HowComputed } from './rate-notes.tsx';
import { inSentence, rateSpanWords, timesWords } from './rate-words.ts';
import { isFiltered, RATE_SORTS } from './rates-asked.ts';
import { RateFilters, RatesForm, seenFromWords } from './rates-form.tsx';
import { RatesTable } from './rates-table.tsx';
import { type RatesRead, readRates } from './read-rates.ts';

export const handle: PageHandle = { nav: 'rates' };

const words = text.rates;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, request, now, config } = web(context);
  const { pathname, search } = new URL(request.url);
  const read = await readRates(context, params.category);
  const { currency } = read;
  const rules = await feeRulesAt(readDb, { contractKind: 'hourly', currency, at: now });
  const share = { freelancer: shareOf(rules.freelancer), client: shareOf(rules.client) };
  const most = await matchesPerProject(readDb);
  return { ...read, share, most, address: pathname + search, home: `${config.url}${pathname}` };
}

type Data = Route.ComponentProps['loaderData'];

export const meta = ({ loaderData }: Route.MetaArgs) => {
  if (loaderData === undefined) return [{ title: text.site.title(words.title) }];
  const { total, home } = loaderData;
  return [
    { title: text.site.title(findingOf(loaderData)) },
    ...(total === null
      ? []
      : [{ name: 'description', content: `${findingOf(loaderData)}. ${leadOf(loaderData)}` }]),
    { tagName: 'link', rel: 'canonical', href: home },
  ];
};

export default function CategoryRatesPage({ loaderData }: Route.ComponentProps) {
  const { about, asked, categories, from, rows, address } = loaderData;
  const crumbs = [
    { href: '/rates', label: words.title },
    { href: `/rates#${about.family}`, label: words.families[about.family] },
    { href: `/rates/${about.slug}`, label: about.name },
  ];
  return (
    <div className="wrap pt-5">
      <PageHead crumbs={crumbs} title={findingOf(loaderData)} />
      <p className="mt-2 max-w-[62ch]">
        {leadOf(loaderData)} {seenFromWords(from)}
      </p>
      <RatesForm asked={asked} from={from} category={about.slug} categories={categories} />
      <RateFilters asked={asked} address={address} />
      {rows.length === 0 ? <Nothing data={loaderData} /> : <Found data={loaderData} />}
    </div>
  );
}

function Found({ data }: { data: Data }) {
  const { about, currency, from, rows, address } = data;
  return (
    <>
      <section className="mt-8" aria-labelledby="chart">
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-2 items-baseline">
          <h2 id="chart" className="text-lg">
            {words.chart.title(currency)}
          </h2>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
            {from !== null &&
              (['onshore', 'nearshore', 'offshore'] as const).map((shore) => (
                <Shore key={shore} shore={shore} />
              ))}
            <span>{words.chart.legend}</span>
          </p>
        </div>
        <RateChart rows={rows} currency={currency} finding={findingOf(data)} />
      </section>
      <section className="mt-6" aria-labelledby="numbers">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="numbers" className="text-lg">
            {words.table.title}
          </h2>
          <DownloadLink href={withQuery(address, {}).replace(/(?=\?|$)/, '/rates.csv')}>
            {words.table.csv}
          </DownloadLink>
        </div>
        <SortOnPhones data={data} />
        <Onshore data={data} />
        <RatesTable data={data} address={address} />
        <HowComputed share={data.share} seen={from !== null} />
        <AskAll category={about.slug} name={about.name} countries={rows.length} most={data.most} />
      </section>
    </>
  );
}

/** The heads of the table sort; on phones there are no heads. */
function SortOnPhones({ data: { asked, address } }: { data: Data }) {
  const sorts = RATE_SORTS.filter((sort) => Object.hasOwn(words.sorts, sort)) as readonly string[];
  return (
    <nav className="md:hidden text-sm flex flex-wrap gap-x-4" aria-label={words.table.sortBy}>
      {sorts.map((sort) => {
        const falls = sort === 'rate' || sort === '-rate' || sort === 'country' ? sort : `-${sort}`;
        return (
          <a
            key={sort}
            className={falls === asked.sort ? 'font-semibold py-2' : 'lk py-2'}
            aria-current={falls === asked.sort ? 'true' : undefined}
            href={withQuery(address, { sort: falls })}
          >
            {words.sorts[sort as keyof typeof words.sorts]}
          </a>
        );
      })}
    </nav>
  );
}

/** What the work would cost at home, or that nobody there does it. */
function Onshore({ data: { from, onshore, asked, currency } }: { data: RatesRead }) {
  if (from === null) return null;
  const country = inSentence(from);
  if (onshore === null) return <p className="mt-2 text-sm">{words.onshore.nobody(country)}</p>;
  const amountMinor = onshore.medianMinor * BigInt(asked.hours);
  const cost = formatMoney({ amountMinor, currency });
  return <p className="mt-2 text-sm">{words.onshore.finding(asked.hours, cost, country)}</p>;
}

function Nothing({ data }: { data: Data }) {
  const { about, asked } = data;
  const filtered = isFiltered(asked);
  const { empty } = words;
  return (
    <div className="mt-8">
      <EmptyState
        title={filtered ? empty.filteredTitle : empty.title}
        acts={
          <>
            <a className="btn" href={filtered ? `/rates/${about.slug}` : '/rates'}>
              {filtered ? empty.all : empty.none}
            </a>
            <a className="btn" href={`/projects/new?category=${about.slug}`}>
              {words.ask.act}
            </a>
          </>
        }
      >
        {filtered ? empty.filtered : empty.text}
      </EmptyState>
    </div>
  );
}

function findingOf({ about, asked, total, currency }: RatesRead): string {
  if (total === null) {
    return isFiltered(asked) ? words.findingNoneHere(about.name) : words.findingNone(about.name);
  }
  return words.finding(about.name, rateSpanWords(total.lowMinor, total.highMinor, currency));
}

function leadOf({ rows, total }: RatesRead): string {
  if (total === null) return '';
  const times = timesWords(total.lowMinor, total.highMinor);
  const spread = times === null ? '' : ` ${words.spread(times)}`;
  return `${words.lead(total.freelancers, rows.length)}${spread}`;
}
