import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { MARKET_ROOT } from '../market.ts';
import type { LedgerCheck } from '../queries/ledger-check.ts';

/** Keeps the outcome of a check as an event, which operators read and are told of. */
export async function noteLedgerCheck(ctx: Context, check: LedgerCheck): Promise<{ seq: number }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed');
  const { seq } = await appendEvent(ctx, {
    kind: 'ledger.checked',
    rootKind: 'market',
    rootId: MARKET_ROOT,
    subjectId: MARKET_ROOT,
    parties: [],
    data: check,
  });
  return { seq };
}
