import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import type { ReadDb } from '#platform/database.ts';
import type { BatchState } from '../batch.ts';

export type ClientBatches = { state?: BatchState; cursor?: string; limit: number };

export type ClientBatch = Awaited<ReturnType<typeof read>>[number];

/** The batches of the acting party, newest first, with the sums of the last minute. */
export async function clientBatches(
  db: ReadDb,
  actor: Actor,
  question: ClientBatches,
): Promise<Page<ClientBatch>> {
  const { partyId } = requireMember(actor, 'see_work');
  const rows = await read(db, partyId, question);
  return toPage(rows, question.limit, (row) => ({ at: row.createdAt, id: row.batchId }));
}

function read(db: ReadDb, clientId: string, { state, cursor, limit }: ClientBatches) {
  let query = db
    .selectFrom('batchListing')
    .select(['batchId', 'state', 'name', 'title', 'currency', 'rewardMinor', 'tasks', 'wanted'])
    .select(['live', 'waiting', 'approved', 'rejected', 'available', 'workers', 'paidMinor'])
    .select(['medianActiveSeconds', 'hourlyMinor', 'createdAt', 'orderedAt', 'expiresAt'])
    .where('clientId', '=', clientId)
    .orderBy('createdAt', 'desc')
    .orderBy('batchId', 'desc')
    .limit(limit + 1);
  if (state !== undefined) query = query.where('state', '=', state);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on.or([on('createdAt', '<', at), on.and([on('createdAt', '=', at), on('batchId', '<', id)])]),
    );
  }
  return query.execute();
}
