import { requireMember } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { passOverProposals } from '#domain/projects/commands/pass-over-proposals.ts';
import { PROJECT_STATES } from '#domain/projects/project.ts';
import { PROPOSAL_STATES, readMilestones } from '#domain/projects/proposal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { CONTRACT_STATES, requireSide } from '../contract.ts';
import type { LockedContract } from './lock-contract.ts';
import { lockOffer } from './lock-offer.ts';

const DAY_MS = 86_400_000;

/** The freelancer takes the offer: the milestones are agreed and the other proposals are told. */
export async function signContract(
  ctx: Context,
  input: { contractId: string },
): Promise<{ contractId: string; seq: number }> {
  requireMember(ctx.actor, 'sign');
  const { project, proposal, contract } = await lockOffer(ctx, input.contractId);
  const who = requireSide(ctx.actor, contract);
  const state = nextState(CONTRACT_STATES, contract.state, { act: 'sign', who });
  if (contract.offerExpiresAt <= ctx.now) {
    refuse('wrong_state', { thing: 'offer', state: 'lapsed', act: 'sign' });
  }
  const step = { act: 'sign' as const, who: 'freelancer' as const };
  await ctx.tx
    .updateTable('contract')
    .set({ state, signedAt: ctx.now })
    .where('id', '=', contract.id)
    .execute();
  await ctx.tx
    .updateTable('project')
    .set({ state: nextState(PROJECT_STATES, project.state, step), endedAt: ctx.now })
    .where('id', '=', project.id)
    .execute();
  await ctx.tx
    .updateTable('proposal')
    .set({ state: nextState(PROPOSAL_STATES, proposal.state, step) })
    .where('id', '=', proposal.id)
    .execute();
  await agreeMilestones(ctx, contract, proposal.milestones);
  const event = await appendEvent(ctx, {
    kind: 'contract.signed',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: contract.id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      title: contract.title,
      pricing: contract.pricing,
      currency: contract.currency,
      amountMinor: contract.priceMinor.toString(),
    },
  });
  const { projectId, clientId, title } = contract;
  await passOverProposals(ctx, { projectId, clientId, title, reason: 'awarded' });
  return { contractId: contract.id, seq: event.seq };
}

async function agreeMilestones(
  ctx: Context,
  contract: LockedContract,
  proposed: unknown,
): Promise<void> {
  const milestones = readMilestones(proposed);
  if (milestones.length === 0) return;
  const rows = milestones.map((milestone, index) => ({
    id: newId(ctx.home, ctx.now),
    contractId: contract.id,
    position: index + 1,
    title: milestone.title,
    details: milestone.details,
    amountMinor: milestone.amountMinor,
    dueOn: dateAfter(ctx.now, milestone.dueDays),
    state: 'agreed' as const,
  }));
  await ctx.tx.insertInto('milestone').values(rows).execute();
}

function dateAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
