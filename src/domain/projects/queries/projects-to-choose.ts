import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';

export type ProjectToChoose = Awaited<ReturnType<typeof projectsToChoose>>[number];

const MOST_SHOWN = 20;

/** Open projects of the actor's party with proposals to choose from; the nearest expiry first. */
export async function projectsToChoose(db: ReadDb, actor: Actor, now: Date) {
  const { partyId } = requireMember(actor, 'see_work');
  return db
    .selectFrom('project')
    .select(['id', 'title', 'proposalsCount', 'expiresAt'])
    .where('clientId', '=', partyId)
    .where('state', '=', 'open')
    .where('proposalsCount', '>', 0)
    .where('expiresAt', '>', now)
    .orderBy('expiresAt')
    .limit(MOST_SHOWN)
    .execute();
}
