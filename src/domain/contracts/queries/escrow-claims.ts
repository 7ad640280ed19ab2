import type { ClaimSource } from '#domain/ledger/queries/verify-ledger.ts';
import { ESCROWED_STATES } from '../milestone.ts';

/** Escrow accounts must hold what open milestones say: amount and client fee, and nothing else. */
export const escrowClaims: ClaimSource = {
  kind: 'escrow',
  claims: async (db) => {
    const rows = await db
      .selectFrom('milestone')
      .innerJoin('contract', 'contract.id', 'milestone.contractId')
      .select(['milestone.id', 'contract.currency', 'amountMinor', 'clientFeeMinor'])
      .where('milestone.state', 'in', [...ESCROWED_STATES])
      .execute();
    return rows.map((row) => ({
      kind: 'escrow' as const,
      ownerId: row.id,
      currency: row.currency,
      amountMinor: row.amountMinor + row.clientFeeMinor,
    }));
  },
};
