/** The ledger recomputed: how much was read, what differed, and what each kind of account held then. */
import type { AccountKind } from '#domain/ledger/account.ts';
import type { LedgerTotal } from '#domain/ledger/queries/ledger-totals.ts';
import type { Difference, LedgerReport } from '#domain/ledger/queries/verify-ledger.ts';

/** As it is kept in an event: sums in minor units as text. */
export type LedgerCheck = {
  accounts: number;
  transfers: number;
  tookMs: number;
  /** How many were found; `differences` holds the first of them. */
  differenceCount: number;
  differences: {
    what: Difference['what'];
    account: string;
    currency: string;
    expectedMinor: string;
    foundMinor: string;
  }[];
  totals: { kind: AccountKind; currency: string; totalMinor: string; accounts: number }[];
};

const KEPT_DIFFERENCES = 200;

/** The check as it is kept; `tookMs` in milliseconds. */
export function ledgerCheck(
  report: LedgerReport,
  totals: readonly LedgerTotal[],
  tookMs: number,
): LedgerCheck {
  return {
    accounts: report.accounts,
    transfers: report.transfers,
    tookMs,
    differenceCount: report.differences.length,
    differences: report.differences.slice(0, KEPT_DIFFERENCES).map((one) => ({
      ...one,
      expectedMinor: one.expectedMinor.toString(),
      foundMinor: one.foundMinor.toString(),
    })),
    totals: totals.map((one) => ({ ...one, totalMinor: one.totalMinor.toString() })),
  };
}
