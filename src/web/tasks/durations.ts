/** Lengths of time as forms write them. */
import { Refusal } from '#domain/kernel/refusal.ts';

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

/** The refusals, with the bounds of these fields in the unit that their form takes fractions of. */
export function boundsIn(
  units: Readonly<Record<string, number>>,
  refusals: readonly Refusal[],
): Refusal[] {
  return refusals.map((refusal) => {
    const { code, data, field } = refusal;
    const unit = units[field ?? ''];
    const { from, to } = data;
    if (unit === undefined || typeof from !== 'number' || typeof to !== 'number') return refusal;
    // Rounded into the bounds, so that what the words allow passes.
    const bounds = { from: Math.ceil((from / unit) * 1e4) / 1e4, to: Math.floor(to / unit) };
    return new Refusal(code, { ...data, ...bounds, fraction: true }, field);
  });
}

export const MINUTE = 60;
export const DAY = 86_400;
