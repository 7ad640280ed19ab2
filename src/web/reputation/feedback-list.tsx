import type { Page } from '#domain/kernel/cursor.ts';
import type { FeedbackRow } from '#domain/reputation/queries/feedback.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Day } from '#web/ui/time.tsx';

const words = text.reputation.client;

/** What others wrote of a party, the newest first, each with the one answer it got. */
export function FeedbackList({
  title,
  none,
  about,
  page,
  base,
  paged,
  isOwn,
  fromHref,
}: {
  title: string;
  none: string;
  about: string;
  page: Page<FeedbackRow>;
  base: string;
  /** Whether this is not the newest page. */
  paged: boolean;
  isOwn: boolean;
  /** Where the page of whoever wrote it is. */
  fromHref?: (row: FeedbackRow) => string;
}) {
  return (
    <Section id="feedback" title={title}>
      {page.rows.length === 0 ? (
        <p className="mt-2 text-muted">{none}</p>
      ) : (
        <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
          {page.rows.map((row) => (
            <One key={row.id} row={row} about={about} isOwn={isOwn} from={fromHref?.(row)} />
          ))}
        </ul>
      )}
      {(page.next !== null || paged) && (
        <nav className="mt-4 flex flex-wrap gap-3" aria-label={title}>
          {page.next !== null && (
            <a className="btn btn-sm max-md:h-11" href={`${base}?cursor=${page.next}#feedback`}>
              {words.older}
            </a>
          )}
          {paged && (
            <a className="btn btn-sm max-md:h-11" href={`${base}#feedback`}>
              {words.newest}
            </a>
          )}
        </nav>
      )}
    </Section>
  );
}

function One({
  row,
  about,
  isOwn,
  from,
}: {
  row: FeedbackRow;
  about: string;
  isOwn: boolean;
  from: string | undefined;
}) {
  return (
    <li className="py-4" id={`feedback-${row.id}`}>
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="inline-flex items-center gap-1.5 font-medium">
          <Icon name="star" />
          {text.feedback.stars(row.stars)}
        </span>
        <b className="font-semibold">
          {from === undefined ? (
            row.fromName
          ) : (
            <a className="lk" href={from}>
              {row.fromName}
            </a>
          )}
        </b>
        <span className="text-sm text-muted">
          <Day at={row.revealedAt ?? row.givenAt} />
        </span>
        {!isOwn && (
          <a
            className="text-sm text-muted underline ms-auto py-1"
            href={`/report/feedback/${row.id}`}
          >
            {words.report}
            <span className="sr-only"> {words.reportOf(row.fromName)}</span>
          </a>
        )}
      </p>
      {row.comment !== '' && (
        <p className="mt-1 whitespace-pre-line wrap-anywhere max-w-[62ch]">{row.comment}</p>
      )}
      <ReplyBelow row={row} about={about} isOwn={isOwn} />
    </li>
  );
}

/** The answer of the party that feedback is about; for that party the way to give it. */
export function ReplyBelow({
  row,
  about,
  isOwn,
}: {
  row: Pick<FeedbackRow, 'id' | 'reply'>;
  about: string;
  isOwn: boolean;
}) {
  if (row.reply === null) {
    if (!isOwn) return null;
    return (
      <p className="mt-2">
        <a className="btn btn-sm max-md:h-11" href={`/feedback/${row.id}/reply`}>
          {words.doReply}
        </a>
      </p>
    );
  }
  return (
    <div className="mt-3 ms-4 border-s-2 border-base-300 ps-4 max-w-[58ch]">
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>
          <b className="font-semibold text-base-content">{words.reply(about)}</b>{' '}
          <Day at={row.reply.at} />
        </span>
        {!isOwn && (
          <a className="underline ms-auto" href={`/report/feedback_reply/${row.id}`}>
            {words.report}
            <span className="sr-only"> {words.reportReplyOf(about)}</span>
          </a>
        )}
      </p>
      <p className="mt-0.5 whitespace-pre-line wrap-anywhere">{row.reply.text}</p>
    </div>
  );
}
