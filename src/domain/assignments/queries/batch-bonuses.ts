import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';

export type BonusRow = {
  id: string;
  assignmentId: string;
  workerId: string;
  amountMinor: bigint;
  feeMinor: bigint;
  reason: string;
  givenAt: Date;
};

/** The bonuses of a batch, newest first. The caller has asked whether the reader is its client. */
export async function batchBonuses(
  db: ReadDb,
  batchId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<BonusRow>> {
  let query = bonuses(db, batchId)
    .orderBy('givenAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on.or([on('givenAt', '<', at), on.and([on('givenAt', '=', at), on('id', '<', id)])]),
    );
  }
  return toPage(await query.execute(), limit, (row) => ({ at: row.givenAt, id: row.id }));
}

/** Some of them by their ids, in the order of these. */
export async function bonusesOf(
  db: ReadDb,
  batchId: string,
  ids: readonly string[],
): Promise<BonusRow[]> {
  const rows = await bonuses(db, batchId).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function bonuses(db: ReadDb, batchId: string) {
  return db
    .selectFrom('bonus')
    .select(['id', 'assignmentId', 'workerId', 'amountMinor', 'feeMinor', 'reason', 'givenAt'])
    .where('home', '=', homeOf(batchId))
    .where('batchId', '=', batchId);
}
