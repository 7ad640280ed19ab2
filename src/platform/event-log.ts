/**
 * The event log: what happened, by whom, on what. Commands append to it inside their transaction;
 * every side effect, page figure and audit answer is read from it.
 */
import type { EventKind, RootKind } from '#domain/kernel/event.ts';
import { newId } from '#domain/kernel/ids.ts';
import type { Context, JsonResult } from './context.ts';

export type NewEvent = {
  kind: EventKind;
  rootKind: RootKind;
  rootId: string;
  subjectId?: string;
  /** The parties that may read it; operators may read all. */
  parties: readonly string[];
  data: { [key: string]: JsonResult };
  /** The event's number, where the caller holds the lock under which its root is counted. */
  seq?: number;
};

/**
 * Appends one event and gives its id and its number within the root. The numbers of a root have no
 * gap: two transactions that draw the same one meet at the unique key, and `run` tries the later
 * again.
 */
export async function appendEvent(
  ctx: Context,
  event: NewEvent,
): Promise<{ id: string; seq: number }> {
  const seq = event.seq ?? (await nextNumber(ctx, event.rootId));
  const [id = ''] = await appendEvents(ctx, [{ ...event, seq }]);
  return { id, seq };
}

/**
 * Appends several in one statement, each with the number that its caller counted; gives their ids.
 * What nobody reacts to is marked as relayed at once: to mark it later is as dear as to write it.
 */
export async function appendEvents(
  { tx, later, actor, now, home, reacts }: Context,
  events: readonly (NewEvent & { seq: number })[],
): Promise<string[]> {
  const member = actor.kind === 'member';
  const rows = events.map((event) => ({
    home,
    id: newId(home, now),
    kind: event.kind,
    rootKind: event.rootKind,
    rootId: event.rootId,
    seq: event.seq,
    subjectId: event.subjectId ?? null,
    actorMemberId: member ? actor.memberId : null,
    actorPartyId: member ? actor.partyId : null,
    actorName: member ? 'member' : actor.name,
    parties: [...event.parties],
    data: JSON.stringify(event.data),
    at: now,
    relayed: !reacts(event.kind),
  }));
  later(tx.insertInto('event').values(rows));
  return rows.map((row) => row.id);
}

/** The number that the next event of a root gets, for a caller that appends several. */
export async function nextNumber({ tx, home }: Context, rootId: string): Promise<number> {
  const last = await tx
    .selectFrom('event')
    .select('seq')
    .where('home', '=', home)
    .where('rootId', '=', rootId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.seq ?? 0) + 1;
}
