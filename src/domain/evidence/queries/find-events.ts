import { requireOperator } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { homeOf, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { type EventSight, readable, sight } from './events.ts';
import { rootNames } from './root-names.ts';

export type FoundEvent = EventSight & {
  /** What its root is called; null for the marketplace itself. */
  rootName: string | null;
};

export type FindEvents = {
  /** What kinds start with, such as `milestone.`; all when absent. */
  kind?: string;
  rootId?: string;
  /** Who acted. */
  memberId?: string;
  cursor?: string;
  limit: number;
  now: Date;
};

const HOUR_MS = 3_600_000;
/** How far back to look, one after the other, until a page is full. */
const WINDOWS_MS = [HOUR_MS, 24 * HOUR_MS, 30 * 24 * HOUR_MS, Number.POSITIVE_INFINITY];

/**
 * The event log of the whole marketplace, newest first; for operators. Time has only a range index,
 * which finds windows but no order, so ever longer windows are read until one fills the page. One
 * root's events are few and need no window.
 */
export async function findEvents(
  db: ReadDb,
  actor: Actor,
  question: FindEvents,
): Promise<Page<FoundEvent>> {
  requireOperator(actor);
  const { limit, cursor, now, rootId, memberId } = question;
  if (rootId !== undefined && !isId(rootId)) refuse('input_invalid', { rule: 'id' }, 'root');
  if (memberId !== undefined && !isId(memberId)) refuse('input_invalid', { rule: 'id' }, 'member');
  const from = cursor === undefined ? now : decodeCursor(cursor).at;
  const windows = rootId === undefined ? WINDOWS_MS : [Number.POSITIVE_INFINITY];
  let rows: EventSight[] = [];
  for (const length of windows) {
    const since = length === Number.POSITIVE_INFINITY ? null : new Date(from.getTime() - length);
    rows = (await within(db, actor, question, since)).map(sight);
    if (rows.length > limit) break;
  }
  const page = toPage(rows, limit, (row) => ({ at: row.at, id: row.id }));
  const names = await rootNames(db, page.rows);
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, rootName: names.get(row.rootId) ?? null })),
  };
}

function within(db: ReadDb, actor: Actor, question: FindEvents, since: Date | null) {
  const { kind, rootId, memberId, cursor, limit } = question;
  let query = readable(db, actor)
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(limit + 1);
  if (since !== null) query = query.where('event.at', '>=', since);
  if (kind !== undefined)
    query = query.where('event.kind', 'like', `${kind.replace(/[\\%_]/g, '\\$&')}%`);
  if (rootId !== undefined) {
    query = query.where('event.home', '=', homeOf(rootId)).where('event.rootId', '=', rootId);
  }
  if (memberId !== undefined) query = query.where('event.actorMemberId', '=', memberId);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query
      .where('event.at', '<=', at)
      .where((on) => on(on.refTuple('event.at', 'event.id'), '<', on.tuple(at, id)));
  }
  return query.execute();
}
