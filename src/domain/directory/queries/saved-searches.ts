import type { Actor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { dueBefore } from '../saved-search.ts';

export type SavedSearch = Awaited<ReturnType<typeof savedSearches>>[number];

/** The searches that the member keeps, newest first. */
export async function savedSearches(db: ReadDb, actor: Actor) {
  if (actor.kind !== 'member') return refuse('not_allowed');
  if (!actor.scopes.includes('read')) refuse('scope_missing', { scope: 'read' });
  return db
    .selectFrom('savedSearch')
    .select(['id', 'kind', 'name', 'query', 'alerts', 'madeAt', 'lookedAt', 'toldAt'])
    .where('memberId', '=', actor.memberId)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** One of them. Refuses `not_found`. */
export async function savedSearch(db: ReadDb, actor: Actor, searchId: string) {
  const kept = isId(searchId) ? await savedSearches(db, actor) : [];
  const search = kept.find(({ id }) => id === searchId);
  return search ?? refuse('not_found', { thing: 'saved_search' });
}

/** Searches whose hour, and whose day since the last alert, are over. */
export async function dueSavedSearches(
  db: ReadDb,
  now: Date,
  limit: number,
): Promise<{ id: string }[]> {
  const due = dueBefore(now);
  return db
    .selectFrom('savedSearch')
    .innerJoin('member', 'member.id', 'savedSearch.memberId')
    .select('savedSearch.id')
    .where('alerts', '=', true)
    .where('lookedAt', '<=', due.looked)
    .where((on) => on.or([on('toldAt', 'is', null), on('toldAt', '<=', due.told)]))
    .where('member.suspendedAt', 'is', null)
    .orderBy('lookedAt')
    .orderBy('savedSearch.id')
    .limit(limit)
    .execute();
}
