/** What a new fee rule must be. How a fee is computed stands in ledger/fee.ts. */
import { isCurrency } from '#domain/kernel/money.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { FeeTier } from '#domain/ledger/fee.ts';

export const CONTRACT_KINDS = ['fixed', 'hourly', 'task'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export const PAYERS = ['freelancer', 'client'] as const;
export type Payer = (typeof PAYERS)[number];

export type NewFeeRule = {
  contractKind: ContractKind;
  payer: Payer;
  /** Null for every currency; then it can name no sums. */
  currency: string | null;
  tiers: readonly FeeTier[];
  minimumMinor: string | null;
  maximumMinor: string | null;
  /** ISO 8601; not before now. */
  startsAt: string;
};

export type FeeRuleState = 'coming' | 'in_force' | 'replaced' | 'ended';

export const MOST_TIERS = 8;
const ALL = 10_000;

/** Every rule that a new fee rule breaks, with the field to blame. */
export function feeRuleProblems(rule: NewFeeRule, now: Date): Refusal[] {
  const { currency, tiers, minimumMinor, maximumMinor } = rule;
  const names = tiers.some((tier) => tier.upToMinor !== null);
  const problems = [...tierProblems(tiers)];
  if (currency !== null && !isCurrency(currency)) {
    problems.push(new Refusal('currency_unknown', { currency }, 'currency'));
  }
  if (currency === null && (names || minimumMinor !== null || maximumMinor !== null)) {
    problems.push(new Refusal('input_invalid', { rule: 'sums_need_currency' }, 'currency'));
  }
  if (
    minimumMinor !== null &&
    maximumMinor !== null &&
    BigInt(maximumMinor) < BigInt(minimumMinor)
  ) {
    problems.push(new Refusal('input_invalid', { rule: 'maximum_below_minimum' }, 'maximum'));
  }
  // The day is chosen on a form: what was today when it was opened must still do when it is sent.
  if (!(Date.parse(rule.startsAt) >= startOfDay(now))) {
    problems.push(new Refusal('date_in_past', {}, 'startsOn'));
  }
  return problems;
}

/** When a rule for this day begins: a rule for today begins now, so that nothing is charged backwards. */
export function beginningOf(startsAt: string, now: Date): Date {
  return new Date(Math.max(Date.parse(startsAt), now.getTime()));
}

function tierProblems(tiers: readonly FeeTier[]): Refusal[] {
  const wrong = (rule: string) => [new Refusal('input_invalid', { rule }, 'tiers')];
  if (tiers.length === 0 || tiers.length > MOST_TIERS) return wrong('tier_count');
  if (tiers.at(-1)?.upToMinor !== null) return wrong('last_tier_open');
  let below = 0n;
  for (const { upToMinor, basisPoints } of tiers) {
    if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > ALL) {
      return wrong('share_range');
    }
    if (upToMinor === null) continue;
    if (BigInt(upToMinor) <= below) return wrong('tiers_rise');
    below = BigInt(upToMinor);
  }
  return tiers.slice(0, -1).some((tier) => tier.upToMinor === null) ? wrong('last_tier_open') : [];
}

function startOfDay(now: Date): number {
  return Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
}
