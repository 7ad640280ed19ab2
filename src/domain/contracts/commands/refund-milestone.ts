import { requireMember } from '#domain/accounts/permission.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { requireSide } from '../contract.ts';
import { MILESTONE_STATES } from '../milestone.ts';
import { lockMilestone, requireActive } from './lock-contract.ts';
import { settleMilestone } from './settle-milestone.ts';

/** The freelancer gives the whole escrow of a milestone back to the client, its fee included. */
export async function refundMilestone(
  ctx: Context,
  input: { milestoneId: string },
): Promise<{ milestoneId: string; contractId: string; seq: number }> {
  requireMember(ctx.actor, 'refund');
  const { contract, milestone } = await lockMilestone(ctx, input.milestoneId);
  const who = requireSide(ctx.actor, contract);
  requireActive(contract);
  const state = nextState(MILESTONE_STATES, milestone.state, { act: 'refund', who });
  if (state !== 'refunded') throw new Error('A refund ends a milestone');
  const { seq } = await settleMilestone(ctx, { contract, milestone, state, grossMinor: 0n });
  return { milestoneId: milestone.id, contractId: contract.id, seq };
}
