import { useFrame } from './frame/frame.ts';

const MINUTE = 60_000;
const UNITS = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

const relativeWords = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const formats = new Map<string, Intl.DateTimeFormat>();

type Moment = Date | string;

/** `19 Nov 2026, 16:42 UTC · 2 days ago`, in the member's zone, which is always written. */
export function Time({ at, relative = true }: { at: Moment; relative?: boolean }) {
  const { timeZone, now } = useFrame();
  const date = new Date(at);
  const words = formatTime(date, timeZone);
  const past = relative ? ` · ${relativeTime(date, new Date(now))}` : '';
  return (
    <>
      <time dateTime={date.toISOString()}>{words}</time>
      {past}
    </>
  );
}

/** `until 3 Dec 2026, 16:42 UTC, in 12 days` without the word until. */
export function Deadline({ at }: { at: Moment }) {
  const { timeZone, now } = useFrame();
  const date = new Date(at);
  return (
    <>
      <time dateTime={date.toISOString()}>{formatTime(date, timeZone)}</time>
      {`, ${relativeTime(date, new Date(now))}`}
    </>
  );
}

/** `19 Nov 2026`: a moment's day in the member's zone, or a calendar day given as `2026-11-19`. */
export function Day({ at }: { at: Moment }) {
  const { timeZone } = useFrame();
  const calendar = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at);
  const date = new Date(at);
  const words = format(date, calendar ? 'UTC' : timeZone, false);
  return <time dateTime={calendar ? at : date.toISOString()}>{words}</time>;
}

export function formatTime(date: Date, timeZone: string): string {
  return format(date, timeZone, true);
}

/**
 * `2 days ago`, `in 12 days`, `just now`; whole units, cut rather than rounded, but days to come
 * are rounded: what lasts seven days ends in seven a minute later, too.
 */
export function relativeTime(date: Date, now: Date): string {
  const distance = date.getTime() - now.getTime();
  for (const [unit, length] of UNITS) {
    if (Math.abs(distance) < length) continue;
    const whole = unit === 'day' && distance > 0 ? Math.round : Math.trunc;
    return relativeWords.format(whole(distance / length), unit);
  }
  return distance > 0 ? 'in less than a minute' : 'just now';
}

function format(date: Date, timeZone: string, withTime: boolean): string {
  const name = `${timeZone} ${withTime}`;
  let known = formats.get(name);
  if (known === undefined) {
    const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
    const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
    known = new Intl.DateTimeFormat('en-GB', { ...day, ...(withTime ? time : {}), timeZone });
    formats.set(name, known);
  }
  return known.format(date);
}
