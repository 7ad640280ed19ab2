import { homeOf } from '#domain/kernel/ids.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { earningsOf, walletOf } from '../account.ts';
import { moveMoney } from './move-money.ts';

/** The earnings whose security days are over, longest waiting first. */
export async function dueEarnings(
  db: ReadDb,
  now: Date,
  limit: number,
): Promise<{ id: string; contractId: string }[]> {
  return db
    .selectFrom('earning')
    .select(['id', 'contractId'])
    .where('sweptAt', 'is', null)
    .where('availableAt', '<=', now)
    .orderBy('availableAt')
    .limit(limit)
    .execute();
}

/**
 * Moves one earning from the contract's home to its owner's wallet. Locks the earning and asks
 * again, so a second sweep of the same earning does nothing.
 */
export async function sweepEarning(
  ctx: Context,
  input: { earningId: string },
): Promise<{ swept: boolean }> {
  const earning = await ctx.tx
    .selectFrom('earning')
    .selectAll()
    .where('id', '=', input.earningId)
    .forUpdate()
    .executeTakeFirst();
  if (earning === undefined || earning.sweptAt !== null || earning.availableAt > ctx.now) {
    return { swept: false };
  }
  const { partyId, currency, amountMinor, contractId, milestoneId } = earning;
  const event = await appendEvent(ctx, {
    kind: 'earnings.available',
    rootKind: 'contract',
    rootId: contractId,
    subjectId: milestoneId,
    parties: [partyId],
    data: { currency, amountMinor: amountMinor.toString() },
  });
  await moveMoney(ctx, {
    from: earningsOf(homeOf(contractId), partyId, currency),
    to: walletOf(partyId, currency),
    amountMinor,
    act: 'earnings.available',
    reference: `earning:${milestoneId}`,
    rootId: contractId,
    subjectId: milestoneId,
    event: { id: event.id, home: ctx.home },
  });
  await ctx.tx
    .updateTable('earning')
    .set({ sweptAt: ctx.now })
    .where('id', '=', earning.id)
    .execute();
  return { swept: true };
}
