import type { FeeRule, FeeTier } from '#domain/ledger/fee.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ContractKind, FeeRuleState, Payer } from '../fee-rule.ts';

export type FeeRuleRow = FeeRule & {
  id: string;
  contractKind: ContractKind;
  payer: Payer;
  currency: string | null;
  startsAt: Date;
  endsAt: Date | null;
  /** Null for the rules that came with the installation. */
  createdByName: string | null;
  state: FeeRuleState;
};

const MOST = 500;

/** Every fee rule with its history, newest start first, and which of them holds at `now`. */
export async function feeRuleList(db: ReadDb, now: Date): Promise<FeeRuleRow[]> {
  const rows = await db
    .selectFrom('feeRule')
    .leftJoin('party', 'party.id', 'feeRule.createdBy')
    .select(['feeRule.id', 'contractKind', 'payer', 'currency', 'tiers', 'minimumMinor'])
    .select(['maximumMinor', 'startsAt', 'endsAt', 'party.name as createdByName'])
    .orderBy('contractKind')
    .orderBy('payer')
    .orderBy('startsAt', 'desc')
    .orderBy('feeRule.createdAt', 'desc')
    .limit(MOST)
    .execute();
  const begun = new Set<string>();
  return rows.map((row) => {
    const place = `${row.contractKind} ${row.payer} ${row.currency ?? ''}`;
    let state: FeeRuleState = 'in_force';
    if (row.endsAt !== null && row.endsAt <= now) state = 'ended';
    else if (row.startsAt > now) state = 'coming';
    else if (begun.has(place)) state = 'replaced';
    else begun.add(place);
    return {
      ...row,
      contractKind: row.contractKind as ContractKind,
      payer: row.payer as Payer,
      tiers: row.tiers as unknown as FeeTier[],
      minimumMinor: row.minimumMinor?.toString() ?? null,
      maximumMinor: row.maximumMinor?.toString() ?? null,
      state,
    };
  });
}
