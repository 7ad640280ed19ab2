import { requireOperator } from '#domain/accounts/permission.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { houseAccount, payoutOf, walletOf } from '#domain/ledger/account.ts';
import { postTransfers, type TransferLine } from '#domain/ledger/commands/post-transfers.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { MONEY_REQUEST_STATES } from '../money-request.ts';
import { type LockedRequest, lockMoneyRequest } from './lock-money-request.ts';

export type DecideMoneyRequest = {
  requestId: string;
  decision: 'confirm' | 'reject';
  note?: string;
};

/**
 * An operator says that the money came in or went out, or that it will not. Confirming a deposit
 * credits the wallet; rejecting a withdrawal gives the held amount back. A rejection needs a note.
 */
export async function decideMoneyRequest(
  ctx: Context,
  input: DecideMoneyRequest,
): Promise<{ requestId: string; state: string; seq: number }> {
  const operator = requireOperator(ctx.actor);
  const request = await lockMoneyRequest(ctx, input.requestId);
  const step = { act: input.decision, who: 'operator' as const };
  const state = nextState(MONEY_REQUEST_STATES, request.state, step);
  const note = input.note?.trim() ?? '';
  if (input.decision === 'reject' && note === '') {
    refuse('input_invalid', { missing: 'note' }, 'note');
  }
  const kind: EventKind = `${request.kind}.${input.decision === 'confirm' ? 'confirmed' : 'rejected'}`;
  await ctx.tx
    .updateTable('moneyRequest')
    .set({ state, decidedBy: operator.memberId, decidedAt: ctx.now, decisionNote: note })
    .where('id', '=', request.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind,
    rootKind: 'party',
    rootId: request.partyId,
    subjectId: request.id,
    parties: [request.partyId],
    data: { currency: request.currency, amountMinor: request.amountMinor.toString(), note },
  });
  await postTransfers(ctx, {
    rootId: request.partyId,
    subjectId: request.id,
    event: { id: event.id, home: ctx.home },
    lines: transferLines(request, { decision: input.decision, act: kind }),
  });
  return { requestId: request.id, state, seq: event.seq };
}

function transferLines(
  request: LockedRequest,
  outcome: { decision: 'confirm' | 'reject'; act: string },
): TransferLine[] {
  const { id, partyId, currency, amountMinor } = request;
  const wallet = walletOf(partyId, currency);
  const outside = houseAccount('outside', wallet.home, currency);
  const payout = payoutOf(id, currency);
  const line = { amountMinor, act: outcome.act, reference: `${request.kind}:${id}` };
  if (request.kind === 'deposit') {
    return outcome.decision === 'confirm' ? [{ ...line, debit: outside, credit: wallet }] : [];
  }
  const credit = outcome.decision === 'confirm' ? outside : wallet;
  return [{ ...line, debit: payout, credit }];
}
