import { decodeCursor } from '#domain/kernel/cursor.ts';
import { REQUEST_STATE_NAMES, type RequestState } from '#domain/qualifications/qualification.ts';
import { type RequestRow, requestsOfClient } from '#domain/qualifications/queries/requests.ts';
import { ownType } from '#domain/qualifications/queries/types.ts';
import { signedIn } from '#web/context.ts';
import { listQuery, pageLinks, ROWS } from '#web/operator/list-query.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging } from '#web/ui/table-controls.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/requests-page.ts';

const { requests: words, list, requestStates, waiting } = text.qualifications;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.title(loaderData?.name ?? '')) },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const { get, cursor } = listQuery(request);
  const type = await ownType(readDb, actor, params.id);
  const state = REQUEST_STATE_NAMES.find((name) => name === get('state')) ?? 'submitted';
  const before = cursor === undefined ? undefined : decodeCursor(cursor);
  const page = await requestsOfClient(readDb, actor, {
    typeId: type.id,
    state,
    before,
    limit: ROWS,
  });
  const links = pageLinks(request, page);
  return { id: type.id, name: type.name, state, rows: page.rows, links };
}

/** As the client reads it: what waits is its own to do. */
function lookOf(state: RequestState) {
  return state === 'submitted' ? waiting : requestStates[state];
}

const COLUMNS: Column<RequestRow>[] = [
  {
    key: 'worker',
    head: words.columns.worker,
    card: 'name',
    cell: (row) => (
      <a className="lk" href={`/tasks/qualification-requests/${row.id}`}>
        {row.workerName}
      </a>
    ),
  },
  {
    key: 'value',
    head: words.columns.value,
    card: 'top',
    numeric: true,
    cell: ({ value }) => value ?? '–',
  },
  {
    key: 'state',
    head: words.columns.state,
    card: 'half',
    cell: ({ state }) => <StateBadge {...lookOf(state)} />,
  },
  {
    key: 'at',
    head: words.columns.at,
    card: 'half',
    cell: ({ requestedAt }) => <Time at={requestedAt} />,
  },
];

export default function RequestsPage({ loaderData }: Route.ComponentProps) {
  const { id, name, state, rows, links } = loaderData;
  const crumbs = [
    { href: '/tasks/qualifications', label: list.title },
    { href: `/tasks/qualifications/${id}`, label: name },
  ];
  return (
    <WorkPage head={<PageHead crumbs={crumbs} title={words.title(name)} />}>
      <div className="min-w-0">
        <FilterBar>
          <FilterSelect
            name="state"
            label={words.state}
            value={state}
            options={REQUEST_STATE_NAMES.map((value) => ({ value, label: lookOf(value).word }))}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <div className="mt-5">
            <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>
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
    </WorkPage>
  );
}
