import { PROPOSAL_STATE_NAMES, type ProposalState } from '#domain/projects/proposal.ts';
import { type MyInvitation, myInvitations } from '#domain/projects/queries/my-invitations.ts';
import { type MyProposal, myProposals } from '#domain/projects/queries/my-proposals.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { Budget } from '#web/projects/project-facts.tsx';
import { ProjectPlaces } from '#web/projects/project-places.tsx';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging, withQuery } from '#web/ui/table-controls.tsx';
import { Day, Deadline } from '#web/ui/time.tsx';
import type { Route } from './+types/my-proposals.ts';

const words = text.proposals.mine;
const ROWS = 25;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const url = new URL(request.url);
  const cursor = url.searchParams.get('cursor') ?? '';
  const asked = url.searchParams.get('state') ?? '';
  const state = PROPOSAL_STATE_NAMES.find((one) => one === asked);
  const page = await myProposals(readDb, actor, {
    limit: ROWS,
    ...(state === undefined ? {} : { states: [state] }),
    ...(cursor === '' ? {} : { cursor }),
  });
  const first = cursor === '' && state === undefined;
  const invitations = first ? await myInvitations(readDb, actor, now) : [];
  const here = url.pathname + url.search;
  return { ...page, invitations, cursor, state: state ?? ('' as const), here };
}

export default function MyProposals({ loaderData }: Route.ComponentProps) {
  const { rows, invitations, state } = loaderData;
  const offers = rows.filter((row) => row.state === 'offered').length;
  return (
    <WorkPage
      head={
        <>
          <ProjectPlaces here="proposals" />
          <PageHead title={offers === 0 ? words.title : words.offers(offers)} />
        </>
      }
    >
      {invitations.length > 0 && <Invitations invitations={invitations} />}
      <div>
        {(rows.length > 0 || state !== '') && <StateFilter state={state} />}
        <List data={loaderData} />
      </div>
    </WorkPage>
  );
}

function List({ data }: { data: Route.ComponentProps['loaderData'] }) {
  const { rows, next, cursor, state, here } = data;
  if (rows.length === 0) return <Nothing filtered={state !== ''} />;
  return (
    <>
      <DataTable caption={words.caption} columns={COLUMNS} rows={rows} rowKey={(row) => row.id} />
      <Paging
        earlier={next === null ? undefined : withQuery(here, { cursor: next })}
        later={cursor === '' ? undefined : withQuery(here, { cursor: null })}
        span={words.shown(rows.length)}
      />
    </>
  );
}

function Invitations({ invitations }: { invitations: readonly MyInvitation[] }) {
  return (
    <Section id="invitations" title={words.invitations}>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {invitations.map((one) => (
          <li key={one.projectId} className="py-3 flex flex-wrap gap-x-6 gap-y-1">
            <div className="min-w-0 flex-1 basis-72">
              <a className="lk font-semibold" href={`/projects/${one.projectId}`}>
                {one.title}
              </a>
              <p className="text-sm text-muted">
                {one.clientName}
                {one.note !== '' && `: “${one.note}”`}
              </p>
            </div>
            <div className="text-sm">
              <Budget project={one} />
              <p className="text-muted">
                {one.expiresAt && (
                  <Phrase says={words.until} values={{ time: <Deadline at={one.expiresAt} /> }} />
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function StateFilter({ state }: { state: ProposalState | '' }) {
  const options = PROPOSAL_STATE_NAMES.map((value) => ({
    value,
    label: text.states.proposal[value].word,
  }));
  return (
    <div className="mb-5">
      <FilterBar>
        <FilterSelect
          name="state"
          label={words.filter}
          value={state}
          options={[{ value: '', label: words.any }, ...options]}
        />
      </FilterBar>
    </div>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const act = filtered ? (
    <a className="btn" href="/my/proposals">
      {words.showAll}
    </a>
  ) : (
    <a className="btn btn-primary" href="/projects">
      {words.browse}
    </a>
  );
  return (
    <EmptyState title={filtered ? words.emptyFilteredTitle : words.emptyTitle} acts={act}>
      {filtered ? words.emptyFiltered : words.empty}
    </EmptyState>
  );
}

const COLUMNS: Column<MyProposal>[] = [
  {
    key: 'project',
    head: words.project,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/proposals/${row.id}`}>
          {row.title}
        </a>
        <CellNote>{row.clientName}</CellNote>
      </>
    ),
  },
  {
    key: 'state',
    head: words.state,
    card: 'full',
    cell: (row) => (
      <StateBadge
        {...(row.state === 'offered' ? text.states.waitingForYou : text.states.proposal[row.state])}
      />
    ),
  },
  {
    key: 'price',
    head: words.price,
    numeric: true,
    card: 'half',
    cell: (row) => <Money amount={{ amountMinor: row.priceMinor, currency: row.currency }} />,
  },
  {
    key: 'sent',
    head: words.sent,
    numeric: true,
    card: 'half',
    cell: (row) => <Day at={row.sentAt} />,
  },
];
