/** Reads of the event log: the evidence behind every number. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { may } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type EventKind, type RootKind, WORKERS_ACTS } from '#domain/kernel/event.ts';
import { homeOf, shortName } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type TransferSight, transfersOfEvent } from '#domain/ledger/queries/event-transfers.ts';
import type { ReadDb } from '#platform/database.ts';

export type EventSight = {
  id: string;
  home: number;
  kind: EventKind;
  rootKind: RootKind;
  rootId: string;
  seq: number;
  subjectId: string | null;
  actorMemberId: string | null;
  actorPartyId: string | null;
  /** The member's name, its short name where it worked on tasks, or that of the rule that acted. */
  actorName: string;
  /** The party that the member acted for, when it is another. */
  actorPartyName: string | null;
  data: Record<string, unknown>;
  at: Date;
};

export type EventsQuestion = {
  rootId: string;
  /** Kinds that start with one of these, such as `milestone.`; all when absent. */
  kinds?: readonly string[];
  subjectId?: string;
  before?: number;
  limit: number;
};

/**
 * The events of a root that the actor may read, newest first; one more than the limit when there
 * are more. A party reads what names it, an operator everything.
 */
export async function eventsOfRoot(
  db: ReadDb,
  actor: Actor,
  question: EventsQuestion,
): Promise<EventSight[]> {
  const { rootId, kinds, subjectId, before, limit } = question;
  let query = readable(db, actor)
    .where('event.home', '=', homeOf(rootId))
    .where('event.rootId', '=', rootId)
    .orderBy('event.seq', 'desc')
    .limit(limit + 1);
  if (subjectId !== undefined) query = query.where('event.subjectId', '=', subjectId);
  if (before !== undefined) query = query.where('event.seq', '<', before);
  if (kinds !== undefined) {
    query = query.where((on) => on.or(kinds.map((kind) => on('event.kind', 'like', `${kind}%`))));
  }
  return (await query.execute()).map(sight);
}

/** One event with the transfers that it caused; refuses `not_found` to whoever may not read it. */
export async function eventWithTransfers(
  db: ReadDb,
  actor: Actor,
  eventId: string,
): Promise<{ event: EventSight; transfers: TransferSight[] }> {
  const row = await readable(db, actor)
    .where('event.home', '=', homeOf(eventId))
    .where('event.id', '=', eventId)
    .executeTakeFirst();
  if (row === undefined) return refuse('not_found', { thing: 'event' });
  const homes = row.parties.map(homeOf);
  return { event: sight(row), transfers: await transfersOfEvent(db, { id: eventId, homes }) };
}

/** The events that the actor may read, with the names of who acted. */
export function readable(db: ReadDb, actor: Actor) {
  const query = db
    .selectFrom('event')
    .leftJoin('party as member', 'member.id', 'event.actorMemberId')
    .leftJoin('party as acting', 'acting.id', 'event.actorPartyId')
    .selectAll('event')
    .select(['member.name as memberName', 'acting.name as actingName'])
    .select(isVeiled(actor).as('veiled'));
  return query.where(readableBy(actor));
}

function isVeiled(actor: Actor) {
  if (actor.kind === 'system' || actor.operator) return sql<boolean>`false`;
  return sql<boolean>`(event.kind = any(${[...WORKERS_ACTS]}::text[])
    and event.actor_member_id is not null
    and event.actor_party_id is distinct from ${actor.partyId}::uuid)`;
}

/**
 * Which events the actor may read: those that name its party, and of the party's own purse only
 * with the right to see money. Operators and rules read all.
 */
export function readableBy(actor: Actor): Expression<SqlBool> {
  if (actor.kind === 'system' || actor.operator) return sql<SqlBool>`true`;
  const named = sql<SqlBool>`${actor.partyId}::uuid = any(event.parties)`;
  if (may(actor, 'see_money')) return named;
  return sql<SqlBool>`(${named} and event.kind not similar to '(deposit|withdrawal).%')`;
}

export type EventRow = Awaited<ReturnType<ReturnType<typeof readable>['execute']>>[number];

export function sight(row: EventRow): EventSight {
  const { memberName, actingName, veiled, parties: _parties, relayed: _relayed, ...event } = row;
  const forAnother = event.actorPartyId !== null && event.actorPartyId !== event.actorMemberId;
  return {
    ...event,
    kind: event.kind as EventKind,
    rootKind: event.rootKind as RootKind,
    actorName: veiled ? shortName(event.actorMemberId ?? '') : (memberName ?? event.actorName),
    actorPartyName: forAnother ? actingName : null,
    data: event.data as Record<string, unknown>,
  };
}
