import { eventHref } from '#web/evidence/addresses.ts';
import { EventSentence, eventConsequence, wordsOf } from '#web/evidence/event-words.tsx';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { Timeline, TimelineEvent, ViewLinks } from '#web/ui/timeline.tsx';
import type { BatchData, HistoryView } from './batch-data.ts';

const words = text.batches.page;

/** The events of the batch itself, newest first; those of one worker's work stand on its answers. */
export function BatchHistory({ data }: { data: BatchData }) {
  const { batch, history, partyId } = data;
  const base = `/tasks/batches/${batch.id}`;
  const query = history.view === 'main' ? '?' : `?show=${history.view}&`;
  const href = (view: HistoryView) => `${base}${view === 'main' ? '' : `?show=${view}`}#history`;
  return (
    <Section
      id="history"
      title={words.history}
      beside={
        <ViewLinks
          label={words.views}
          links={(['main', 'money', 'all'] as const).map((view) => ({
            href: href(view),
            label: words.viewNames[view],
            current: view === history.view,
          }))}
        />
      }
    >
      {history.events.length === 0 && <p className="mt-3 text-muted">{words.noEvents}</p>}
      <Timeline>
        {history.events.map((event) => {
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
        {!history.first && (
          <a className="btn btn-sm" href={href(history.view)}>
            {words.newest}
          </a>
        )}
        {history.next !== null && (
          <a className="btn btn-sm" href={`${base}${query}before=${history.next}#history`}>
            {words.earlier}
          </a>
        )}
      </p>
    </Section>
  );
}
