import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { CONTRACT_STATES, type ContractWho, partyOf, requireSide } from '../contract.ts';
import { isEscrowed, MILESTONE_STATES } from '../milestone.ts';
import { type LockedContract, lockContract, milestonesOf } from './lock-contract.ts';

/**
 * Either side ends a contract whose escrow is empty. Refuses `escrow_unanswered` while a milestone
 * holds money: then an ending with a split has to be agreed.
 */
export async function endContract(
  ctx: Context,
  input: { contractId: string },
): Promise<{ contractId: string; seq: number }> {
  requireMember(ctx.actor, 'sign');
  const contract = await lockContract(ctx, input.contractId);
  const who = requireSide(ctx.actor, contract);
  const milestones = await milestonesOf(ctx, contract.id);
  const escrowed = milestones.filter((milestone) => isEscrowed(milestone.state)).length;
  if (contract.state === 'active' && escrowed > 0) refuse('escrow_unanswered', { escrowed });
  const paid = milestones.some((milestone) => milestone.state === 'paid');
  const open = milestones.some((milestone) => milestone.state === 'agreed');
  const reason = paid && !open ? 'completed' : 'cancelled';
  return closeContract(ctx, contract, { who, reason, endedBy: partyOf(contract, who) });
}

/** Ends a locked contract: drops what was never funded and withdraws what was still asked. */
export async function closeContract(
  ctx: Context,
  contract: LockedContract,
  ending: {
    who: ContractWho;
    reason: 'completed' | 'agreed' | 'cancelled';
    endedBy: string | null;
  },
): Promise<{ contractId: string; seq: number }> {
  const state = nextState(CONTRACT_STATES, contract.state, { act: 'end', who: ending.who });
  const dropped = nextState(MILESTONE_STATES, 'agreed', { act: 'drop', who: 'rule' });
  const answeredAt = ctx.now;
  await ctx.tx
    .updateTable('contract')
    .set({ state, endedAt: ctx.now, endReason: ending.reason, endedBy: ending.endedBy })
    .where('id', '=', contract.id)
    .execute();
  await ctx.tx
    .updateTable('milestone')
    .set({ state: dropped })
    .where('contractId', '=', contract.id)
    .where('state', '=', 'agreed')
    .execute();
  await ctx.tx
    .updateTable('milestoneChange')
    .set({ state: 'withdrawn', answeredAt })
    .where('contractId', '=', contract.id)
    .where('state', '=', 'proposed')
    .execute();
  await ctx.tx
    .updateTable('contractEnding')
    .set({ state: 'withdrawn', answeredAt })
    .where('contractId', '=', contract.id)
    .where('state', '=', 'proposed')
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'contract.ended',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: contract.id,
    parties: [contract.clientId, contract.freelancerId],
    data: { title: contract.title, reason: ending.reason },
  });
  return { contractId: contract.id, seq: event.seq };
}
