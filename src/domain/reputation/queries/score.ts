import type { Selectable } from 'kysely';
import type { ReadDb } from '#platform/database.ts';
import type { Reputation } from '#platform/schema.ts';
import type { ScoreSide } from '../quality-score.ts';
import type { Moved } from '../reputation.ts';

export type ReputationRow = Omit<Selectable<Reputation>, 'moved'> & { moved: Moved | null };

/** The score and the rates of a party as they were last computed; null before that. */
export async function scoreOf(
  db: ReadDb,
  partyId: string,
  side: ScoreSide,
): Promise<ReputationRow | null> {
  return (await reputationsOf(db, [partyId], side)).get(partyId) ?? null;
}

/** The same of many parties at once; those without a row are left out. */
export async function reputationsOf(
  db: ReadDb,
  partyIds: readonly string[],
  side: ScoreSide,
): Promise<Map<string, ReputationRow>> {
  if (partyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('reputation')
    .selectAll()
    .where('side', '=', side)
    .where('partyId', 'in', partyIds)
    .execute();
  return new Map(
    rows.map((row) => [row.partyId, { ...row, moved: row.moved as unknown as Moved | null }]),
  );
}
