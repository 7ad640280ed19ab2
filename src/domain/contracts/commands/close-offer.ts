import { requireMember } from '#domain/accounts/permission.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { PROJECT_STATES, reopenedExpiry } from '#domain/projects/project.ts';
import { PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { CONTRACT_STATES, type ContractWho, requireSide } from '../contract.ts';
import { lockOffer } from './lock-offer.ts';

type Closing = 'decline' | 'withdraw_offer' | 'lapse';

const EVENT_OF = {
  decline: 'contract.declined',
  withdraw_offer: 'contract.offer_withdrawn',
  lapse: 'contract.lapsed',
} as const satisfies Record<Closing, EventKind>;

/** The freelancer says no to the offer; the project is open again. */
export async function declineOffer(
  ctx: Context,
  input: { contractId: string; note?: string },
): Promise<{ contractId: string; seq: number }> {
  requireMember(ctx.actor, 'sign');
  return closeOffer(ctx, { ...input, act: 'decline' });
}

/** The client takes the offer back before it was signed; the proposal stands as it was. */
export async function withdrawOffer(
  ctx: Context,
  input: { contractId: string; note?: string },
): Promise<{ contractId: string; seq: number }> {
  requireMember(ctx.actor, 'award');
  return closeOffer(ctx, { ...input, act: 'withdraw_offer' });
}

/** The offer was not answered in time. Does nothing when it was, or is not due yet. */
export async function lapseOffer(
  ctx: Context,
  input: { contractId: string },
): Promise<{ lapsed: boolean }> {
  const { contract } = await lockOffer(ctx, input.contractId);
  if (contract.state !== 'offered' || contract.offerExpiresAt > ctx.now) return { lapsed: false };
  await closeOffer(ctx, { ...input, act: 'lapse' });
  return { lapsed: true };
}

async function closeOffer(
  ctx: Context,
  input: { contractId: string; act: Closing; note?: string },
): Promise<{ contractId: string; seq: number }> {
  const { act } = input;
  const { project, proposal, contract } = await lockOffer(ctx, input.contractId);
  const who: ContractWho = act === 'lapse' ? 'rule' : requireSide(ctx.actor, contract);
  const state = nextState(CONTRACT_STATES, contract.state, { act, who });
  const reopen = { act: 'reopen' as const, who: 'rule' as const };
  await ctx.tx.updateTable('contract').set({ state }).where('id', '=', contract.id).execute();
  await ctx.tx
    .updateTable('proposal')
    .set({ state: nextState(PROPOSAL_STATES, proposal.state, { act, who }), changedAt: ctx.now })
    .where('id', '=', proposal.id)
    .execute();
  // A proposal that was declined or lapsed is none to choose any more; one that is only not
  // offered any longer still is.
  const gone = act === 'withdraw_offer' ? 0 : 1;
  await ctx.tx
    .updateTable('project')
    .set({
      state: nextState(PROJECT_STATES, project.state, reopen),
      proposalsCount: project.proposalsCount - gone,
      expiresAt: reopenedExpiry(project.expiresAt ?? ctx.now, ctx.now),
    })
    .where('id', '=', project.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: EVENT_OF[act],
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: contract.id,
    parties: [contract.clientId, contract.freelancerId],
    data: { title: contract.title, projectId: contract.projectId, note: input.note ?? '' },
  });
  return { contractId: contract.id, seq: event.seq };
}
