import { requireOperator } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { beginningOf, feeRuleProblems, type NewFeeRule } from '../fee-rule.ts';
import { MARKET_ROOT } from '../market.ts';
import { lockMarket } from './lock-market.ts';

/**
 * Adds a fee rule that holds from its start for offers made after it; run it with MARKET_ROOT as
 * root. What was offered before keeps its rules. Refuses `input_invalid`, `date_in_past`.
 */
export async function addFeeRule(
  ctx: Context,
  input: NewFeeRule,
): Promise<{ ruleId: string; startsAt: string; seq: number }> {
  const operator = requireOperator(ctx.actor);
  const [problem] = feeRuleProblems(input, ctx.now);
  if (problem !== undefined) throw problem;
  await lockMarket(ctx);
  const ruleId = newId(ctx.home, ctx.now);
  const startsAt = beginningOf(input.startsAt, ctx.now);
  const { contractKind, payer, currency, minimumMinor, maximumMinor } = input;
  const tiers = input.tiers.map(({ upToMinor, basisPoints }) => ({ upToMinor, basisPoints }));
  await ctx.tx
    .insertInto('feeRule')
    .values({
      id: ruleId,
      contractKind,
      payer,
      currency,
      tiers: JSON.stringify(tiers),
      minimumMinor: minimumMinor === null ? null : BigInt(minimumMinor),
      maximumMinor: maximumMinor === null ? null : BigInt(maximumMinor),
      startsAt,
      createdBy: operator.memberId,
      createdAt: ctx.now,
    })
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'fee_rule.added',
    rootKind: 'market',
    rootId: MARKET_ROOT,
    subjectId: ruleId,
    parties: [],
    data: {
      contractKind,
      payer,
      currency,
      tiers,
      minimumMinor,
      maximumMinor,
      startsAt: startsAt.toISOString(),
    },
  });
  return { ruleId, startsAt: startsAt.toISOString(), seq };
}
