import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { escrowOf, walletOf } from '#domain/ledger/account.ts';
import { moveMoney } from '#domain/ledger/commands/move-money.ts';
import { computeFee, type FeeRules } from '#domain/ledger/fee.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { requireSide } from '../contract.ts';
import { MILESTONE_STATES } from '../milestone.ts';
import { committedValue } from '../queries/lifetime-value.ts';
import { lockMilestone, lockPair, requireActive } from './lock-contract.ts';

/**
 * The client puts a milestone's amount, and its own fee if it has one, into escrow. Refuses
 * `insufficient_funds` when the wallet holds less, `change_pending` while its terms are talked about.
 */
export async function fundMilestone(
  ctx: Context,
  input: { milestoneId: string },
): Promise<{ milestoneId: string; contractId: string; seq: number }> {
  requireMember(ctx.actor, 'fund');
  const { contract, milestone } = await lockMilestone(ctx, input.milestoneId);
  const who = requireSide(ctx.actor, contract);
  requireActive(contract);
  const state = nextState(MILESTONE_STATES, milestone.state, { act: 'fund', who });
  await refuseWhileChanging(ctx, milestone.id);
  await lockPair(ctx, contract);
  const lifetimeMinor = await committedValue(ctx.tx, contract);
  const rules = contract.feeRules as FeeRules;
  const { amountMinor } = milestone;
  const clientFeeMinor = computeFee(rules.client, { amountMinor, lifetimeMinor });
  await ctx.tx
    .updateTable('milestone')
    .set({ state, fundedAt: ctx.now, clientFeeMinor })
    .where('id', '=', milestone.id)
    .execute();
  const { currency } = contract;
  const event = await appendEvent(ctx, {
    kind: 'milestone.funded',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: milestone.id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      contract: contract.title,
      position: milestone.position,
      title: milestone.title,
      currency,
      amountMinor: amountMinor.toString(),
      clientFeeMinor: clientFeeMinor.toString(),
    },
  });
  await moveMoney(ctx, {
    from: walletOf(contract.clientId, currency),
    to: escrowOf(milestone.id, currency),
    amountMinor: amountMinor + clientFeeMinor,
    act: 'milestone.funded',
    reference: `milestone:${milestone.id}:fund`,
    rootId: contract.id,
    subjectId: milestone.id,
    event: { id: event.id, home: ctx.home },
  });
  return { milestoneId: milestone.id, contractId: contract.id, seq: event.seq };
}

async function refuseWhileChanging(ctx: Context, milestoneId: string): Promise<void> {
  const change = await ctx.tx
    .selectFrom('milestoneChange')
    .select('id')
    .where('milestoneId', '=', milestoneId)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (change !== undefined) refuse('change_pending', { changeId: change.id });
}
