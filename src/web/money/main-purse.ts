import type { PurseSight } from '#domain/billing/queries/my-money.ts';

/**
 * The purse that a heading speaks of, since sums of different currencies cannot be compared: the
 * marketplace's own currency if the party uses it, else the first in which anything lies.
 */
export function mainPurse(
  purses: readonly PurseSight[],
  baseCurrency: string,
): PurseSight | undefined {
  return (
    purses.find((purse) => purse.currency === baseCurrency) ??
    purses.find((purse) => purse.availableMinor + purse.pendingMinor + purse.escrowMinor > 0n) ??
    purses[0]
  );
}
