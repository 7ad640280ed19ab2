import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { payoutOf, walletOf } from '#domain/ledger/account.ts';
import { postTransfers } from '#domain/ledger/commands/post-transfers.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { MONEY_REQUEST_STATES } from '../money-request.ts';
import { lockMoneyRequest } from './lock-money-request.ts';

/** The party takes its request back; what a withdrawal held returns to the wallet. */
export async function cancelMoneyRequest(
  ctx: Context,
  input: { requestId: string },
): Promise<{ requestId: string; seq: number }> {
  const request = await lockMoneyRequest(ctx, input.requestId);
  const actor = requireMember(ctx.actor, request.kind === 'deposit' ? 'fund' : 'move_money');
  if (request.partyId !== actor.partyId) refuse('not_found', { thing: 'money request' });
  const state = nextState(MONEY_REQUEST_STATES, request.state, { act: 'cancel', who: 'party' });
  await ctx.tx
    .updateTable('moneyRequest')
    .set({ state, decidedBy: actor.memberId, decidedAt: ctx.now })
    .where('id', '=', request.id)
    .execute();
  const { id, kind, partyId, currency, amountMinor } = request;
  const event = await appendEvent(ctx, {
    kind: `${kind}.cancelled`,
    rootKind: 'party',
    rootId: partyId,
    subjectId: id,
    parties: [partyId],
    data: { currency, amountMinor: amountMinor.toString() },
  });
  if (kind === 'withdrawal') {
    await postTransfers(ctx, {
      rootId: partyId,
      subjectId: id,
      event: { id: event.id, home: ctx.home },
      lines: [
        {
          debit: payoutOf(id, currency),
          credit: walletOf(partyId, currency),
          amountMinor,
          act: 'withdrawal.cancelled',
          reference: `withdrawal:${id}`,
        },
      ],
    });
  }
  return { requestId: id, seq: event.seq };
}
