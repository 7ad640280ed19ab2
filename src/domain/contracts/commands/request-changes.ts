import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { requireSide } from '../contract.ts';
import { MILESTONE_STATES } from '../milestone.ts';
import { answerDelivery } from './answer-delivery.ts';
import { lockMilestone, requireActive } from './lock-contract.ts';

/** The client asks for changes: the clock stops and the money stays in escrow. */
export async function requestChanges(
  ctx: Context,
  input: { milestoneId: string; note: string },
): Promise<{ milestoneId: string; contractId: string; seq: number }> {
  requireMember(ctx.actor, 'accept');
  const { contract, milestone } = await lockMilestone(ctx, input.milestoneId);
  const who = requireSide(ctx.actor, contract);
  requireActive(contract);
  const state = nextState(MILESTONE_STATES, milestone.state, { act: 'request_changes', who });
  const note = input.note.trim();
  if (note === '') refuse('input_invalid', { missing: 'note' }, 'note');
  await ctx.tx
    .updateTable('milestone')
    .set({ state, acceptBy: null, warned: 0 })
    .where('id', '=', milestone.id)
    .execute();
  await answerDelivery(ctx, { milestoneId: milestone.id, answer: 'changes_requested', note });
  const event = await appendEvent(ctx, {
    kind: 'milestone.changes_requested',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: milestone.id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      contract: contract.title,
      position: milestone.position,
      title: milestone.title,
      note: note.slice(0, 500),
    },
  });
  return { milestoneId: milestone.id, contractId: contract.id, seq: event.seq };
}
