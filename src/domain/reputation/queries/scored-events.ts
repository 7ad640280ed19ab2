import type { ReadDb } from '#platform/database.ts';

type Reference = { home: number; id: string; rootId: string };

/** The contract whose outcomes an event may have changed; null where it is about none. */
export async function contractOfEvent(db: ReadDb, event: Reference): Promise<string | null> {
  const row = await read(db, event);
  if (row === undefined) return null;
  if (row.rootKind === 'contract') return event.rootId;
  const { contractId } = row.data as { contractId?: string };
  return contractId ?? null;
}

/** Who answered an invitation with this event; null where nobody had invited it. */
export async function answererOf(db: ReadDb, event: Reference): Promise<string | null> {
  const row = await read(db, event);
  if (row === undefined || row.actorPartyId === null) return null;
  const invited = await db
    .selectFrom('projectInvitation')
    .select('freelancerId')
    .where('projectId', '=', event.rootId)
    .where('freelancerId', '=', row.actorPartyId)
    .executeTakeFirst();
  return invited?.freelancerId ?? null;
}

function read(db: ReadDb, { home, id }: Reference) {
  return db
    .selectFrom('event')
    .select(['rootKind', 'actorPartyId', 'data'])
    .where('home', '=', home)
    .where('id', '=', id)
    .executeTakeFirst();
}
