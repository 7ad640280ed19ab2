import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { WARNING_DAYS } from '../milestone.ts';
import { lockMilestone } from './lock-contract.ts';

const DAY_MS = 86_400_000;

/** Warns the client that its silence will accept: once with three days left, once with one. */
export async function warnOfAcceptance(
  ctx: Context,
  input: { milestoneId: string },
): Promise<{ warned: boolean }> {
  const { contract, milestone } = await lockMilestone(ctx, input.milestoneId);
  const { acceptBy, warned } = milestone;
  if (milestone.state !== 'delivered' || acceptBy === null) return { warned: false };
  const leftMs = acceptBy.getTime() - ctx.now.getTime();
  const due = WARNING_DAYS.filter((days) => leftMs <= days * DAY_MS).length;
  if (due <= warned || leftMs <= 0) return { warned: false };
  await ctx.tx
    .updateTable('milestone')
    .set({ warned: due })
    .where('id', '=', milestone.id)
    .execute();
  await appendEvent(ctx, {
    kind: 'milestone.accept_warned',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: milestone.id,
    parties: [contract.clientId],
    data: {
      contract: contract.title,
      position: milestone.position,
      title: milestone.title,
      acceptBy: acceptBy.toISOString(),
      currency: contract.currency,
      amountMinor: milestone.amountMinor.toString(),
    },
  });
  return { warned: true };
}
