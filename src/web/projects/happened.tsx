import type { EventSight } from '#domain/evidence/queries/events.ts';
import { eventHref } from '#web/evidence/addresses.ts';
import { EventSentence, eventConsequence, wordsOf } from '#web/evidence/event-words.tsx';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { Timeline, TimelineEvent } from '#web/ui/timeline.tsx';

/** What happened on a project or a proposal, as far as it names the reader; newest first. */
export function Happened({ events, partyId }: { events: readonly EventSight[]; partyId: string }) {
  if (events.length === 0) return null;
  return (
    <Section id="happened" title={text.projects.page.happened}>
      <Timeline>
        {events.map((event) => {
          const { icon, tone } = wordsOf(event);
          const consequence = eventConsequence(event, partyId);
          return (
            <TimelineEvent
              key={event.id}
              icon={icon}
              tone={tone}
              at={event.at}
              seq={event.seq}
              href={eventHref(event.id)}
              {...(consequence === undefined ? {} : { consequence })}
            >
              <EventSentence event={event} partyId={partyId} />
            </TimelineEvent>
          );
        })}
      </Timeline>
    </Section>
  );
}
