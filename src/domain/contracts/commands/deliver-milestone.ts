import { requireMember } from '#domain/accounts/permission.ts';
import { attachFiles } from '#domain/files/commands/attach-files.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { requireSide } from '../contract.ts';
import { MILESTONE_STATES } from '../milestone.ts';
import { lockMilestone, requireActive } from './lock-contract.ts';

export type DeliverMilestone = {
  milestoneId: string;
  note: string;
  fileIds?: readonly string[];
};

const DAY_MS = 86_400_000;

/** So often a milestone is delivered anew before the client answers; each one tells the client. */
const MOST_UNANSWERED = 20;

/**
 * The freelancer hands in; from now on the client's silence of `acceptance_days` accepts. Refuses
 * `deliveries_unanswered` where 20 wait already.
 */
export async function deliverMilestone(
  ctx: Context,
  input: DeliverMilestone,
): Promise<{ milestoneId: string; deliveryId: string; contractId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'deliver');
  const { contract, milestone } = await lockMilestone(ctx, input.milestoneId);
  const who = requireSide(ctx.actor, contract);
  requireActive(contract);
  const state = nextState(MILESTONE_STATES, milestone.state, { act: 'deliver', who });
  const note = input.note.trim();
  if (note === '') refuse('input_invalid', { missing: 'note' }, 'note');
  const deliveryId = newId(ctx.home, ctx.now);
  const acceptBy = new Date(ctx.now.getTime() + contract.acceptanceDays * DAY_MS);
  const number = await nextNumber(ctx, milestone.id);
  await ctx.tx
    .insertInto('delivery')
    .values({
      id: deliveryId,
      milestoneId: milestone.id,
      number,
      note,
      deliveredBy: actor.memberId,
      deliveredAt: ctx.now,
    })
    .execute();
  const files = await attachFiles(ctx, {
    subjectKind: 'delivery',
    subjectId: deliveryId,
    fileIds: input.fileIds ?? [],
  });
  await ctx.tx
    .updateTable('milestone')
    .set({ state, deliveredAt: ctx.now, acceptBy, warned: 0 })
    .where('id', '=', milestone.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'milestone.delivered',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: milestone.id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      contract: contract.title,
      position: milestone.position,
      title: milestone.title,
      deliveryId,
      files,
      dueOn: milestone.dueOn,
      acceptBy: acceptBy.toISOString(),
      currency: contract.currency,
      amountMinor: milestone.amountMinor.toString(),
    },
  });
  return { milestoneId: milestone.id, deliveryId, contractId: contract.id, seq: event.seq };
}

async function nextNumber(ctx: Context, milestoneId: string): Promise<number> {
  const { last, answered } = await ctx.tx
    .selectFrom('delivery')
    .select(({ fn, val }) => [
      fn.coalesce(fn.max('number'), val(0)).as('last'),
      fn.coalesce(fn.max('number').filterWhere('answer', 'is not', null), val(0)).as('answered'),
    ])
    .where('milestoneId', '=', milestoneId)
    .executeTakeFirstOrThrow();
  if (last - answered >= MOST_UNANSWERED) {
    refuse('deliveries_unanswered', { limit: MOST_UNANSWERED });
  }
  return last + 1;
}
