import { requireMember } from '#domain/accounts/permission.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { type ContractWho, requireSide } from '../contract.ts';
import { MILESTONE_STATES } from '../milestone.ts';
import { answerDelivery } from './answer-delivery.ts';
import {
  type LockedContract,
  type LockedMilestone,
  lockMilestone,
  requireActive,
} from './lock-contract.ts';
import { settleMilestone } from './settle-milestone.ts';

/** The client says yes: the milestone is accepted and its escrow paid in the same act. */
export async function acceptMilestone(
  ctx: Context,
  input: { milestoneId: string; note?: string },
): Promise<{ milestoneId: string; contractId: string; seq: number }> {
  requireMember(ctx.actor, 'accept');
  const locked = await lockMilestone(ctx, input.milestoneId);
  const who = requireSide(ctx.actor, locked.contract);
  requireActive(locked.contract);
  const seq = await accept(ctx, locked, { who, note: input.note?.trim() ?? '' });
  return { milestoneId: input.milestoneId, contractId: locked.contract.id, seq };
}

/** The client's silence accepts. Does nothing when it was answered, or is not due yet. */
export async function acceptBySilence(
  ctx: Context,
  input: { milestoneId: string },
): Promise<{ accepted: boolean }> {
  const locked = await lockMilestone(ctx, input.milestoneId);
  const { state, acceptBy } = locked.milestone;
  if (state !== 'delivered' || acceptBy === null || acceptBy > ctx.now) {
    return { accepted: false };
  }
  await accept(ctx, locked, { who: 'rule', note: '' });
  return { accepted: true };
}

async function accept(
  ctx: Context,
  { contract, milestone }: { contract: LockedContract; milestone: LockedMilestone },
  { who, note }: { who: ContractWho; note: string },
): Promise<number> {
  const accepted = nextState(MILESTONE_STATES, milestone.state, { act: 'accept', who });
  const paid = nextState(MILESTONE_STATES, accepted, { act: 'pay', who: 'rule' });
  if (paid !== 'paid') throw new Error('An accepted milestone is paid');
  await ctx.tx
    .updateTable('milestone')
    .set({ acceptedByRule: who === 'rule' })
    .where('id', '=', milestone.id)
    .execute();
  await answerDelivery(ctx, { milestoneId: milestone.id, answer: 'accepted', note });
  await appendEvent(ctx, {
    kind: 'milestone.accepted',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: milestone.id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      contract: contract.title,
      position: milestone.position,
      title: milestone.title,
      byRule: who === 'rule',
      currency: contract.currency,
      amountMinor: milestone.amountMinor.toString(),
    },
  });
  const settle = { contract, milestone, state: paid, grossMinor: milestone.amountMinor };
  return (await settleMilestone(ctx, settle)).seq;
}
