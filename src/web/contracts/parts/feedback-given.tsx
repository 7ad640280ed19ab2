import { ReplyBelow } from '#web/reputation/feedback-list.tsx';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Time } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';
import { PartyLink } from './party-link.tsx';

/** What was said, as far as this reader may see it. */
export function FeedbackGiven({ data }: { data: ContractData }) {
  const { feedback, partyId } = data;
  const { clientId } = data.page.contract;
  if (feedback.length === 0) return null;
  const words = text.feedback;
  return (
    <Section id="feedback" title={words.title}>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {feedback.map((one) => (
          <li key={one.id} className="py-3">
            <p className="flex flex-wrap items-center gap-x-3">
              <b>
                {one.fromParty === partyId ? (
                  text.evidence.you
                ) : (
                  <PartyLink
                    data={data}
                    side={one.fromParty === clientId ? 'client' : 'freelancer'}
                  >
                    {one.fromName}
                  </PartyLink>
                )}
              </b>
              <Stars count={one.stars} />
              <span className="text-sm text-muted">
                <Time at={one.givenAt} />
                {one.revealedAt === null && ` · ${words.hidden}`}
              </span>
            </p>
            {one.comment !== '' && (
              <p className="mt-1 whitespace-pre-line max-w-[62ch]">{one.comment}</p>
            )}
            {one.revealedAt !== null && (
              <ReplyBelow
                row={one}
                about={one.aboutParty === partyId ? text.evidence.you : data.people.other.name}
                isOwn={one.aboutParty === partyId}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Stars({ count }: { count: number }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium">
      <Icon name="star" />
      {text.feedback.stars(count)}
    </span>
  );
}
