import type { ReadDb } from '#platform/database.ts';
import { MARKET_ROOT } from '../market.ts';
import type { LedgerCheck } from './ledger-check.ts';

export type LastLedgerCheck = {
  eventId: string;
  seq: number;
  at: Date;
  check: LedgerCheck;
};

const SIGHT = 200;

/**
 * The newest outcome of a ledger check, undefined before the first; and when another was asked for
 * that has not answered yet.
 */
export async function lastLedgerCheck(
  db: ReadDb,
): Promise<{ last: LastLedgerCheck | undefined; askedAt: Date | null }> {
  const events = await db
    .selectFrom('event')
    .select(['id', 'seq', 'at', 'kind', 'data'])
    .where('home', '=', 0)
    .where('rootId', '=', MARKET_ROOT)
    .orderBy('seq', 'desc')
    .limit(SIGHT)
    .execute();
  const found = events.find((event) => event.kind === 'ledger.checked');
  const asked = events.find((event) => event.kind === 'ledger.check_asked');
  const askedAt = asked !== undefined && asked.seq > (found?.seq ?? 0) ? asked.at : null;
  if (found === undefined) return { last: undefined, askedAt };
  const { id: eventId, seq, at } = found;
  const check = found.data as unknown as LedgerCheck;
  return { last: { eventId, seq, at, check }, askedAt };
}
