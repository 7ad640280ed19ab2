import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { myPurses } from '#domain/billing/queries/my-money.ts';
import { type MyStatement, myStatement } from '#domain/billing/queries/my-statement.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { DownloadLink } from '#web/ui/evidence.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import {
  FilterBar,
  FilterSelect,
  Paging,
  SelectedFilters,
  withQuery,
} from '#web/ui/table-controls.tsx';
import type { Route } from './+types/statement.ts';
import { statementAsked } from './statement-question.ts';
import { StatementTable } from './statement-table.tsx';

export const handle: PageHandle = { nav: 'money' };

const words = text.money.statementPage;
const LINES_SHOWN = 50;

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, request } = signedIn(context);
  const url = new URL(request.url);
  const asked = statementAsked(url);
  const purses = await myPurses(readDb, actor);
  const { baseCurrency } = await marketTerms(readDb);
  const currency = asked.currency ?? purses[0]?.currency ?? baseCurrency;
  const { from, to, before } = asked;
  const page = await myStatement(readDb, actor, { currency, from, to, before, limit: LINES_SHOWN });
  const currencies = [...new Set([currency, ...purses.map((purse) => purse.currency)])].sort();
  const address = withQuery(url.pathname + url.search, { currency });
  return { ...page, currency, currencies, fromDay: asked.fromDay, toDay: asked.toDay, address };
}

type Data = Route.ComponentProps['loaderData'];

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.title(loaderData?.currency ?? '')) },
];

export default function StatementPage({ loaderData }: Route.ComponentProps) {
  const { lines, currency, address } = loaderData;
  const csv = withQuery(address, {}).replace('/money/statement', '/money/statement.csv');
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/money', label: text.site.places.money }]}
          title={words.title(currency)}
          acts={<DownloadLink href={csv}>{words.csv}</DownloadLink>}
        />
      }
    >
      <div>
        <Filters data={loaderData} />
        {lines.length === 0 ? (
          <p className="mt-6">{words.none}</p>
        ) : (
          <div className="mt-5">
            <StatementTable lines={lines} currency={currency} />
            <Pages data={loaderData} />
          </div>
        )}
      </div>
    </WorkPage>
  );
}

function Pages({ data }: { data: Data & MyStatement }) {
  const { lines, nextBefore, address } = data;
  const newest = !new URL(address, 'http://here').searchParams.has('cursor');
  const first = lines[0]?.line ?? 0n;
  const last = lines.at(-1)?.line ?? 0n;
  return (
    <Paging
      earlier={nextBefore === null ? undefined : withQuery(address, { cursor: String(nextBefore) })}
      later={newest ? undefined : withQuery(address, {})}
      span={words.shown(String(first), String(last))}
    />
  );
}

function Filters({ data }: { data: Data }) {
  const { currency, currencies, fromDay, toDay, address } = data;
  return (
    <>
      <FilterBar>
        <FilterSelect
          name="currency"
          label={words.currency}
          value={currency}
          options={currencies.map((code) => ({ value: code, label: code }))}
        />
        <DayField name="from" label={words.from} value={fromDay} />
        <DayField name="to" label={words.to} value={toDay} />
      </FilterBar>
      <SelectedFilters
        filters={[
          ...(fromDay === null
            ? []
            : [
                { label: words.filters.from(fromDay), without: withQuery(address, { from: null }) },
              ]),
          ...(toDay === null
            ? []
            : [{ label: words.filters.to(toDay), without: withQuery(address, { to: null }) }]),
        ]}
      />
    </>
  );
}

function DayField({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <input type="date" name={name} defaultValue={value ?? ''} className="input w-44" />
    </label>
  );
}
