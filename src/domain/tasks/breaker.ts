/** The breaker: a wave of rejections stops until an operator has looked at it. */

/** Fewer rejections than this are no wave. */
export const WAVE_REJECTIONS = 10;
/** The share of decided answers, in percent, above which rejections stop. */
export const WAVE_PERCENT = 30;

/** Whether one more rejection would make a wave of what was decided in this batch so far. */
export function tripsBreaker(decided: { approved: number; rejected: number }): boolean {
  const rejected = decided.rejected + 1;
  const all = decided.approved + rejected;
  return rejected > WAVE_REJECTIONS && rejected * 100 > all * WAVE_PERCENT;
}
