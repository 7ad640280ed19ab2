import type { ReportState } from '#domain/reputation/abuse.ts';
import { type ReportRow, reports, waitingReports } from '#domain/reputation/queries/reports.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging } from '#web/ui/table-controls.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/reports.ts';
import { OperatorArea } from './area.tsx';
import { listQuery, pageLinks, present, ROWS } from './list-query.ts';

const words = text.reputation.operator;
const STATES = Object.keys(text.reputation.states) as ReportState[];
const MANY = 100;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.place) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = operatorOnly(context);
  const { get, cursor } = listQuery(request);
  const state = STATES.find((one) => one === get('state')) ?? 'open';
  const page = await reports(readDb, actor, { ...present({ cursor }), state, limit: ROWS });
  const { count } = await waitingReports(readDb, MANY);
  return { rows: page.rows, links: pageLinks(request, page, state === 'open'), state, count };
}

const COLUMNS: Column<ReportRow>[] = [
  {
    key: 'what',
    head: words.columns.what,
    card: 'name',
    cell: (row) => (
      <a className="lk" href={`/operator/reports/${row.id}`}>
        {text.reputation.kinds[row.subjectKind]}
      </a>
    ),
  },
  { key: 'about', head: words.columns.about, card: 'half', cell: (row) => row.aboutName },
  {
    key: 'reason',
    head: words.columns.reason,
    card: 'half',
    cell: (row) => text.reputation.report.reasons[row.reason],
  },
  { key: 'reporter', head: words.columns.reporter, card: 'half', cell: (row) => row.reporterName },
  { key: 'at', head: words.columns.at, card: 'half', cell: (row) => <Time at={row.reportedAt} /> },
  {
    key: 'state',
    head: words.columns.state,
    card: 'full',
    cell: (row) => <StateBadge {...text.reputation.states[row.state]} />,
  },
];

export default function Reports({ loaderData }: Route.ComponentProps) {
  const { rows, links, state, count } = loaderData;
  const waiting =
    count === 0
      ? words.none.title
      : count === 1
        ? words.one
        : words.title(text.operator.overview.many(count, MANY));
  const none = state === 'open' ? words.none : words.noneOther;
  return (
    <OperatorArea place="reports" title={state === 'open' ? waiting : words.listed[state]}>
      <div>
        <FilterBar>
          <FilterSelect
            name="state"
            label={words.state}
            value={state}
            options={STATES.map((one) => ({
              value: one,
              label: text.reputation.states[one].word,
            }))}
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
