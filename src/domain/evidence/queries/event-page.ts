import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf, isId, shortName } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { TransferSight } from '#domain/ledger/queries/event-transfers.ts';
import type { ReadDb } from '#platform/database.ts';
import { type EventSight, eventWithTransfers, readableBy } from './events.ts';

/** Who an account belongs to, in words: a party's name, a milestone, or nobody. */
export type OwnerName = { name: string; position: number | null };

export type EventPage = {
  event: EventSight;
  transfers: TransferSight[];
  owners: Map<string, OwnerName>;
  /** The contract or project that the event is about; null for the purse of a party. */
  root: { title: string; href: string } | null;
};

/**
 * One event as its page shows it. Refuses `not_found` to whoever the event does not name, and about
 * a party's own purse to whoever may not see money.
 */
export async function eventPage(db: ReadDb, actor: Actor, eventId: string): Promise<EventPage> {
  if (!isId(eventId)) return refuse('not_found', { thing: 'event' });
  const { event, transfers } = await eventWithTransfers(db, actor, eventId);
  return {
    event,
    transfers,
    owners: await ownerNames(db, actor, transfers),
    root: await rootOf(db, event),
  };
}

/** The id of the event with this number in its root; refuses `not_found` like the event itself. */
export async function eventOfNumber(
  db: ReadDb,
  actor: Actor,
  question: { rootId: string; seq: number },
): Promise<string> {
  const { rootId, seq } = question;
  const known = isId(rootId) && Number.isInteger(seq) && seq > 0 && seq < 2 ** 31;
  if (!known || actor.kind !== 'member') return refuse('not_found', { thing: 'event' });
  const row = await db
    .selectFrom('event')
    .select('id')
    .where('home', '=', homeOf(rootId))
    .where('rootId', '=', rootId)
    .where('seq', '=', seq)
    .where(readableBy(actor))
    .executeTakeFirst();
  return row?.id ?? refuse('not_found', { thing: 'event' });
}

async function ownerNames(
  db: ReadDb,
  actor: Actor,
  transfers: readonly TransferSight[],
): Promise<Map<string, OwnerName>> {
  const ids = [...new Set(transfers.flatMap((one) => [one.debitOwnerId, one.creditOwnerId]))];
  const owners = new Map<string, OwnerName>();
  if (ids.length === 0) return owners;
  const parties = await db
    .selectFrom('party')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  const milestones = await db
    .selectFrom('milestone')
    .select(['id', 'title', 'position'])
    .where('id', 'in', ids)
    .execute();
  for (const { id, name } of parties) owners.set(id, { name, position: null });
  for (const id of workersIn(transfers)) {
    const open = actor.kind === 'system' || actor.operator || actor.partyId === id;
    if (!open) owners.set(id, { name: shortName(id), position: null });
  }
  for (const { id, title, position } of milestones) owners.set(id, { name: title, position });
  return owners;
}

/** Who was paid for tasks: clients know them by a short name only. */
function workersIn(transfers: readonly TransferSight[]): string[] {
  return transfers.flatMap(({ creditKind, creditOwnerId }) =>
    creditKind === 'earnings' ? [creditOwnerId] : [],
  );
}

async function rootOf(
  db: ReadDb,
  { rootKind, rootId }: EventSight,
): Promise<{ title: string; href: string } | null> {
  if (rootKind !== 'contract' && rootKind !== 'project') return null;
  const row = await db
    .selectFrom(rootKind)
    .select('title')
    .where('id', '=', rootId)
    .executeTakeFirst();
  return row === undefined ? null : { title: row.title, href: `/${rootKind}s/${rootId}` };
}
