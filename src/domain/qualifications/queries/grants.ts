import { requireWorkerReader } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type Cursor, toPage } from '#domain/kernel/cursor.ts';
import { isId, shortName } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { GrantState } from '../qualification.ts';
import { ownType } from './types.ts';

export type GrantRow = Awaited<ReturnType<typeof grantsOfType>>['rows'][number];

/** Who holds, or held, a type of the actor's party, newest first. Refuses `not_found`. */
export async function grantsOfType(
  db: ReadDb,
  actor: Actor,
  question: { typeId: string; state?: GrantState; before?: Cursor | undefined; limit: number },
) {
  const { id } = await ownType(db, actor, question.typeId);
  const { state, before, limit } = question;
  let query = grantRows(db)
    .where('grant.typeId', '=', id)
    .orderBy('grant.grantedAt', 'desc')
    .orderBy('grant.workerId', 'desc')
    .limit(limit + 1);
  if (state !== undefined) query = query.where('grant.state', '=', state);
  if (before !== undefined) {
    query = query.where((on) =>
      on(on.refTuple('grant.grantedAt', 'grant.workerId'), '<', on.tuple(before.at, before.id)),
    );
  }
  const rows = (await query.execute()).map(named);
  return toPage(rows, limit, (row) => ({ at: row.grantedAt, id: row.workerId }));
}

/** One worker's grant of an own type, also one that was taken back. Refuses `not_found`. */
export async function grantOf(
  db: ReadDb,
  actor: Actor,
  { typeId, workerId }: { typeId: string; workerId: string },
): Promise<GrantRow> {
  const { id } = await ownType(db, actor, typeId);
  const row = isId(workerId)
    ? await grantRows(db)
        .where('grant.typeId', '=', id)
        .where('grant.workerId', '=', workerId)
        .executeTakeFirst()
    : undefined;
  return row === undefined ? refuse('not_found', { thing: 'qualification' }) : named(row);
}

export type OwnGrant = Awaited<ReturnType<typeof ownGrants>>['rows'][number];

/** What the worker was granted, newest first, with what expired or was taken back. */
export async function ownGrants(
  db: ReadDb,
  actor: Actor,
  { before, limit }: { before?: Cursor | undefined; limit: number },
) {
  const { memberId } = requireWorkerReader(actor);
  let query = db
    .selectFrom('qualificationGrant as grant')
    .innerJoin('qualificationType as type', 'type.id', 'grant.typeId')
    .innerJoin('party', 'party.id', 'type.ownerId')
    .select(['grant.typeId', 'grant.value', 'grant.state', 'grant.source', 'grant.grantedAt'])
    .select(['grant.expiresAt', 'grant.revokedAt', 'grant.reason', 'type.name'])
    .select(['type.description', 'type.ownerId'])
    .select(['party.name as ownerName', 'party.country as ownerCountry'])
    .where('grant.workerId', '=', memberId)
    .orderBy('grant.grantedAt', 'desc')
    .orderBy('grant.typeId', 'desc')
    .limit(limit + 1);
  if (before !== undefined) {
    query = query.where((on) =>
      on(on.refTuple('grant.grantedAt', 'grant.typeId'), '<', on.tuple(before.at, before.id)),
    );
  }
  const rows = await query.execute();
  return toPage(rows, limit, (row) => ({ at: row.grantedAt, id: row.typeId }));
}

function grantRows(db: ReadDb) {
  return db
    .selectFrom('qualificationGrant as grant')
    .innerJoin('party', 'party.id', 'grant.workerId')
    .select(['grant.typeId', 'grant.workerId', 'grant.value', 'grant.state', 'grant.source'])
    .select(['grant.grantedAt', 'grant.expiresAt', 'grant.revokedAt', 'grant.reason'])
    .select('party.country as workerCountry');
}

/** Clients know workers by a short name, never by their own. */
function named<Row extends { workerId: string }>(row: Row): Row & { workerName: string } {
  return { ...row, workerName: shortName(row.workerId) };
}
