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
  const { tx, actor, now, home } = ctx;
  const last = await tx
    .selectFrom('event')
    .select('seq')
    .where('home', '=', home)
    .where('rootId', '=', event.rootId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const id = newId(home, now);
  const member = actor.kind === 'member';
  await tx
    .insertInto('event')
    .values({
      home,
      id,
      kind: event.kind,
      rootKind: event.rootKind,
      rootId: event.rootId,
      seq,
      subjectId: event.subjectId ?? null,
      actorMemberId: member ? actor.memberId : null,
      actorPartyId: member ? actor.partyId : null,
      actorName: member ? 'member' : actor.name,
      parties: [...event.parties],
      data: JSON.stringify(event.data),
      at: now,
    })
    .execute();
  return { id, seq };
}
