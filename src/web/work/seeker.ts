import type { Seeker } from '#domain/assignments/queries/find-work.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { heldQualifications } from '#domain/qualifications/queries/held-qualifications.ts';
import type { ReadDb } from '#platform/database.ts';

/** Who looks for tasks: a person with what it holds; nobody while it acts for an organization. */
export async function seekerOf(
  db: ReadDb,
  actor: MemberActor | null,
  now: Date,
): Promise<NonNullable<Seeker> | null> {
  if (actor === null || actor.role !== 'self') return null;
  const { memberId: workerId } = actor;
  return { workerId, held: await heldQualifications(db, workerId, now) };
}
