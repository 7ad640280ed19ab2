import { countryName } from '#domain/accounts/country.ts';
import { type FoundMember, findMembers } from '#domain/accounts/queries/find-members.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/members.ts';
import { OperatorArea } from './area.tsx';
import { FilterText } from './filter-text.tsx';
import { listQuery, pageLinks, present, ROWS } from './list-query.ts';

const words = text.operator.members;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = operatorOnly(context);
  const { get, cursor } = listQuery(request);
  const search = get('q');
  const suspended = get('state') === 'suspended';
  const question = { ...present({ search, cursor }), suspended, limit: ROWS };
  const page = await findMembers(readDb, actor, question);
  const rows = page.rows.map((row) => ({
    ...row,
    countryName: row.country === null ? '' : countryName(row.country),
  }));
  return { rows, links: pageLinks(request, page), search: search ?? '', suspended };
}

type Row = FoundMember & { countryName: string };

const COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    head: words.columns.name,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/operator/members/${row.id}`}>
          {row.name}
        </a>
        <CellNote>{row.email}</CellNote>
      </>
    ),
  },
  { key: 'country', head: words.columns.country, card: 'half', cell: (row) => row.countryName },
  {
    key: 'since',
    head: words.columns.since,
    card: 'half',
    cell: (row) => <Day at={row.createdAt} />,
  },
  {
    key: 'state',
    head: words.columns.state,
    card: 'full',
    cell: (row) => (
      <>
        <StateBadge {...(row.suspendedAt === null ? words.active : words.suspended)} />
        {row.operator && <CellNote>{words.operator}</CellNote>}
      </>
    ),
  },
];

export default function Members({ loaderData }: Route.ComponentProps) {
  const { rows, links, search, suspended } = loaderData;
  return (
    <OperatorArea place="members" title={words.title}>
      <div>
        <FilterBar>
          <FilterText name="q" label={words.search} value={search} />
          <FilterSelect
            name="state"
            label={words.state}
            value={suspended ? 'suspended' : ''}
            options={[
              { value: '', label: words.all },
              { value: 'suspended', label: words.suspendedOnly },
            ]}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <div className="mt-5">
            <EmptyState title={words.none.title}>{words.none.text}</EmptyState>
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
