import { may } from '#domain/accounts/permission.ts';
import { PROJECT_STATE_NAMES, type ProjectState } from '#domain/projects/project.ts';
import { type MyProject, myProjects } from '#domain/projects/queries/my-projects.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { FilterBar, FilterSelect, Paging, withQuery } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/my-projects.ts';
import { Budget, ProjectBadge, ProposalsCount } from './project-facts.tsx';
import { ProjectPlaces } from './project-places.tsx';

const words = text.projects;
const ROWS = 25;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.mine.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const url = new URL(request.url);
  const cursor = url.searchParams.get('cursor') ?? '';
  const asked = url.searchParams.get('state') ?? '';
  const state = PROJECT_STATE_NAMES.find((one) => one === asked);
  const page = await myProjects(readDb, actor, {
    limit: ROWS,
    ...(state === undefined ? {} : { states: [state] }),
    ...(cursor === '' ? {} : { cursor }),
  });
  const here = url.pathname + url.search;
  return { ...page, cursor, state: state ?? ('' as const), here, mayPost: may(actor, 'post') };
}

export default function MyProjects({ loaderData }: Route.ComponentProps) {
  const { rows, next, cursor, state, here, mayPost } = loaderData;
  const { mine } = words;
  const waiting = rows.filter((row) => row.state === 'open' && row.proposalsCount > 0).length;
  const post = (
    <a className="btn btn-primary" href="/projects/new">
      {mine.post}
    </a>
  );
  return (
    <WorkPage
      head={
        <>
          <ProjectPlaces here="mine" />
          <PageHead
            title={waiting === 0 ? mine.title : mine.waiting(waiting)}
            acts={mayPost && rows.length > 0 ? post : undefined}
          />
        </>
      }
    >
      <div>
        {(rows.length > 0 || state !== '') && <StateFilter state={state} />}
        {rows.length === 0 ? (
          <Nothing filtered={state !== ''} post={mayPost && post} />
        ) : (
          <>
            <DataTable
              caption={mine.caption}
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => row.id}
            />
            <Paging
              earlier={next === null ? undefined : withQuery(here, { cursor: next })}
              later={cursor === '' ? undefined : withQuery(here, { cursor: null })}
              span={words.browse.span(rows.length)}
            />
          </>
        )}
      </div>
    </WorkPage>
  );
}

function StateFilter({ state }: { state: ProjectState | '' }) {
  const options = PROJECT_STATE_NAMES.map((value) => ({
    value,
    label: text.states.project[value].word,
  }));
  return (
    <div className="mb-5">
      <FilterBar>
        <FilterSelect
          name="state"
          label={words.mine.filter}
          value={state}
          options={[{ value: '', label: words.mine.any }, ...options]}
        />
      </FilterBar>
    </div>
  );
}

function Nothing({ filtered, post }: { filtered: boolean; post: React.ReactNode }) {
  const { mine } = words;
  if (!filtered) {
    return (
      <EmptyState title={mine.emptyTitle} acts={post}>
        {mine.empty}
      </EmptyState>
    );
  }
  const all = (
    <a className="btn" href="/my/projects">
      {mine.showAll}
    </a>
  );
  return (
    <EmptyState title={words.browse.emptyTitle} acts={all}>
      {mine.emptyFiltered}
    </EmptyState>
  );
}

const COLUMNS: Column<MyProject>[] = [
  {
    key: 'project',
    head: words.mine.project,
    card: 'full',
    cell: (row) => (
      <a className="lk font-semibold" href={`/projects/${row.id}`}>
        {row.title}
      </a>
    ),
  },
  {
    key: 'state',
    head: words.mine.state,
    card: 'full',
    cell: (row) => <ProjectBadge project={row} isClient />,
  },
  {
    key: 'budget',
    head: words.mine.budget,
    numeric: true,
    card: 'full',
    cell: (row) => <Budget project={row} />,
  },
  {
    key: 'proposals',
    head: words.mine.proposals,
    numeric: true,
    card: 'half',
    cell: (row) => <ProposalsCount project={row} />,
  },
  {
    key: 'until',
    head: words.mine.until,
    numeric: true,
    card: 'half',
    cell: (row) => row.expiresAt && <Day at={row.expiresAt} />,
  },
];
