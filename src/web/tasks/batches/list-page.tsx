import { may } from '#domain/accounts/permission.ts';
import { variablesOf } from '#domain/forms/variables.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { unitMinor } from '#domain/tasks/batch.ts';
import { batchTasks, type TaskRow } from '#domain/tasks/queries/batch-tasks.ts';
import { freeSlots, taskStatus } from '#domain/tasks/task.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging, withQuery } from '#web/ui/table-controls.tsx';
import { rowWords } from '../row-words.ts';
import type { Route } from './+types/list-page.ts';
import { addByHand } from './add-by-hand.ts';
import { AddTasks } from './add-tasks-form.tsx';
import { orderedBatch, wholeIn } from './batch-data.ts';

const words = text.batches.list;
const ROWS = 50;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.title(loaderData?.batch.name ?? '')) },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const batch = await orderedBatch(context, params.id);
  const url = new URL(request.url);
  const kind = url.searchParams.get('kind') ?? '';
  const after = wholeIn(url.searchParams.get('after'));
  const { rows, next } = await batchTasks(readDb, batch, {
    after,
    limit: ROWS,
    ...(kind === 'gold' || kind === 'ordinary' ? { gold: kind === 'gold' } : {}),
  });
  const { id, name, state, currency } = batch;
  return {
    batch: { id, name, state, currency },
    rows: rows.map((row) => rowOf(row, batch.expiresAt, now)),
    ...{ next, after, kind, here: url.pathname + url.search },
    columns: variablesOf(batch.form),
    unit: formatMoney({ currency, amountMinor: unitMinor(batch) }),
    mayAdd: may(actor, 'fund') && batch.state !== 'closing',
  };
}

function rowOf(row: TaskRow, expiresAt: Date | null, now: Date) {
  const task = { ...row, expiresAt: row.expiresAt ?? expiresAt };
  const status = taskStatus(task, row, now);
  const free = freeSlots(task, now);
  const { id, number, gold, live, waiting, approved, rejected, input } = row;
  const decided = approved + rejected;
  return { id, number, gold, free, live, waiting, decided, status, row: rowWords(input) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return addByHand(context, request, params.id);
}

type Row = ReturnType<typeof rowOf>;

export default function ListPage({ loaderData, actionData }: Route.ComponentProps) {
  const { batch, rows, next, after, kind, here, columns, unit, mayAdd } = loaderData;
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/tasks', label: text.site.places.tasks },
            { href: `/tasks/batches/${batch.id}`, label: batch.name },
          ]}
          title={words.title(batch.name)}
          state={<StateBadge {...text.states.batch[batch.state]} boxed />}
        />
      }
    >
      <div>
        <FilterBar>
          <FilterSelect
            name="kind"
            label={words.kind}
            value={kind}
            options={[
              { value: '', label: words.all },
              { value: 'ordinary', label: words.ordinary },
              { value: 'gold', label: words.goldOnly },
            ]}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <div className="mt-5">
            <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
          </div>
        ) : (
          <DataTable
            caption={words.caption}
            columns={columnsOf(batch.id)}
            rows={rows}
            rowKey={(row) => row.id}
          />
        )}
        <Paging
          earlier={after === 0 ? undefined : withQuery(here, { after: null })}
          later={next === null ? undefined : withQuery(here, { after: String(next) })}
          labels={{ earlier: words.first, later: words.next }}
          span={rows.length === 0 ? '' : words.span(first, last)}
        />
      </div>
      {mayAdd && (
        <Section id="add" title={words.addTitle}>
          <AddTasks columns={columns} unit={unit} problems={actionData} />
        </Section>
      )}
    </WorkPage>
  );
}

function columnsOf(batchId: string): Column<Row>[] {
  const { columns } = words;
  return [
    {
      key: 'number',
      head: columns.number,
      card: 'name',
      cell: (row) => (
        <>
          <a className="lk" href={`/tasks/batches/${batchId}/tasks/${row.id}`}>
            {words.one(row.number)}
          </a>
          {row.gold && <CellNote>{words.gold}</CellNote>}
        </>
      ),
    },
    {
      key: 'state',
      head: columns.state,
      card: 'top',
      cell: (row) => <StateBadge {...text.states.task[row.status]} />,
    },
    { key: 'input', head: columns.input, card: 'full', cell: (row) => row.row },
    number('free', columns.free),
    number('live', columns.live),
    number('waiting', columns.waiting),
    number('decided', columns.decided),
  ];
}

function number(key: 'free' | 'live' | 'waiting' | 'decided', head: string): Column<Row> {
  return { key, head, numeric: true, card: 'half', cell: (row) => row[key].toLocaleString('en') };
}
