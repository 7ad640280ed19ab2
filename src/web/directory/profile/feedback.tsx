import type { FeedbackRow } from '#domain/reputation/queries/feedback.ts';
import { ReplyBelow } from '#web/reputation/feedback-list.tsx';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Paging, withQuery } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import type { ProfileSight } from './profile-sight.ts';

const words = text.directory.profile;

/** What clients wrote, the newest first, each with the answer it got. */
export function Feedback({ sight, here }: { sight: ProfileSight; here: string }) {
  const { feedback, cursor, freelancer } = sight;
  if (feedback.rows.length === 0) {
    return (
      <Section id="feedback" title={words.feedback}>
        <p className="mt-2 text-muted">{words.feedbackNone}</p>
      </Section>
    );
  }
  const earlier = feedback.next === null ? undefined : withQuery(here, { cursor: feedback.next });
  const later = cursor === '' ? undefined : withQuery(here, { cursor: null });
  return (
    <Section id="feedback" title={words.feedback}>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {feedback.rows.map((row) => (
          <One key={row.id} row={row} about={freelancer.name} mayReport={!sight.isOwn} />
        ))}
      </ul>
      {(earlier ?? later) !== undefined && (
        <Paging
          earlier={earlier === undefined ? undefined : `${earlier}#feedback`}
          later={later === undefined ? undefined : `${later}#feedback`}
          labels={{ earlier: words.olderFeedback, later: words.newestFeedback }}
          span={null}
        />
      )}
    </Section>
  );
}

function One({ row, about, mayReport }: { row: FeedbackRow; about: string; mayReport: boolean }) {
  const { fromName, stars, comment, revealedAt, givenAt, id } = row;
  return (
    <li className="py-4" id={`feedback-${id}`}>
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="inline-flex items-center gap-1.5 font-medium">
          <Icon name="star" />
          {text.feedback.stars(stars)}
        </span>
        <b className="font-semibold">{fromName}</b>
        <span className="text-sm text-muted">
          <Day at={revealedAt ?? givenAt} />
        </span>
        {mayReport && (
          <a
            className="text-sm text-muted underline ms-auto py-1"
            href={reportHref('feedback', id)}
          >
            {words.reportFeedback}
            <span className="sr-only"> {words.reportOf(fromName)}</span>
          </a>
        )}
      </p>
      {comment !== '' && <p className="mt-1 whitespace-pre-line max-w-[62ch]">{comment}</p>}
      <ReplyBelow row={row} about={about} isOwn={!mayReport} />
    </li>
  );
}

/** Where somebody says that a thing breaks the rules. */
export function reportHref(kind: 'feedback' | 'freelancer', id: string): string {
  return `/report/${kind}/${id}`;
}
