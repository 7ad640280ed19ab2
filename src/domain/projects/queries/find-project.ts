import { may, requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { mayReadProject, type Relation } from '../visibility.ts';

export type FoundProject = Awaited<ReturnType<typeof findProject>>;

/** The party that reads; null for a visitor and for a key that may not read. */
export function readingParty(actor: Actor | null): string | null {
  return actor?.kind === 'member' && may(actor, 'see_work') ? actor.partyId : null;
}

/** The project with how the reader stands to it. Refuses `not_found` for what it may not read. */
export async function findProject(db: ReadDb, actor: Actor | null, projectId: string) {
  const partyId = readingParty(actor);
  const row = isId(projectId)
    ? await db
        .selectFrom('project')
        .innerJoin('party', 'party.id', 'project.clientId')
        .innerJoin('category', 'category.slug', 'project.category')
        .selectAll('project')
        .select([
          'party.name as clientName',
          'party.country as clientCountry',
          'category.name as categoryName',
        ])
        .where('project.id', '=', projectId)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) return refuse('not_found', { thing: 'project' });
  const relation: Relation =
    partyId === null
      ? { isClient: false, invited: false, proposed: false }
      : {
          isClient: row.clientId === partyId,
          invited: await wasInvited(db, projectId, partyId),
          proposed: await hasProposed(db, projectId, partyId),
        };
  if (!mayReadProject(row, relation)) return refuse('not_found', { thing: 'project' });
  return { ...row, relation };
}

/** The project when the actor acts for its client; refuses `not_found` otherwise. */
export async function findOwnProject(db: ReadDb, actor: Actor, projectId: string) {
  requireMember(actor, 'see_work');
  const project = await findProject(db, actor, projectId);
  return project.relation.isClient ? project : refuse('not_found', { thing: 'project' });
}

async function wasInvited(db: ReadDb, projectId: string, partyId: string): Promise<boolean> {
  const row = await db
    .selectFrom('projectInvitation')
    .select('projectId')
    .where('projectId', '=', projectId)
    .where('freelancerId', '=', partyId)
    .executeTakeFirst();
  if (row !== undefined) return true;
  return (await addressInvitation(db, projectId, partyId)) !== undefined;
}

/** The invitation that went to the address of this member and stands, as the member may read it. */
export async function addressInvitation(db: ReadDb, projectId: string, partyId: string) {
  return db
    .selectFrom('addressInvitation')
    .innerJoin('member', (join) =>
      join.on((on) => on(on.fn('lower', ['member.email']), '=', on.ref('addressInvitation.email'))),
    )
    .select(['addressInvitation.note', 'addressInvitation.invitedAt'])
    .where('addressInvitation.projectId', '=', projectId)
    .where('addressInvitation.withdrawnAt', 'is', null)
    .where('addressInvitation.takenBy', 'is', null)
    .where('member.id', '=', partyId)
    .executeTakeFirst();
}

async function hasProposed(db: ReadDb, projectId: string, partyId: string): Promise<boolean> {
  const row = await db
    .selectFrom('proposal')
    .select('id')
    .where('projectId', '=', projectId)
    .where('freelancerId', '=', partyId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
