import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { useFrame } from '#web/ui/frame/frame.ts';
import { Money } from '#web/ui/money.tsx';
import { formatTime } from '#web/ui/time.tsx';
import { workSumHref } from '../addresses.ts';
import type { PageSight } from './assignment-sight.ts';

const words = text.work.task;
const DAY_MS = 86_400_000;

/** What the day and the hour bring here, and how long the task stays with the worker. */
export function Pace({ sight }: { sight: PageSight }) {
  const { batchId, currency, pace } = sight;
  const today = { amountMinor: pace?.todayMinor ?? 0n, currency };
  const hourly = pace?.ownHourlyMinor ?? null;
  return (
    <dl className="grid grid-cols-3 text-sm border-t border-base-300 py-3 gap-3">
      <Fact label={words.today}>
        <Evidence href={workSumHref(batchId, 'today')}>
          <Money amount={today} />
        </Evidence>
      </Fact>
      <Fact label={words.pace}>
        {hourly === null ? (
          <span className="font-normal text-muted">{words.noPace}</span>
        ) : (
          <Evidence href={workSumHref(batchId, 'pace')}>
            <Money amount={{ amountMinor: hourly, currency }} />
            /h
          </Evidence>
        )}
      </Fact>
      <Fact label={words.until}>
        <Until at={sight.deadline} />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

/**
 * Tells that the time runs out, and then that it is over: by script, but after the end the page
 * itself says so. The last fifth of the time counts as the end, a minute at most.
 */
export function TimeSaid({ sight }: { sight: PageSight }) {
  const { now } = useFrame();
  const { acceptedAt, deadline, shown } = sight;
  const limit = (deadline.getTime() - acceptedAt.getTime()) / 1_000;
  const soonAt = Math.min(60, Math.round(limit / 5));
  const over = shown?.kind === 'html' ? words.timeOverFrame : words.timeOver;
  return (
    <p
      className="mt-2.5 text-sm text-hold"
      role="status"
      data-time-said=""
      data-soon-at={soonAt}
      data-soon={words.soon(soonAt)}
      data-over={over}
    >
      {deadline <= new Date(now) && over}
    </p>
  );
}

/** `14:32 UTC`, and how long that is; the day too where it is another one. */
function Until({ at }: { at: Date }) {
  const { timeZone, now } = useFrame();
  const left = at.getTime() - new Date(now).getTime();
  const seconds = Math.ceil(left / 1_000);
  const full = formatTime(at, timeZone);
  const shown = left < DAY_MS ? full.slice(full.indexOf(', ') + 2) : full;
  return (
    <>
      <time dateTime={at.toISOString()}>{shown}</time>{' '}
      <span className="font-normal text-muted whitespace-nowrap" data-time-left={seconds}>
        {words.left(seconds)}
      </span>
    </>
  );
}
