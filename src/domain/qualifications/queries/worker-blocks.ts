import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type Cursor, toPage } from '#domain/kernel/cursor.ts';
import { shortName } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';

export type BlockRow = Awaited<ReturnType<typeof workerBlocks>>['rows'][number];

/** The workers that the actor's party blocked, newest first; or one of them. By short names. */
export async function workerBlocks(
  db: ReadDb,
  actor: Actor,
  question: { workerId?: string; before?: Cursor | undefined; limit: number },
) {
  const { partyId } = requireMember(actor, 'see_work');
  const { workerId, before, limit } = question;
  let query = db
    .selectFrom('workerBlock as block')
    .innerJoin('party', 'party.id', 'block.workerId')
    .innerJoin('party as blocker', 'blocker.id', 'block.blockedBy')
    .select(['block.workerId', 'block.reason', 'block.blockedAt'])
    .select('party.country as workerCountry')
    .select('blocker.name as blockerName')
    .where('block.clientId', '=', partyId)
    .orderBy('block.blockedAt', 'desc')
    .orderBy('block.workerId', 'desc')
    .limit(limit + 1);
  if (workerId !== undefined) query = query.where('block.workerId', '=', workerId);
  if (before !== undefined) {
    query = query.where((on) =>
      on(on.refTuple('block.blockedAt', 'block.workerId'), '<', on.tuple(before.at, before.id)),
    );
  }
  const found = await query.execute();
  const rows = found.map((row) => ({ ...row, workerName: shortName(row.workerId) }));
  return toPage(rows, limit, (row) => ({ at: row.blockedAt, id: row.workerId }));
}
