/** How long something lasts, in words; the page says it first, and a small script goes on. */

/** From here on each second is told. */
const LAST_SECONDS = 300;

/** `15 s`, `12 min`, `3 hours`, `2 days`: whole units, the nearest. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(0, Math.round(seconds))} s`;
  if (seconds < 5_400 && seconds !== 3_600) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return plural(Math.round(seconds / 3_600), 'hour', 'hours');
  return plural(Math.round(seconds / 86_400), 'day', 'days');
}

/** What is left until a deadline, to the second in the last five minutes: `4 min 9 s`. */
export function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole <= 0) return 'time is over';
  if (whole < 60 || whole > LAST_SECONDS) return duration(whole);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
