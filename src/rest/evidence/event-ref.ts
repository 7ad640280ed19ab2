import type { z } from '@hono/zod-openapi';
import { eventsOfRoot } from '#domain/evidence/queries/events.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import type { eventRef } from '../schema.ts';

export type EventRef = z.input<typeof eventRef>;

/** The event that an act has just appended, by its number within its root. */
export async function eventOf(
  call: { db: ReadDb; sight: MemberActor },
  rootId: string,
  seq: number,
): Promise<EventRef> {
  const [event] = await eventsOfRoot(call.db, call.sight, { rootId, before: seq + 1, limit: 1 });
  if (event === undefined) throw new Error(`Event ${seq} of ${rootId} is not there to be read`);
  return { id: event.id, root_id: rootId, seq };
}
