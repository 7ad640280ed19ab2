/** The sums of a contract as its milestones tell them; evidence sheets hold them to the transfers. */
import { type FeeRules, previewFees } from '#domain/ledger/fee.ts';
import type { ContractState } from './contract.ts';
import { isEscrowed, type MilestoneState } from './milestone.ts';

type Counted = {
  state: MilestoneState;
  amountMinor: bigint;
  clientFeeMinor: bigint;
  fundedAt: Date | null;
  grossMinor: bigint | null;
  feeMinor: bigint | null;
  toFreelancerMinor: bigint | null;
  toClientMinor: bigint | null;
};

export type ContractMoney = {
  /** Everything that the client ever put into escrow, its fee included. */
  fundedMinor: bigint;
  /** In escrow now. */
  heldMinor: bigint;
  /** Out of escrow for the freelancer, before and after the freelancer's fee. */
  releasedMinor: bigint;
  receivedMinor: bigint;
  /** Out of escrow for the marketplace: of the freelancer, and of the client. */
  freelancerFeeMinor: bigint;
  clientFeeMinor: bigint;
  feesMinor: bigint;
  /** Out of escrow for the client again. */
  backMinor: bigint;
  /** Agreed and not funded, and the client's fee that funding it will take. */
  unfundedMinor: bigint;
  unfundedFeeMinor: bigint;
};

/** Adds up a contract's milestones, in minor units. */
export function contractMoney(
  milestones: readonly Counted[],
  ground: { feeRules: FeeRules; committedMinor: bigint },
): ContractMoney {
  const open = milestones.filter((one) => one.state === 'agreed').map((one) => one.amountMinor);
  const receivedMinor = sum(milestones, (one) => one.toFreelancerMinor);
  const releasedMinor = sum(milestones, (one) => one.grossMinor);
  const feesMinor = sum(milestones, (one) => one.feeMinor);
  const freelancerFeeMinor = releasedMinor - receivedMinor;
  const whole = (one: Counted) => one.amountMinor + one.clientFeeMinor;
  return {
    fundedMinor: sum(milestones, (one) => (one.fundedAt === null ? 0n : whole(one))),
    heldMinor: sum(milestones, (one) => (isEscrowed(one.state) ? whole(one) : 0n)),
    releasedMinor,
    receivedMinor,
    freelancerFeeMinor,
    clientFeeMinor: feesMinor - freelancerFeeMinor,
    feesMinor,
    backMinor: sum(milestones, (one) => one.toClientMinor),
    unfundedMinor: open.reduce((total, minor) => total + minor, 0n),
    unfundedFeeMinor: previewFees(ground.feeRules, open, ground.committedMinor).clientFeeMinor,
  };
}

/**
 * What a contract costs now, in minor units: a fixed price that was signed is the sum of its
 * milestones, and nothing once the last is dropped; an offer is what was offered, and by the hour
 * the price stays the estimate.
 */
export function agreedPrice(
  contract: { pricing: 'fixed' | 'hourly'; state: ContractState; priceMinor: bigint },
  milestones: readonly Pick<Counted, 'state' | 'amountMinor'>[],
): bigint {
  const signed = contract.state === 'active' || contract.state === 'ended';
  if (contract.pricing !== 'fixed' || !signed) return contract.priceMinor;
  return sum(milestones, (one) => (one.state === 'dropped' ? 0n : one.amountMinor));
}

function sum<Row>(rows: readonly Row[], minorOf: (row: Row) => bigint | null): bigint {
  return rows.reduce((total, row) => total + (minorOf(row) ?? 0n), 0n);
}
