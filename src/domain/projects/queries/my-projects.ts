import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, toPage } from '#domain/kernel/cursor.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ProjectState } from '../project.ts';

export type MyProject = Awaited<ReturnType<typeof myProjects>>['rows'][number];

/** The projects of the party the actor acts for, newest first. */
export async function myProjects(
  db: ReadDb,
  actor: Actor,
  question: { states?: readonly ProjectState[]; cursor?: string; limit: number },
) {
  const { partyId } = requireMember(actor, 'see_work');
  const { states, cursor, limit } = question;
  let query = db
    .selectFrom('project')
    .select([
      'id',
      'title',
      'state',
      'pricing',
      'currency',
      'budgetLowMinor',
      'budgetHighMinor',
      'audience',
      'proposalsCount',
      'createdAt',
      'publishedAt',
      'expiresAt',
      'endedAt',
    ])
    .where('clientId', '=', partyId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (states !== undefined) query = query.where('state', 'in', [...states]);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) => on(on.refTuple('createdAt', 'id'), '<', on.tuple(at, id)));
  }
  return toPage(await query.execute(), limit, (row) => ({ at: row.createdAt, id: row.id }));
}
