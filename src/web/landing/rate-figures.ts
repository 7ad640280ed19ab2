/**
 * What an hour of architectural illustration was reported to cost on 4 July 2007, in whole US
 * dollars, as a weblog on person-to-person outsourcing read it from one market's listings.
 */
export type RateFigure = { country: string; low: number; high: number };

export const RATES_2007: readonly RateFigure[] = [
  { country: 'US', low: 70, high: 75 },
  { country: 'Spain', low: 40, high: 40 },
  { country: 'Australia', low: 30, high: 30 },
  { country: 'UK', low: 20, high: 20 },
  { country: 'India', low: 10, high: 10 },
  { country: 'Romania', low: 10, high: 10 },
  { country: 'Philippines', low: 8, high: 8 },
  { country: 'Uruguay', low: 8, high: 8 },
];

export function rateWords({ low, high }: RateFigure): string {
  return low === high ? String(low) : `${low}–${high}`;
}
