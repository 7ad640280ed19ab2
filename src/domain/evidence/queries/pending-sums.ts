import { myPendingEarnings, type PendingEarning } from '#domain/billing/queries/my-money.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';

/** An earning that waits, with the transfer that brought it; null when the ledger knows none. */
export type PendingTerm = PendingEarning & {
  transferMinor: bigint | null;
  eventId: string | null;
};

const MOST = 1_000;

/** What waits for its security days in one currency, each held to its transfer out of escrow. */
export async function pendingSums(
  db: ReadDb,
  actor: Actor,
  currency: string,
): Promise<PendingTerm[]> {
  const earnings = await myPendingEarnings(db, actor, { currency, limit: MOST });
  if (earnings.length === 0) return [];
  const transfers = await db
    .selectFrom('transfer')
    .select(['reference', 'amountMinor', 'eventId'])
    .where('home', 'in', [...new Set(earnings.map((one) => homeOf(one.contractId)))])
    .where('reference', 'in', earnings.map(referenceOf))
    .execute();
  const found = new Map(transfers.map((one) => [one.reference, one]));
  return earnings.map((earning) => {
    const transfer = found.get(referenceOf(earning));
    return {
      ...earning,
      transferMinor: transfer?.amountMinor ?? null,
      eventId: transfer?.eventId ?? null,
    };
  });
}

function referenceOf(earning: PendingEarning): string {
  return `milestone:${earning.milestoneId}:earn`;
}
