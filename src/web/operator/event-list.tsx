import type { FoundEvent } from '#domain/evidence/queries/find-events.ts';
import { eventHref } from '#web/evidence/addresses.ts';
import { EventSentence, wordsOf } from '#web/evidence/event-words.tsx';
import { text } from '#web/text/catalogue.ts';
import { Timeline, TimelineEvent } from '#web/ui/timeline.tsx';

/** Events of all roots; each leads to the others of its root. */
export function EventList({ events, partyId }: { events: readonly FoundEvent[]; partyId: string }) {
  return (
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
            consequence={
              <a className="lk" href={`/operator/events?root=${event.rootId}`}>
                {event.rootName ?? text.operator.events.market}
              </a>
            }
          >
            <EventSentence event={event} partyId={partyId} />
          </TimelineEvent>
        );
      })}
    </Timeline>
  );
}
