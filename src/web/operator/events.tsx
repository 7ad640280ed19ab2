import { findEvents } from '#domain/evidence/queries/find-events.ts';
import { EVENT_KINDS } from '#domain/kernel/event.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import {
  FilterBar,
  FilterSelect,
  Paging,
  SelectedFilters,
  withQuery,
} from '#web/ui/table-controls.tsx';
import type { Route } from './+types/events.ts';
import { OperatorArea } from './area.tsx';
import { EventList } from './event-list.tsx';
import { FilterText } from './filter-text.tsx';
import { listQuery, pageLinks, present, ROWS } from './list-query.ts';

const words = text.operator.events;
/** Things that something can happen to, and below each the acts. */
const THINGS = [...new Set(EVENT_KINDS.map((kind) => `${kind.split('.')[0]}.`))];

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor, now } = operatorOnly(context);
  const { get, cursor } = listQuery(request);
  const filters = { kind: get('kind'), rootId: get('root'), memberId: get('member') };
  const question = { ...present({ ...filters, cursor }), limit: ROWS, now };
  const page = await findEvents(readDb, actor, question);
  const { pathname, search } = new URL(request.url);
  return {
    events: page.rows,
    links: pageLinks(request, page),
    here: pathname + search,
    filters,
    partyId: actor.partyId,
  };
}

export default function Events({ loaderData }: Route.ComponentProps) {
  const { events, links, filters, here, partyId } = loaderData;
  const chosen = [
    { name: 'kind', label: filters.kind },
    { name: 'root', label: filters.rootId && words.filtered.root },
    { name: 'member', label: filters.memberId && words.filtered.member },
  ].flatMap(({ name, label }) =>
    label === undefined ? [] : [{ label, without: withQuery(here, { [name]: null }) }],
  );
  return (
    <OperatorArea place="events" title={words.title}>
      <div>
        <FilterBar>
          <FilterSelect
            name="kind"
            label={words.kind}
            value={filters.kind ?? ''}
            options={[
              { value: '', label: words.anything },
              ...THINGS.map((thing) => ({
                value: thing,
                label: thing.replace('.', '').replaceAll('_', ' '),
              })),
            ]}
          />
          <FilterText name="root" label={words.root} value={filters.rootId ?? ''} />
          <FilterText name="member" label={words.member} value={filters.memberId ?? ''} />
        </FilterBar>
        <SelectedFilters filters={chosen} />
      </div>
      <Section id="events" title={words.list}>
        {events.length === 0 ? (
          <div className="mt-3">
            <EmptyState title={words.none.title} level={3}>
              {words.none.text}
            </EmptyState>
          </div>
        ) : (
          <>
            <EventList events={events} partyId={partyId} />
            <Paging {...links} span={text.operator.span(events.length)} />
          </>
        )}
      </Section>
    </OperatorArea>
  );
}
