import { decodeCursor } from '#domain/kernel/cursor.ts';
import { TYPE_STATE_NAMES } from '#domain/qualifications/qualification.ts';
import {
  findTypes,
  type TypeRow,
  type TypeTally,
  typeTallies,
} from '#domain/qualifications/queries/types.ts';
import { SYSTEM_TYPES } from '#domain/qualifications/system-types.ts';
import { signedIn } from '#web/context.ts';
import { FilterText } from '#web/operator/filter-text.tsx';
import { listQuery, pageLinks, ROWS } from '#web/operator/list-query.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging } from '#web/ui/table-controls.tsx';
import type { Route } from './+types/list-page.ts';
import { wayWords } from './way-words.ts';

const { list: words, typeStates, kinds } = text.qualifications;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const { get, cursor } = listQuery(request);
  const state = TYPE_STATE_NAMES.find((name) => name === get('state'));
  const search = get('q') ?? '';
  const page = await findTypes(readDb, actor, {
    owned: true,
    words: search,
    ...(state === undefined ? {} : { states: [state] }),
    before: cursor === undefined ? undefined : decodeCursor(cursor),
    limit: ROWS,
  });
  const ids = page.rows.map(({ id }) => id);
  const tallies = await typeTallies(readDb, ids, now);
  const rows = page.rows.map((type) => ({
    ...type,
    tally: tallies.get(type.id) ?? { holders: 0, waiting: 0 },
  }));
  const asked = search !== '' || state !== undefined || cursor !== undefined;
  return { rows, links: pageLinks(request, page), search, state: state ?? '', asked };
}

type Row = TypeRow & { tally: TypeTally };

const COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    head: words.columns.name,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/tasks/qualifications/${row.id}`}>
          {row.name}
        </a>
        <CellNote>{row.description}</CellNote>
      </>
    ),
  },
  { key: 'way', head: words.columns.way, card: 'full', cell: wayWords },
  {
    key: 'state',
    head: words.columns.state,
    card: 'half',
    cell: (row) => <StateBadge {...typeStates[row.state]} />,
  },
  {
    key: 'held',
    head: words.columns.held,
    card: 'half',
    numeric: true,
    cell: ({ id, tally }) => (
      <a className="ev" href={`/tasks/qualifications/${id}#holders`}>
        {tally.holders}
      </a>
    ),
  },
  {
    key: 'asks',
    head: words.columns.asks,
    card: 'full',
    cell: ({ id, tally }) =>
      tally.waiting === 0 ? (
        '–'
      ) : (
        <a className="lk" href={`/tasks/qualifications/${id}/requests`}>
          {words.waits(tally.waiting)}
        </a>
      ),
  },
];

export default function QualificationList({ loaderData }: Route.ComponentProps) {
  const { rows, links, search, state, asked } = loaderData;
  const empty = rows.length === 0;
  return (
    <WorkPage
      head={
        <>
          <PageHead
            title={empty && !asked ? words.none : words.title}
            acts={
              <>
                <a className="btn" href="/tasks/workers/blocked">
                  {words.blocked}
                </a>
                <a className="btn btn-primary" href="/tasks/qualifications/new">
                  {words.make}
                </a>
              </>
            }
          />
          <p className="mt-2 max-w-[62ch]">{words.lead}</p>
        </>
      }
    >
      <div className="min-w-0">
        {(!empty || asked) && (
          <FilterBar>
            <FilterText name="q" label={words.search} value={search} />
            <FilterSelect
              name="state"
              label={words.state}
              value={state}
              options={[
                { value: '', label: words.all },
                ...TYPE_STATE_NAMES.map((value) => ({ value, label: typeStates[value].word })),
              ]}
            />
          </FilterBar>
        )}
        {empty ? (
          <div className="mt-5">
            <EmptyState title={asked ? words.nothing.title : words.empty.title}>
              {asked ? words.nothing.text : words.empty.text}
            </EmptyState>
          </div>
        ) : (
          <>
            <DataTable
              caption={words.caption}
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => row.id}
            />
            <Paging {...links} span={text.qualifications.span(rows.length)} />
          </>
        )}
      </div>
      <Computed />
    </WorkPage>
  );
}

function Computed() {
  return (
    <Section id="computed" title={words.computed}>
      <p className="mt-1 max-w-[62ch]">{words.computedLead}</p>
      <dl className="mt-3 max-w-2xl">
        {SYSTEM_TYPES.map((type) => (
          <div key={type.id} className="border-t border-base-300 py-2.5">
            <dt className="font-medium">
              {type.name} <span className="font-normal text-muted">· {kinds[type.kind]}</span>
            </dt>
            <dd className="text-sm text-muted">{type.description}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
