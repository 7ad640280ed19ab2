import { requireOperator } from '#domain/accounts/permission.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { MARKET_ROOT } from '../market.ts';

/** Asks for the ledger to be recomputed now; a job does it. Run it with MARKET_ROOT as root. */
export async function askForLedgerCheck(ctx: Context): Promise<{ seq: number }> {
  requireOperator(ctx.actor);
  const { seq } = await appendEvent(ctx, {
    kind: 'ledger.check_asked',
    rootKind: 'market',
    rootId: MARKET_ROOT,
    subjectId: MARKET_ROOT,
    parties: [],
    data: {},
  });
  return { seq };
}
