import { requireMember } from '#domain/accounts/permission.ts';
import { lockContract } from '#domain/contracts/commands/lock-contract.ts';
import { sideOf } from '#domain/contracts/contract.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { chars, storable } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { REPLY_CHARS } from '../abuse.ts';
import { feedbackById } from '../queries/feedback.ts';

export type ReplyToFeedback = { feedbackId: string; text: string };

/**
 * The party that feedback is about answers it in public: once, for ever, and whenever it likes. Run
 * it with the feedback's id as root. Refuses `not_allowed` for everybody else, `already_done` for a
 * second reply.
 */
export async function replyToFeedback(
  ctx: Context,
  input: ReplyToFeedback,
): Promise<{ feedbackId: string; contractId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'rate');
  const text = storable(input.text);
  if (text === '') refuse('input_invalid', { rule: 'required' }, 'text');
  if (chars(text) > REPLY_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: REPLY_CHARS }, 'text');
  }
  const feedback = await feedbackById(ctx.tx as unknown as ReadDb, input.feedbackId);
  if (feedback === undefined) return refuse('not_found', { thing: 'feedback' });
  if (feedback.aboutParty !== actor.partyId) refuse('not_allowed', { act: 'reply' });
  const contract = await lockContract(ctx, feedback.contractId);
  const written = await ctx.tx
    .insertInto('feedbackReply')
    .values({
      feedbackId: feedback.id,
      partyId: actor.partyId,
      writtenBy: actor.memberId,
      text,
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.column('feedbackId').doNothing())
    .returning('feedbackId')
    .executeTakeFirst();
  if (written === undefined) refuse('already_done', { thing: 'reply', act: 'reply' });
  const { seq } = await appendEvent(ctx, {
    kind: 'feedback.replied',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: feedback.id,
    parties: [contract.clientId, contract.freelancerId],
    data: { contract: contract.title, by: sideOf(actor, contract) },
  });
  return { feedbackId: feedback.id, contractId: contract.id, seq };
}
