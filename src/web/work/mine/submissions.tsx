import {
  type WorkerAssignment,
  workerSubmissions,
} from '#domain/assignments/queries/worker-assignments.ts';
import { workerEarnings } from '#domain/assignments/queries/worker-earnings.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging, withQuery } from '#web/ui/table-controls.tsx';
import { Deadline, Time } from '#web/ui/time.tsx';
import { assignmentHref } from '../addresses.ts';
import { WorkPlaces } from '../places.tsx';
import type { Route } from './+types/submissions.ts';

const words = text.work.submissions;
const { assignment: looks } = text.states;
const STATES = ['submitted', 'approved', 'rejected'] as const;
const ROWS = 50;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(text.work.places.submissions) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor, viewer, now } = signedIn(context);
  const url = new URL(request.url);
  const asked = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const state = STATES.find((one) => one === asked('state'));
  const day = isDay(asked('day')) ? asked('day') : undefined;
  const { clients } = await workerEarnings(readDb, actor, { timeZone: viewer.timeZone, now });
  const client = clients.find(({ clientId }) => clientId === asked('client'))?.clientId;
  const cursor = asked('cursor');
  const page = await workerSubmissions(readDb, actor, {
    limit: ROWS,
    ...(state === undefined ? {} : { state }),
    ...(day === undefined ? {} : { day }),
    ...(client === undefined ? {} : { clientId: client }),
    ...(cursor === '' ? {} : { cursor }),
  });
  return {
    ...page,
    ...{ state: state ?? '', day: day ?? '', client: client ?? '', cursor },
    clients: [...new Map(clients.map((one) => [one.clientId, one.clientName]))],
    here: url.pathname + url.search,
  };
}

type Data = Route.ComponentProps['loaderData'];

/** Everything that the worker handed in, with what came of it and what it can still do. */
export default function Submissions({ loaderData }: Route.ComponentProps) {
  const { rows, next, cursor, here } = loaderData;
  return (
    <WorkPage
      head={
        <>
          <WorkPlaces here="submissions" />
          <PageHead title={words.title} />
        </>
      }
    >
      <div>
        <Filters data={loaderData} />
        {rows.length === 0 ? (
          <Nothing data={loaderData} />
        ) : (
          <>
            <DataTable
              caption={words.caption}
              columns={COLUMNS}
              rows={rows}
              rowKey={({ id }) => id}
            />
            <Paging
              earlier={next === null ? undefined : withQuery(here, { cursor: next })}
              later={cursor === '' ? undefined : withQuery(here, { cursor: null })}
              labels={{ earlier: text.parts.earlier, later: text.work.find.start }}
              span={words.span(rows.length)}
            />
          </>
        )}
      </div>
    </WorkPage>
  );
}

function Filters({ data }: { data: Data }) {
  const { state, day, client, clients } = data;
  const states = STATES.map((value) => ({ value, label: looks[value].word }));
  const names = clients.map(([value, label]) => ({ value, label }));
  return (
    <FilterBar>
      <FilterSelect
        name="state"
        label={words.state}
        value={state}
        options={[{ value: '', label: words.anyState }, ...states]}
      />
      <label className="grid gap-1 text-sm font-medium">
        {words.day}
        <input type="date" name="day" defaultValue={day} className="input w-44" />
      </label>
      <FilterSelect
        name="client"
        label={words.client}
        value={client}
        options={[{ value: '', label: words.anyClient }, ...names]}
      />
    </FilterBar>
  );
}

function Nothing({ data: { state, day, client } }: { data: Data }) {
  const filtered = state !== '' || day !== '' || client !== '';
  return (
    <div className="mt-5">
      <EmptyState
        title={filtered ? words.none : words.emptyTitle}
        acts={
          <a
            className={filtered ? 'btn' : 'btn btn-primary'}
            href={filtered ? '/work/submissions' : '/work'}
          >
            {filtered ? text.work.find.showAll : text.work.places.find}
          </a>
        }
      >
        {filtered ? words.noneSays : words.empty}
      </EmptyState>
    </div>
  );
}

type Row = Data['rows'][number];

const COLUMNS: Column<Row>[] = [
  {
    key: 'task',
    head: words.task,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={assignmentHref(row.id)}>
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
      <>
        <StateBadge {...looks[row.state]} />
        <Next row={row} />
      </>
    ),
  },
  {
    key: 'sent',
    head: words.sentAt,
    card: 'full',
    cell: (row) => <Time at={row.submittedAt} relative={false} />,
  },
  {
    key: 'reward',
    head: words.reward,
    numeric: true,
    card: 'top',
    cell: (row) => <Reward row={row} />,
  },
];

function Reward({ row }: { row: WorkerAssignment }) {
  const { rewardMinor, bonusMinor, currency } = row;
  return (
    <>
      <Money amount={{ amountMinor: rewardMinor, currency }} />
      {bonusMinor > 0n && (
        <CellNote>
          <Phrase
            says={words.bonus}
            values={{ sum: <Money amount={{ amountMinor: bonusMinor, currency }} /> }}
          />
        </CellNote>
      )}
    </>
  );
}

/** What happens by itself, or can still be done. */
function Next({ row }: { row: WorkerAssignment }) {
  const { state, dueAt, rejectClass, appeal } = row;
  if (state === 'submitted' && dueAt !== null) {
    return (
      <CellNote>
        <Phrase says={words.approvedBy} values={{ time: <Deadline at={dueAt} /> }} />
      </CellNote>
    );
  }
  if (state !== 'rejected') return null;
  const reason = text.work.reasons[rejectClass as keyof typeof text.work.reasons];
  return (
    <CellNote>
      {reason}
      {appeal !== null && `; ${words.appeals[appeal]}`}
      {appeal === null && dueAt !== null && (
        <>
          {'; '}
          <Phrase says={words.answerBy} values={{ time: <Deadline at={dueAt} /> }} />
        </>
      )}
    </CellNote>
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
