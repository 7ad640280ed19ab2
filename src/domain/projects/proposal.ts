/**
 * Glossary. A *proposal* is what a freelancer offers on a project: a fixed *price* cut into
 * *milestones*, or an *hourly rate* with estimated hours and a weekly limit; then the price is
 * rate × hours. It is sealed: only its author and the client may read it. *Not chosen*: another
 * was signed, or the project ended without hire.
 */
import type { StateTable } from '#domain/kernel/state-table.ts';

export const PROPOSAL_STATE_NAMES = [
  'sent',
  'withdrawn',
  'offered',
  'accepted',
  'declined',
  'lapsed',
  'not_chosen',
] as const;

export type ProposalState = (typeof PROPOSAL_STATE_NAMES)[number];

export type ProposalAct =
  | 'send'
  | 'change'
  | 'withdraw'
  | 'offer'
  | 'sign'
  | 'decline'
  | 'lapse'
  | 'withdraw_offer'
  | 'pass_over';

export type ProposalWho = 'freelancer' | 'client' | 'rule';

export const PROPOSAL_STATES: StateTable<ProposalState, ProposalAct, ProposalWho> = {
  thing: 'proposal',
  rows: [
    { from: null, act: 'send', to: 'sent', who: 'freelancer' },
    { from: 'sent', act: 'change', to: 'sent', who: 'freelancer' },
    { from: 'sent', act: 'withdraw', to: 'withdrawn', who: 'freelancer' },
    { from: 'sent', act: 'offer', to: 'offered', who: 'client' },
    { from: 'sent', act: 'pass_over', to: 'not_chosen', who: 'rule' },
    { from: 'offered', act: 'sign', to: 'accepted', who: 'freelancer' },
    { from: 'offered', act: 'decline', to: 'declined', who: 'freelancer' },
    { from: 'offered', act: 'lapse', to: 'lapsed', who: 'rule' },
    { from: 'offered', act: 'withdraw_offer', to: 'sent', who: 'client' },
  ],
};

/** One slice of a fixed price: what is handed in, for how much, how many days after the start. */
export type ProposedMilestone = {
  title: string;
  details: string;
  amountMinor: bigint;
  dueDays: number;
};

/** The states in which a freelancer holds the one place that it has on a project. */
export const LIVE_PROPOSAL_STATES = ['sent', 'offered', 'accepted'] as const;

/** So many proposals a project takes, whatever became of them, but for the withdrawn ones. */
export const MOST_PROPOSALS = 1_000;

export function isLive(state: ProposalState): boolean {
  return (LIVE_PROPOSAL_STATES as readonly ProposalState[]).includes(state);
}

/** Milestones as the `proposal.milestones` column holds them: amounts in minor units as text. */
export function storedMilestones(milestones: readonly ProposedMilestone[]): string {
  return JSON.stringify(
    milestones.map((one) => ({ ...one, amountMinor: one.amountMinor.toString() })),
  );
}

/** The milestones of a `proposal.milestones` column, in their order. */
export function readMilestones(stored: unknown): ProposedMilestone[] {
  const rows = stored as (Omit<ProposedMilestone, 'amountMinor'> & { amountMinor: string })[];
  return rows.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) }));
}

/** What an hourly proposal comes to: rate × estimated hours, in minor units. */
export function hourlyPrice(hourlyRateMinor: bigint, estimatedHours: number): bigint {
  return hourlyRateMinor * BigInt(estimatedHours);
}
