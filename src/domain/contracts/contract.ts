/**
 * Words of a contract.
 * Offer: the award of a proposal, open for the freelancer's signature for a number of days.
 * Contract: what the signature makes of it; it keeps the fee rules of the day it was offered.
 * Milestone: a funded slice of it. Change: a milestone added, altered or dropped by agreement.
 * Ending: the agreed split of what is still in escrow.
 */
import type { Actor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { StateTable } from '#domain/kernel/state-table.ts';

export type ContractState = 'offered' | 'active' | 'ended' | 'declined' | 'lapsed' | 'withdrawn';

export type ContractAct = 'award' | 'sign' | 'decline' | 'withdraw_offer' | 'lapse' | 'end';

export type Side = 'client' | 'freelancer';

/** A side of the contract, or a rule that acts by itself. */
export type ContractWho = Side | 'rule';

export const CONTRACT_STATES: StateTable<ContractState, ContractAct, ContractWho> = {
  thing: 'contract',
  rows: [
    { from: null, act: 'award', to: 'offered', who: 'client' },
    { from: 'offered', act: 'sign', to: 'active', who: 'freelancer' },
    { from: 'offered', act: 'decline', to: 'declined', who: 'freelancer' },
    { from: 'offered', act: 'withdraw_offer', to: 'withdrawn', who: 'client' },
    { from: 'offered', act: 'lapse', to: 'lapsed', who: 'rule' },
    { from: 'active', act: 'end', to: 'ended', who: 'client' },
    { from: 'active', act: 'end', to: 'ended', who: 'freelancer' },
    { from: 'active', act: 'end', to: 'ended', who: 'rule' },
  ],
};

export type Parties = { clientId: string; freelancerId: string };

/** The side that the actor acts for; null for a stranger and for a rule. */
export function sideOf(actor: Actor, parties: Parties): Side | null {
  if (actor.kind !== 'member') return null;
  if (actor.partyId === parties.clientId) return 'client';
  return actor.partyId === parties.freelancerId ? 'freelancer' : null;
}

/** Which side of the contract the actor is; a stranger is told that there is no such contract. */
export function requireSide(actor: Actor, parties: Parties): Side {
  return sideOf(actor, parties) ?? refuse('not_found', { thing: 'contract' });
}

export function otherSide(side: Side): Side {
  return side === 'client' ? 'freelancer' : 'client';
}

export function partyOf(parties: Parties, side: Side): string {
  return side === 'client' ? parties.clientId : parties.freelancerId;
}
