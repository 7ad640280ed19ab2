/** Lengths of time as forms write them. */

/** Seconds from a number of minutes or days as typed; NaN, which no rule lets pass, for what is none. */
export function secondsIn(typed: string | undefined, unitSeconds: number): number {
  const plain = (typed ?? '').trim();
  return /^\d{1,9}(?:\.\d{1,4})?$/.test(plain)
    ? Math.round(Number(plain) * unitSeconds)
    : Number.NaN;
}

/** The number of units, with at most four decimals, for a field. */
export function unitsOf(seconds: number, unitSeconds: number): string {
  return String(Number((seconds / unitSeconds).toFixed(4)));
}

export const MINUTE = 60;
export const DAY = 86_400;
