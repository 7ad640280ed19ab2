/** How a contract looks to its reader: names, shares and what would happen to the money. */
import { may, type Permission } from '#domain/accounts/permission.ts';
import { otherSide, type Side } from '#domain/contracts/contract.ts';
import { computeSettlement, type Settlement } from '#domain/contracts/milestone.ts';
import type { ContractPage, MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { formatMoney, type Money } from '#domain/kernel/money.ts';
import { computeFee, type FeeRule, headlineShare } from '#domain/ledger/fee.ts';
import { text } from '#web/text/catalogue.ts';
import type { Someone } from '#web/text/contracts.ts';

export type People = {
  client: Someone;
  freelancer: Someone;
  /** The one across the table; for an operator the freelancer. */
  other: Someone;
  /** The reader's side, or null for an operator. */
  side: Side | null;
};

/** Members by their first name, organizations by their whole one; the reader is "you". */
export function peopleOf(page: ContractPage): People {
  const { side } = page;
  const client = {
    name: callName(page.clientName, page.clientKind),
    you: side === 'client',
  };
  const freelancer = {
    name: callName(page.freelancerName, page.freelancerKind),
    you: side === 'freelancer',
  };
  const other = side !== null && otherSide(side) === 'client' ? client : freelancer;
  return { client, freelancer, other, side };
}

export function callName(name: string, kind: 'member' | 'organization'): string {
  return kind === 'member' ? (name.split(' ')[0] ?? name) : name;
}

/** `10%`, or `from 20%, by tiers` where it is not one share. */
export function shareWords(rule: FeeRule): string {
  const { basisPoints, flat } = headlineShare(rule);
  const { share, shareTiers } = text.contracts;
  return flat ? share(basisPoints) : shareTiers(basisPoints);
}

/** Where the money goes when this milestone is accepted whole. */
export function settlementIfAccepted(page: ContractPage, milestone: MilestoneSight): Settlement {
  return computeSettlement(milestone, {
    grossMinor: milestone.amountMinor,
    lifetimeMinor: page.lifetimeMinor,
    rules: page.contract.feeRules,
  });
}

/** What funding this milestone takes from the client's account. */
export function fundingOf(page: ContractPage, milestone: MilestoneSight) {
  const { amountMinor } = milestone;
  const { committedMinor: lifetimeMinor } = page;
  const feeMinor = computeFee(page.contract.feeRules.client, { amountMinor, lifetimeMinor });
  return { amountMinor, feeMinor, totalMinor: amountMinor + feeMinor };
}

/** The change of this milestone that waits for an answer: until then its terms are open. */
export function changeOf({ changes }: ContractPage, { id }: { id: string }) {
  return changes.find((change) => change.milestoneId === id);
}

/** Agreed, and no change of it waits: the client may put its money into escrow. */
export function mayBeFunded(page: ContractPage, milestone: MilestoneSight): boolean {
  return milestone.state === 'agreed' && changeOf(page, milestone) === undefined;
}

export function moneyIn(page: ContractPage, amountMinor: bigint): Money {
  return { amountMinor, currency: page.contract.currency };
}

export function sumIn(page: ContractPage, amountMinor: bigint): string {
  return formatMoney(moneyIn(page, amountMinor));
}

export type Rights = Record<
  'sign' | 'award' | 'fund' | 'accept' | 'deliver' | 'refund' | 'rate',
  boolean
>;

/** What the reader's role lets it do here; an operator who is no side of it may only read. */
export function rightsOf(actor: Actor, side: Side | null): Rights {
  const has = (permission: Permission) => side !== null && may(actor, permission);
  return {
    sign: has('sign'),
    award: has('award'),
    fund: has('fund'),
    accept: has('accept'),
    deliver: has('deliver'),
    refund: has('refund'),
    rate: has('rate'),
  };
}
