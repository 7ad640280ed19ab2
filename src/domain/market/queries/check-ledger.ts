import { payoutClaims } from '#domain/billing/queries/money-requests.ts';
import { escrowClaims } from '#domain/contracts/queries/escrow-claims.ts';
import { ledgerTotals } from '#domain/ledger/queries/ledger-totals.ts';
import { earningClaims, verifyLedger } from '#domain/ledger/queries/verify-ledger.ts';
import { batchClaims, workClaims } from '#domain/tasks/queries/task-claims.ts';
import type { ReadDb } from '#platform/database.ts';
import { type LedgerCheck, ledgerCheck } from './ledger-check.ts';

/** Everything that says what accounts must hold. */
export const CLAIMS = [escrowClaims, batchClaims, earningClaims, workClaims, payoutClaims];

/** Recomputes the whole ledger against everything that claims to hold money in it. */
export async function checkLedger(db: ReadDb): Promise<LedgerCheck> {
  const begun = performance.now();
  const report = await verifyLedger(db, CLAIMS);
  const totals = await ledgerTotals(db);
  return ledgerCheck(report, totals, Math.round(performance.now() - begun));
}
