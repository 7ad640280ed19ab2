import { decimalAmount } from '#domain/kernel/money.ts';

/**
 * What was at stake, in units of the base currency, to two digits: enough to weigh an outcome, and
 * nobody's exact price. `baseUnits` is what one unit of the currency weighs; money in a currency
 * that has no weight weighs nothing. No money is ever converted with it.
 */
export function stakeInBase(fundedMinor: bigint, currency: string, baseUnits: number): number {
  const amount = Number(decimalAmount(fundedMinor, currency)) * baseUnits;
  return amount === 0 ? 0 : Number(amount.toPrecision(2));
}
