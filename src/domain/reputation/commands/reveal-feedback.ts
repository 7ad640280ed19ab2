import { type LockedContract, lockContract } from '#domain/contracts/commands/lock-contract.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { feedbackCloses } from '../feedback.ts';

/** Shows what was given when the time for giving is over. Does nothing before, or a second time. */
export async function revealFeedback(
  ctx: Context,
  input: { contractId: string },
): Promise<{ revealed: boolean }> {
  const contract = await lockContract(ctx, input.contractId);
  const closes = feedbackCloses(contract);
  if (closes === null || closes > ctx.now) return { revealed: false };
  return { revealed: await reveal(ctx, contract) };
}

/** Reveals all feedback of a locked contract. */
export async function reveal(ctx: Context, contract: LockedContract): Promise<boolean> {
  const shown = await ctx.tx
    .updateTable('feedback')
    .set({ revealedAt: ctx.now })
    .where('contractId', '=', contract.id)
    .where('revealedAt', 'is', null)
    .returning(['id', 'aboutParty', 'stars'])
    .execute();
  if (shown.length === 0) return false;
  await appendEvent(ctx, {
    kind: 'feedback.revealed',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: contract.id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      contract: contract.title,
      given: shown.map((one) => ({ about: one.aboutParty, stars: one.stars })),
    },
  });
  return true;
}
