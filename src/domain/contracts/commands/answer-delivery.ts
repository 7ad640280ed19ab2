import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/**
 * Writes the client's answer to the newest delivery of a milestone, unless it has one. Those that
 * the freelancer replaced before any answer stay without: the client is not measured by them.
 */
export async function answerDelivery(
  ctx: Context,
  answer: { milestoneId: string; answer: 'accepted' | 'changes_requested'; note: string },
): Promise<void> {
  const { milestoneId } = answer;
  await ctx.tx
    .updateTable('delivery')
    .set({ answer: answer.answer, answerNote: answer.note, answeredAt: ctx.now })
    .where('milestoneId', '=', milestoneId)
    .where(
      sql<boolean>`number = (select max(number) from delivery where milestone_id = ${milestoneId})`,
    )
    .where('answer', 'is', null)
    .execute();
}
