import { refuse } from '#domain/kernel/refusal.ts';
import type { StateTable } from '#domain/kernel/state-table.ts';
import { computeFee, type FeeRules } from '#domain/ledger/fee.ts';
import type { ContractWho } from './contract.ts';

export type MilestoneState =
  | 'agreed'
  | 'funded'
  | 'delivered'
  | 'changes_requested'
  | 'accepted'
  | 'paid'
  | 'refunded'
  | 'split'
  | 'dropped';

export type MilestoneAct =
  | 'agree'
  | 'drop'
  | 'fund'
  | 'deliver'
  | 'request_changes'
  | 'accept'
  | 'pay'
  | 'refund'
  | 'split';

export const MILESTONE_STATES: StateTable<MilestoneState, MilestoneAct, ContractWho> = {
  thing: 'milestone',
  rows: [
    { from: null, act: 'agree', to: 'agreed', who: 'rule' },
    { from: 'agreed', act: 'drop', to: 'dropped', who: 'rule' },
    { from: 'agreed', act: 'fund', to: 'funded', who: 'client' },
    { from: 'funded', act: 'deliver', to: 'delivered', who: 'freelancer' },
    { from: 'delivered', act: 'deliver', to: 'delivered', who: 'freelancer' },
    { from: 'delivered', act: 'request_changes', to: 'changes_requested', who: 'client' },
    { from: 'changes_requested', act: 'deliver', to: 'delivered', who: 'freelancer' },
    { from: 'delivered', act: 'accept', to: 'accepted', who: 'client' },
    { from: 'changes_requested', act: 'accept', to: 'accepted', who: 'client' },
    { from: 'delivered', act: 'accept', to: 'accepted', who: 'rule' },
    { from: 'accepted', act: 'pay', to: 'paid', who: 'rule' },
    { from: 'funded', act: 'refund', to: 'refunded', who: 'freelancer' },
    { from: 'delivered', act: 'refund', to: 'refunded', who: 'freelancer' },
    { from: 'changes_requested', act: 'refund', to: 'refunded', who: 'freelancer' },
    { from: 'funded', act: 'split', to: 'split', who: 'rule' },
    { from: 'delivered', act: 'split', to: 'split', who: 'rule' },
    { from: 'changes_requested', act: 'split', to: 'split', who: 'rule' },
  ],
};

/** The states in which a milestone's money lies in escrow. */
export const ESCROWED_STATES = ['funded', 'delivered', 'changes_requested'] as const;

export function isEscrowed(state: MilestoneState): boolean {
  return (ESCROWED_STATES as readonly MilestoneState[]).includes(state);
}

export type Settlement = {
  /** What the freelancer is paid before its fee. */
  grossMinor: bigint;
  freelancerFeeMinor: bigint;
  clientFeeMinor: bigint;
  toFreelancerMinor: bigint;
  toClientMinor: bigint;
};

/**
 * Where each minor unit of a funded milestone goes when the freelancer is paid `grossMinor` of its
 * amount. The parts sum to amount + client fee exactly: the client gets the remainder of rounding.
 */
export function computeSettlement(
  milestone: { amountMinor: bigint; clientFeeMinor: bigint },
  payment: { grossMinor: bigint; lifetimeMinor: bigint; rules: FeeRules },
): Settlement {
  const { grossMinor, lifetimeMinor, rules } = payment;
  const { amountMinor, clientFeeMinor: funded } = milestone;
  if (grossMinor < 0n || grossMinor > amountMinor) {
    return refuse('split_must_sum', { amountMinor: amountMinor.toString() });
  }
  const base = { amountMinor: grossMinor, lifetimeMinor };
  const freelancerFeeMinor = computeFee(rules.freelancer, base);
  const whole = grossMinor === amountMinor;
  const clientFeeMinor = whole ? funded : smaller(computeFee(rules.client, base), funded);
  const toFreelancerMinor = grossMinor - freelancerFeeMinor;
  const toClientMinor = amountMinor + funded - grossMinor - clientFeeMinor;
  return { grossMinor, freelancerFeeMinor, clientFeeMinor, toFreelancerMinor, toClientMinor };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The warnings before silence accepts, in days left: the first of them first. */
export const WARNING_DAYS = [3, 1] as const;
