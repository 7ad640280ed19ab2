import type { Pricing } from '#domain/projects/project.ts';
import { type Category, categories } from '#domain/projects/queries/categories.ts';
import { type OpenProject, openProjects } from '#domain/projects/queries/open-projects.ts';
import { web } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import {
  FilterBar,
  FilterSelect,
  Paging,
  SelectedFilters,
  withQuery,
} from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/open-projects.ts';
import { excerptOf } from './excerpt.ts';
import { Budget, PartyName, ProposalsCount } from './project-facts.tsx';
import { ProjectPlaces } from './project-places.tsx';

const words = text.projects;
const ROWS = 25;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.browse.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, viewer, now } = web(context);
  const url = new URL(request.url);
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const pricing = asked('pricing');
  const filter: Filter = {
    text: asked('q').trim(),
    category: asked('category'),
    pricing: pricing === 'fixed' || pricing === 'hourly' ? pricing : '',
  };
  const cursor = asked('cursor');
  const page = await openProjects(readDb, {
    limit: ROWS,
    now,
    ...(filter.text === '' ? {} : { text: filter.text }),
    ...(filter.category === '' ? {} : { category: filter.category }),
    ...(filter.pricing === '' ? {} : { pricing: filter.pricing }),
    ...(cursor === '' ? {} : { cursor }),
  });
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, excerpt: excerptOf(row.excerpt) })),
    filter,
    cursor,
    categories: await categories(readDb),
    signedIn: viewer !== null,
    here: url.pathname + url.search,
  };
}

export default function OpenProjects({ loaderData }: Route.ComponentProps) {
  const { rows, next, filter, cursor, here, signedIn } = loaderData;
  const { browse } = words;
  const filtered = filter.text !== '' || filter.category !== '' || filter.pricing !== '';
  return (
    <WorkPage
      head={
        <>
          {signedIn && <ProjectPlaces here="open" />}
          <PageHead
            title={browse.title}
            facts={[browse.lead]}
            acts={
              <a className="btn" href="/projects/new">
                {words.post}
              </a>
            }
          />
        </>
      }
    >
      <div>
        <Filters filter={filter} categories={loaderData.categories} here={here} />
        <div className="mt-5">
          {rows.length === 0 ? (
            <Nothing filtered={filtered} />
          ) : (
            <DataTable
              caption={browse.caption}
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => row.id}
            />
          )}
          {rows.length > 0 && (
            <Paging
              earlier={next === null ? undefined : withQuery(here, { cursor: next })}
              later={cursor === '' ? undefined : withQuery(here, { cursor: null })}
              span={<Span rows={rows} />}
            />
          )}
        </div>
      </div>
    </WorkPage>
  );
}

type Filter = { text: string; category: string; pricing: Pricing | '' };

function Filters({
  filter,
  categories: all,
  here,
}: {
  filter: Filter;
  categories: readonly Category[];
  here: string;
}) {
  const { browse } = words;
  const chosen = all.find((one) => one.slug === filter.category);
  const selected = [
    ...(filter.text === '' ? [] : [{ label: `“${filter.text}”`, name: 'q' }]),
    ...(chosen === undefined ? [] : [{ label: chosen.name, name: 'category' }]),
    ...(filter.pricing === '' ? [] : [{ label: words.pricing[filter.pricing], name: 'pricing' }]),
  ];
  return (
    <>
      <FilterBar>
        <label className="grid gap-1 text-sm font-medium">
          {browse.search}
          <input
            name="q"
            type="search"
            defaultValue={filter.text}
            maxLength={200}
            className="input w-56"
          />
        </label>
        <FilterSelect
          name="category"
          label={browse.category}
          value={filter.category}
          options={[
            { value: '', label: browse.anyCategory },
            ...all.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <FilterSelect
          name="pricing"
          label={browse.pricing}
          value={filter.pricing}
          options={[
            { value: '', label: browse.anyPricing },
            { value: 'fixed', label: words.pricing.fixed },
            { value: 'hourly', label: words.pricing.hourly },
          ]}
        />
      </FilterBar>
      <SelectedFilters
        filters={selected.map(({ label, name }) => ({
          label,
          without: withQuery(here, { [name]: null }),
        }))}
      />
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { browse } = words;
  return (
    <EmptyState
      title={browse.emptyTitle}
      acts={
        filtered && (
          <a className="btn" href="/projects">
            {browse.showAll}
          </a>
        )
      }
    >
      {filtered ? browse.empty : browse.emptyAll}
    </EmptyState>
  );
}

/** How many are shown and from when to when they were published; never a total. */
function Span({ rows }: { rows: readonly OpenProject[] }) {
  const { browse } = words;
  const newest = rows[0]?.publishedAt;
  const oldest = rows.at(-1)?.publishedAt;
  if (!newest || !oldest) return null;
  const values = {
    n: browse.span(rows.length),
    from: <Day at={oldest} />,
    to: <Day at={newest} />,
  };
  const sameDay = oldest.toDateString() === newest.toDateString();
  return <Phrase says={sameDay ? browse.one : browse.between} values={values} />;
}

const COLUMNS: Column<OpenProject>[] = [
  {
    key: 'project',
    head: words.browse.project,
    card: 'full',
    cell: (row) => (
      <div className="max-w-[62ch]">
        <a className="lk text-base font-semibold" href={`/projects/${row.id}`}>
          {row.title}
        </a>
        <CellNote>
          {row.categoryName} · <PartyName name={row.clientName} country={row.clientCountry} />
        </CellNote>
        <p className="mt-1 line-clamp-2 text-muted font-normal">{row.excerpt}</p>
      </div>
    ),
  },
  {
    key: 'budget',
    head: words.browse.budget,
    numeric: true,
    card: 'full',
    cell: (row) => (
      <>
        <Budget project={row} />
        <CellNote>{words.pricing[row.pricing]}</CellNote>
      </>
    ),
  },
  {
    key: 'proposals',
    head: words.browse.proposals,
    numeric: true,
    card: 'half',
    cell: (row) => <ProposalsCount project={row} />,
  },
  {
    key: 'until',
    head: words.browse.until,
    numeric: true,
    card: 'half',
    cell: (row) => row.expiresAt && <Day at={row.expiresAt} />,
  },
];
