import { type OutboxMail, outbox } from '#domain/notifications/queries/outbox.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge, type StateLook } from '#web/ui/state.tsx';
import { FilterBar, FilterSelect, Paging } from '#web/ui/table-controls.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/outbox.ts';
import { OperatorArea } from './area.tsx';
import { listQuery, pageLinks, present, ROWS } from './list-query.ts';

const words = text.operator.outbox;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.operator.places.outbox) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor, config } = operatorOnly(context);
  const { get, cursor } = listQuery(request);
  const unsent = get('show') === 'unsent';
  const page = await outbox(readDb, actor, { ...present({ cursor }), unsent, limit: ROWS });
  const delivers = config.delivers === true;
  return { rows: page.rows, links: pageLinks(request, page), unsent, delivers };
}

export function mailState(mail: OutboxMail): StateLook {
  if (mail.sentAt !== null) return words.sent;
  return mail.lastError === '' ? words.waiting : words.failed;
}

const COLUMNS: Column<OutboxMail>[] = [
  {
    key: 'subject',
    head: words.columns.subject,
    card: 'name',
    cell: (row) => (
      <a className="lk" href={`/operator/outbox/${row.id}`}>
        {row.subject}
      </a>
    ),
  },
  { key: 'to', head: words.columns.to, card: 'full', cell: (row) => row.recipient },
  { key: 'at', head: words.columns.at, card: 'full', cell: (row) => <Time at={row.createdAt} /> },
  {
    key: 'state',
    head: words.columns.state,
    card: 'top',
    cell: (row) => <StateBadge {...mailState(row)} />,
  },
];

export default function Outbox({ loaderData }: Route.ComponentProps) {
  const { rows, links, unsent, delivers } = loaderData;
  const none = unsent ? words.noneUnsent : words.none;
  return (
    <OperatorArea place="outbox" title={words.title(!delivers)}>
      <div>
        {!delivers && <p className="mb-4">{words.lead}</p>}
        <FilterBar>
          <FilterSelect
            name="show"
            label={words.show}
            value={unsent ? 'unsent' : ''}
            options={[
              { value: '', label: words.all },
              { value: 'unsent', label: words.unsentOnly },
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
