import type { Context } from '#platform/context.ts';

/** Writes the client's answer to the newest delivery of a milestone that has none yet. */
export async function answerDelivery(
  ctx: Context,
  answer: { milestoneId: string; answer: 'accepted' | 'changes_requested'; note: string },
): Promise<void> {
  await ctx.tx
    .updateTable('delivery')
    .set({ answer: answer.answer, answerNote: answer.note, answeredAt: ctx.now })
    .where('milestoneId', '=', answer.milestoneId)
    .where('answer', 'is', null)
    .execute();
}
