import { countryName } from '#domain/accounts/country.ts';
import {
  type FoundOrganization,
  findOrganizations,
} from '#domain/accounts/queries/find-organizations.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { FilterBar, Paging } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/organizations.ts';
import { OperatorArea } from './area.tsx';
import { FilterText } from './filter-text.tsx';
import { listQuery, pageLinks, present, ROWS } from './list-query.ts';

const words = text.operator.organizations;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = operatorOnly(context);
  const { get, cursor } = listQuery(request);
  const search = get('q');
  const question = { ...present({ search, cursor }), limit: ROWS };
  const page = await findOrganizations(readDb, actor, question);
  const rows = page.rows.map((row) => ({
    ...row,
    countryName: row.country === null ? '' : countryName(row.country),
  }));
  return { rows, links: pageLinks(request, page), search: search ?? '' };
}

type Row = FoundOrganization & { countryName: string };

const COLUMNS: Column<Row>[] = [
  { key: 'name', head: words.columns.name, card: 'name', cell: (row) => row.name },
  { key: 'kind', head: words.columns.kind, card: 'top', cell: (row) => words.kinds[row.kind] },
  { key: 'country', head: words.columns.country, cell: (row) => row.countryName },
  {
    key: 'members',
    head: words.columns.members,
    numeric: true,
    cell: (row) => <Evidence href={`/operator/events?root=${row.id}`}>{row.members}</Evidence>,
  },
  {
    key: 'since',
    head: words.columns.since,
    cell: (row) => <Day at={row.createdAt} />,
  },
  { key: 'owners', head: words.columns.owners, card: 'full', cell: (row) => row.owners.join(', ') },
];

export default function Organizations({ loaderData }: Route.ComponentProps) {
  const { rows, links, search } = loaderData;
  return (
    <OperatorArea place="organizations" title={words.title}>
      <div>
        <FilterBar>
          <FilterText name="q" label={words.search} value={search} />
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
