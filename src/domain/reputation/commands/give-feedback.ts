import { requireMember } from '#domain/accounts/permission.ts';
import { lockContract } from '#domain/contracts/commands/lock-contract.ts';
import { otherSide, partyOf, requireSide } from '#domain/contracts/contract.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { assertFeedbackOpen, assertStars } from '../feedback.ts';
import { reveal } from './reveal-feedback.ts';

export type GiveFeedback = { contractId: string; stars: number; comment?: string };

/** One side rates the other, once. The second of the two reveals both. */
export async function giveFeedback(
  ctx: Context,
  input: GiveFeedback,
): Promise<{ feedbackId: string; contractId: string; revealed: boolean; seq: number }> {
  const actor = requireMember(ctx.actor, 'rate');
  const contract = await lockContract(ctx, input.contractId);
  const side = requireSide(ctx.actor, contract);
  assertFeedbackOpen(contract, ctx.now);
  assertStars(input.stars);
  const id = newId(ctx.home, ctx.now);
  const taken = await ctx.tx
    .insertInto('feedback')
    .values({
      id,
      contractId: contract.id,
      fromParty: partyOf(contract, side),
      aboutParty: partyOf(contract, otherSide(side)),
      givenBy: actor.memberId,
      stars: input.stars,
      comment: input.comment?.trim() ?? '',
      givenAt: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['contractId', 'fromParty']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (taken === undefined) refuse('feedback_given', {});
  // What was said stays out of the event: the other side reads it before it may see it.
  const event = await appendEvent(ctx, {
    kind: 'feedback.given',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: id,
    parties: [contract.clientId, contract.freelancerId],
    data: { contract: contract.title, by: side },
  });
  const { count } = await ctx.tx
    .selectFrom('feedback')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('contractId', '=', contract.id)
    .executeTakeFirstOrThrow();
  const revealed = count === 2n;
  if (revealed) await reveal(ctx, contract);
  return { feedbackId: id, contractId: contract.id, revealed, seq: event.seq };
}
