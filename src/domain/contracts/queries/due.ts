/** What the sweeps find: pages of ids without locks; each act locks its row and asks again. */
import { sql } from 'kysely';
import type { ReadDb } from '#platform/database.ts';
import { WARNING_DAYS } from '../milestone.ts';

const DAY_MS = 86_400_000;

/** Delivered milestones whose silence is over, longest first. */
export async function dueAcceptances(db: ReadDb, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('milestone')
    .select('id')
    .where('state', '=', 'delivered')
    .where('acceptBy', '<=', now)
    .orderBy('acceptBy')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Delivered milestones whose client is to be warned now. */
export async function dueWarnings(db: ReadDb, now: Date, limit: number): Promise<string[]> {
  const [first, second] = WARNING_DAYS.map((days) => new Date(now.getTime() + days * DAY_MS));
  const rows = await db
    .selectFrom('milestone')
    .select('id')
    .where('state', '=', 'delivered')
    .where('acceptBy', '>', now)
    .where(
      sql<boolean>`(warned = 0 and accept_by <= ${first}) or (warned = 1 and accept_by <= ${second})`,
    )
    .orderBy('acceptBy')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Offers that nobody answered in time. */
export async function dueOffers(db: ReadDb, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('contract')
    .select('id')
    .where('state', '=', 'offered')
    .where('offerExpiresAt', '<=', now)
    .orderBy('offerExpiresAt')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
