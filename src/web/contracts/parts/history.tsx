import { eventHref } from '#web/evidence/addresses.ts';
import { EventSentence, eventConsequence, wordsOf } from '#web/evidence/event-words.tsx';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { Timeline, TimelineEvent, ViewLinks } from '#web/ui/timeline.tsx';
import type { ContractData, HistoryView } from '../contract-data.ts';

/** The events of the contract, newest first, with what followed from each. */
export function History({ data }: { data: ContractData }) {
  const { history, page, partyId } = data;
  const words = text.contracts.history;
  const { view, events, next, counts, before } = history;
  const base = `/contracts/${page.contract.id}`;
  const href = (name: HistoryView) =>
    name === 'all' ? `${base}#history` : `${base}?show=${name}#history`;
  const query = view === 'all' ? '?' : `?show=${view}&`;
  return (
    <Section
      id="history"
      title={words.title}
      beside={
        <ViewLinks
          label={words.views}
          links={(['all', 'money', 'deliveries'] as const).map((name) => ({
            href: href(name),
            label: `${words[name]} ${counts[name]}`,
            current: name === view,
          }))}
        />
      }
    >
      {events.length === 0 && <p className="mt-3 text-muted">{words.none}</p>}
      <Timeline>
        {events.map((event) => {
          const { icon, tone } = wordsOf(event);
          return (
            <TimelineEvent
              key={event.id}
              icon={icon}
              tone={tone}
              at={event.at}
              seq={event.seq}
              href={eventHref(event.id)}
              consequence={eventConsequence(event, partyId)}
            >
              <EventSentence event={event} partyId={partyId} />
            </TimelineEvent>
          );
        })}
      </Timeline>
      <p className="flex flex-wrap gap-3">
        {before !== null && (
          <a className="btn btn-sm" href={href(view)}>
            {words.newest}
          </a>
        )}
        {next !== null && (
          <a className="btn btn-sm" href={`${base}${query}before=${next}#history`}>
            {words.earlier}
          </a>
        )}
      </p>
    </Section>
  );
}
