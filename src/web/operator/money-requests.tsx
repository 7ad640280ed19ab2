import type { MoneyRequestState } from '#domain/billing/money-request.ts';
import {
  type RequestForOperator,
  requestsForOperator,
  waitingRequests,
} from '#domain/billing/queries/waiting-requests.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Money } from '#web/ui/money.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging } from '#web/ui/table-controls.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/money-requests.ts';
import { OperatorArea } from './area.tsx';
import { listQuery, pageLinks, present, ROWS } from './list-query.ts';

const words = text.operator.money;
const STATES = Object.keys(words.states) as MoneyRequestState[];
const MANY = 100;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.operator.places.money) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = operatorOnly(context);
  const { get, cursor } = listQuery(request);
  const state = STATES.find((one) => one === get('state')) ?? 'requested';
  const kind = (['deposit', 'withdrawal'] as const).find((one) => one === get('kind'));
  const question = { ...present({ kind, cursor }), state, limit: ROWS };
  const page = await requestsForOperator(readDb, actor, question);
  const { count } = await waitingRequests(readDb, MANY);
  const links = pageLinks(request, page, state === 'requested');
  return { rows: page.rows, links, state, kind: kind ?? '', count };
}

const COLUMNS: Column<RequestForOperator>[] = [
  {
    key: 'party',
    head: words.columns.party,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/operator/money/${row.id}`}>
          {row.partyName}
        </a>
        {row.payee !== '' && <CellNote>{row.payee}</CellNote>}
      </>
    ),
  },
  { key: 'kind', head: words.columns.kind, cell: (row) => words.kinds[row.kind] },
  { key: 'reference', head: words.columns.reference, cell: (row) => row.paymentReference },
  {
    key: 'asked',
    head: words.columns.asked,
    card: 'full',
    cell: (row) => <Time at={row.requestedAt} />,
  },
  {
    key: 'state',
    head: words.columns.state,
    card: 'hide',
    cell: (row) => <StateBadge {...words.states[row.state]} />,
  },
  {
    key: 'sum',
    head: words.columns.sum,
    card: 'top',
    numeric: true,
    cell: (row) => <Money amount={row} />,
  },
];

export default function MoneyRequests({ loaderData }: Route.ComponentProps) {
  const { rows, links, state, kind, count } = loaderData;
  const waiting = count === 1 ? words.one : words.title(text.operator.overview.many(count, MANY));
  const none = state === 'requested' ? words.none : words.noneOther;
  return (
    <OperatorArea place="money" title={state === 'requested' ? waiting : words.listed[state]}>
      <div>
        <FilterBar>
          <FilterSelect
            name="state"
            label={words.state}
            value={state}
            options={STATES.map((one) => ({ value: one, label: words.states[one].word }))}
          />
          <FilterSelect
            name="kind"
            label={words.kind}
            value={kind}
            options={[
              { value: '', label: words.bothKinds },
              { value: 'deposit', label: words.kinds.deposit },
              { value: 'withdrawal', label: words.kinds.withdrawal },
            ]}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <div className="mt-5">
            <EmptyState title={none.title}>{none.text}</EmptyState>
          </div>
        ) : (
          <>
            <DataTable
              caption={words.caption}
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => row.id}
            />
            <Paging {...links} span={text.operator.span(rows.length)} />
          </>
        )}
      </div>
    </OperatorArea>
  );
}
