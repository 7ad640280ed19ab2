import { earningsOf, escrowOf, houseAccount, walletOf } from '#domain/ledger/account.ts';
import { noteEarning } from '#domain/ledger/commands/earn.ts';
import { moveMoney } from '#domain/ledger/commands/move-money.ts';
import { postTransfers } from '#domain/ledger/commands/post-transfers.ts';
import type { FeeRules } from '#domain/ledger/fee.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { computeSettlement, type Settlement } from '../milestone.ts';
import { lifetimeValue } from '../queries/lifetime-value.ts';
import { type LockedContract, type LockedMilestone, lockPair } from './lock-contract.ts';

export type Settle = {
  contract: LockedContract;
  milestone: LockedMilestone;
  state: 'paid' | 'refunded' | 'split';
  /** What of the amount goes to the freelancer before its fee, in minor units. */
  grossMinor: bigint;
};

const EVENT_OF = {
  paid: 'milestone.paid',
  refunded: 'milestone.refunded',
  split: 'milestone.split',
} as const;

/**
 * Empties a milestone's escrow: the freelancer's part to its earnings, the fees to the marketplace,
 * the rest back to the client. The caller holds the contract's lock and has asked the state table.
 */
export async function settleMilestone(
  ctx: Context,
  settle: Settle,
): Promise<{ seq: number; settlement: Settlement }> {
  const { contract, milestone, state } = settle;
  const { currency } = contract;
  await lockPair(ctx, contract);
  const settlement = computeSettlement(milestone, {
    grossMinor: settle.grossMinor,
    lifetimeMinor: await lifetimeValue(ctx.tx, contract),
    rules: contract.feeRules as FeeRules,
  });
  const feeMinor = settlement.freelancerFeeMinor + settlement.clientFeeMinor;
  await ctx.tx
    .updateTable('milestone')
    .set({
      state,
      acceptBy: null,
      settledAt: ctx.now,
      grossMinor: settlement.grossMinor,
      feeMinor,
      toFreelancerMinor: settlement.toFreelancerMinor,
      toClientMinor: settlement.toClientMinor,
    })
    .where('id', '=', milestone.id)
    .execute();
  const { availableAt } = await noteEarning(ctx, {
    contractId: contract.id,
    milestoneId: milestone.id,
    partyId: contract.freelancerId,
    currency,
    amountMinor: settlement.toFreelancerMinor,
    securityDays: contract.securityDays,
  });
  const event = await appendEvent(ctx, {
    kind: EVENT_OF[state],
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: milestone.id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      contract: contract.title,
      position: milestone.position,
      title: milestone.title,
      currency,
      amountMinor: milestone.amountMinor.toString(),
      feeMinor: feeMinor.toString(),
      toFreelancerMinor: settlement.toFreelancerMinor.toString(),
      toClientMinor: settlement.toClientMinor.toString(),
      availableAt: availableAt.toISOString(),
    },
  });
  await emptyEscrow(ctx, settle, { settlement, eventId: event.id });
  return { seq: event.seq, settlement };
}

async function emptyEscrow(
  ctx: Context,
  { contract, milestone, state }: Settle,
  { settlement, eventId }: { settlement: Settlement; eventId: string },
): Promise<void> {
  const { currency } = contract;
  const escrow = escrowOf(milestone.id, currency);
  const income = houseAccount('fee_income', escrow.home, currency);
  const act = EVENT_OF[state];
  const reference = (part: string) => `milestone:${milestone.id}:${part}`;
  const posting = {
    rootId: contract.id,
    subjectId: milestone.id,
    event: { id: eventId, home: ctx.home },
  };
  await postTransfers(ctx, {
    ...posting,
    lines: [
      {
        debit: escrow,
        credit: earningsOf(escrow.home, contract.freelancerId, currency),
        amountMinor: settlement.toFreelancerMinor,
        act,
        reference: reference('earn'),
      },
      {
        debit: escrow,
        credit: income,
        amountMinor: settlement.freelancerFeeMinor,
        act: 'fee.freelancer',
        reference: reference('fee'),
      },
      {
        debit: escrow,
        credit: income,
        amountMinor: settlement.clientFeeMinor,
        act: 'fee.client',
        reference: reference('client-fee'),
      },
    ],
  });
  await moveMoney(ctx, {
    ...posting,
    from: escrow,
    to: walletOf(contract.clientId, currency),
    amountMinor: settlement.toClientMinor,
    act,
    reference: reference('back'),
  });
}
