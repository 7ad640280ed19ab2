import { type RawBuilder, sql } from 'kysely';
import { dealsByName } from '#domain/accounts/queries/deals-by-name.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { storable } from '#domain/kernel/text.ts';
import type { ReadDb } from '#platform/database.ts';
import { findOwnProject } from './find-project.ts';

export type FreelancerToInvite = Awaited<ReturnType<typeof freelancersToInvite>>[number];

/** By what was typed into a search field, or the one with this id. */
type Question = { projectId: string } & ({ text: string } | { freelancerId: string });

const MOST_FOUND = 20;
const LEAST_CHARS = 2;

/**
 * Agencies and members whose name everybody may know and contains the text; without the client's
 * own side. Each says whether it was invited already. Nobody is found by an address: that would
 * tell whose it is.
 */
export async function freelancersToInvite(db: ReadDb, actor: Actor, question: Question) {
  const project = await findOwnProject(db, actor, question.projectId);
  return db
    .selectFrom('party')
    .leftJoin('member', 'member.id', 'party.id')
    .leftJoin('organization', 'organization.id', 'party.id')
    .leftJoin('projectInvitation', (join) =>
      join
        .onRef('projectInvitation.freelancerId', '=', 'party.id')
        .on('projectInvitation.projectId', '=', project.id),
    )
    .select(['party.id', 'party.name', 'party.country', 'party.kind', 'member.headline'])
    .select('projectInvitation.invitedAt')
    .where(meant(question))
    .where(dealsByName(null))
    .where((on) =>
      on.or([
        on.and([on('member.id', 'is not', null), on('member.suspendedAt', 'is', null)]),
        on('organization.kind', '=', 'agency'),
      ]),
    )
    .where('party.id', '!=', project.clientId)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('membership')
            .select('membership.memberId')
            .where((tie) =>
              tie.or([
                tie.and([
                  tie('membership.organizationId', '=', project.clientId),
                  tie('membership.memberId', '=', tie.ref('party.id')),
                ]),
                tie.and([
                  tie('membership.organizationId', '=', tie.ref('party.id')),
                  tie('membership.memberId', '=', project.clientId),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('party.name')
    .orderBy('party.id')
    .limit(MOST_FOUND)
    .execute();
}

function meant(question: Question): RawBuilder<boolean> {
  if ('freelancerId' in question) {
    const { freelancerId } = question;
    return isId(freelancerId) ? sql<boolean>`party.id = ${freelancerId}` : sql<boolean>`false`;
  }
  const text = storable(question.text).slice(0, 120);
  if (text.length < LEAST_CHARS) return sql<boolean>`false`;
  const inside = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`party.name ilike ${inside}`;
}
