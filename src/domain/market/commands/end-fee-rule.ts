import { requireOperator } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { MARKET_ROOT } from '../market.ts';
import { lockMarket } from './lock-market.ts';

/**
 * Ends a fee rule now; run it with MARKET_ROOT as root. One that has not begun is taken back
 * whole: only its events tell of it. Contracts that were offered under it keep it. Refuses
 * `already_done` for a rule that ended before.
 */
export async function endFeeRule(
  ctx: Context,
  input: { ruleId: string },
): Promise<{ ruleId: string; withdrawn: boolean; seq: number }> {
  requireOperator(ctx.actor);
  await lockMarket(ctx);
  const { ruleId } = input;
  const rule = await ctx.tx
    .selectFrom('feeRule')
    .select(['contractKind', 'payer', 'currency', 'startsAt', 'endsAt'])
    .where('id', '=', ruleId)
    .executeTakeFirst();
  if (rule === undefined) return refuse('not_found', { thing: 'fee rule' });
  if (rule.endsAt !== null && rule.endsAt <= ctx.now) refuse('already_done', { act: 'end' });
  const withdrawn = rule.startsAt >= ctx.now;
  if (withdrawn) {
    await ctx.tx.deleteFrom('feeRule').where('id', '=', ruleId).execute();
  } else {
    await ctx.tx.updateTable('feeRule').set({ endsAt: ctx.now }).where('id', '=', ruleId).execute();
  }
  const { contractKind, payer, currency } = rule;
  const { seq } = await appendEvent(ctx, {
    kind: 'fee_rule.ended',
    rootKind: 'market',
    rootId: MARKET_ROOT,
    subjectId: ruleId,
    parties: [],
    data: { contractKind, payer, currency, withdrawn },
  });
  return { ruleId, withdrawn, seq };
}
