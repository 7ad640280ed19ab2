/**
 * `<span data-time-left="42">`: counts down the seconds for which the task is its worker's.
 * `[data-time-said]` says once that the last `data-soon-at` of them have begun, in its `data-soon`,
 * and once that they are over, in its `data-over`.
 */
import { timeLeft } from '#web/text/time-left.ts';

const SECOND_MS = 1_000;

for (const place of document.querySelectorAll<HTMLElement>('[data-time-left]')) countDown(place);

/** By the clock and not by ticks, which a browser saves on in a tab that nobody sees. */
function countDown(place: HTMLElement): void {
  const end = Date.now() + Number(place.dataset.timeLeft) * SECOND_MS;
  const said = document.querySelector<HTMLElement>('[data-time-said]');
  const soonAt = Number(said?.dataset.soonAt);
  const timer = setInterval(tick, SECOND_MS);

  function tick(): void {
    const left = (end - Date.now()) / SECOND_MS;
    place.textContent = timeLeft(left);
    if (left <= 0) clearInterval(timer);
    if (left <= 0) say(said, said?.dataset.over);
    else if (left <= soonAt) say(said, said?.dataset.soon);
  }
}

/** A screen reader reads what is written anew, so the same is written once. */
function say(said: HTMLElement | null, words = ''): void {
  if (said !== null && said.textContent !== words) said.textContent = words;
}
