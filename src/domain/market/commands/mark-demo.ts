import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { MARKET_ROOT } from '../market.ts';
import { lockMarket } from './lock-market.ts';

/** Notes that this market is a demo, so that its sign-ins are offered; run it with MARKET_ROOT. */
export async function markDemo(ctx: Context): Promise<{ seq: number }> {
  if (ctx.actor.kind !== 'system') refuse('not_allowed');
  await lockMarket(ctx);
  await ctx.tx.updateTable('marketTerms').set({ demo: true }).execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'terms.changed',
    rootKind: 'market',
    rootId: MARKET_ROOT,
    subjectId: MARKET_ROOT,
    parties: [],
    data: { demo: { from: false, to: true } },
  });
  return { seq };
}
