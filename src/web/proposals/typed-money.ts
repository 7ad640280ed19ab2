/**
 * What a half-written proposal comes to; the same on the server and, while somebody types, in the
 * browser. Nothing is refused here: what cannot be read yet counts as not written.
 */
import { isCurrency, parseAmount } from '#domain/kernel/money.ts';
import type { Pricing } from '#domain/projects/project.ts';

/** Gives what stands in a field, or '' when there is no such field. */
export type ReadField = (name: string) => string;

export type TypedMoney = {
  priceMinor: bigint;
  /** What is paid one by one, in this order. */
  payments: bigint[];
  /** The sum of the milestones; null where none is written. */
  milestonesMinor: bigint | null;
};

/** The money in a form's fields; null until there is a price. */
export function typedMoney(
  read: ReadField,
  { pricing, currency, rows }: { pricing: Pricing; currency: string; rows: number },
): TypedMoney | null {
  const amount = (name: string) => amountOf(read(name), currency);
  if (pricing === 'hourly') {
    const rate = amount('hourlyRate');
    const hours = /^\d{1,6}$/.exec(read('estimatedHours').replace(/[, ]/g, ''))?.[0];
    if (rate === 0n || hours === undefined || Number(hours) === 0) return null;
    const priceMinor = rate * BigInt(hours);
    return { priceMinor, payments: [priceMinor], milestonesMinor: null };
  }
  const priceMinor = amount('price');
  if (priceMinor === 0n) return null;
  const slices = Array.from({ length: rows }, (_, row) => amount(`milestones.${row}.amount`));
  const written = slices.filter((one) => one > 0n);
  const sum = written.reduce((total, one) => total + one, 0n);
  return {
    priceMinor,
    payments: sum === priceMinor ? written : [priceMinor],
    milestonesMinor: written.length === 0 ? null : sum,
  };
}

function amountOf(typed: string, currency: string): bigint {
  if (typed.trim() === '' || !isCurrency(currency)) return 0n;
  try {
    return parseAmount(typed, currency);
  } catch {
    return 0n;
  }
}
