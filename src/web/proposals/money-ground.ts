/** What decides the sums of a proposal: today's fee rules and what the two paid or funded before. */
import { committedValue } from '#domain/contracts/queries/lifetime-value.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import type { Pricing } from '#domain/projects/project.ts';
import type { ReadDb } from '#platform/database.ts';
import type { MoneyGround } from './money-preview.tsx';

export type Between = {
  pricing: Pricing;
  currency: string;
  clientId: string;
  freelancerId: string;
  clientName: string;
  freelancerName: string;
};

export async function moneyGround(db: ReadDb, between: Between, now: Date): Promise<MoneyGround> {
  const { pricing, currency, clientName, freelancerName } = between;
  const [rules, lifetimeMinor] = await Promise.all([
    feeRulesAt(db, { contractKind: pricing, currency, at: now }),
    committedValue(db, between),
  ]);
  return { pricing, currency, rules, lifetimeMinor, clientName, freelancerName };
}
