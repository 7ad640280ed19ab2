import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { hoursShared } from '#domain/directory/region.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { matchScore, type Offered, type Score } from '../match-score.ts';
import { type Vocabulary, wantedOf } from '../vocabulary.ts';
import { clientSide } from './client-side.ts';
import { readOffered } from './offered.ts';
import { readVocabulary } from './vocabulary.ts';

export type WorkForYou = Awaited<ReturnType<typeof workForYou>>[number];

/** So many open projects of a category, and so many that name one of the skills, are scored. */
const NEWEST_PER_CATEGORY = 150;
const MOST_BY_SKILL = 200;
const EXCERPT_CHARS = 320;

/**
 * Open projects for the party that the actor acts for, by the same score that chooses whom the
 * marketplace tells: the best first. Without those of its own side, those it proposed on and those
 * it declined. Empty without a freelancer profile.
 */
export async function workForYou(
  db: ReadDb,
  actor: Actor,
  { limit, now }: { limit: number; now: Date },
) {
  const { partyId, memberId } = requireMember(actor, 'see_work');
  const vocabulary = await readVocabulary(db);
  const found = await readOffered(db, partyId, vocabulary);
  if (found === null) return [];
  const { offered, timeZone } = found;
  const side = new Set([...(await clientSide(db, partyId)), memberId]);
  const ids = await nearProjects(db, { offered, vocabulary, partyId, now });
  const projects = (await readProjects(db, ids, partyId)).filter((one) => !side.has(one.clientId));
  return projects
    .map(({ clientZone, ...project }) => {
      const shared = clientZone === null ? null : hoursShared(clientZone, timeZone, now);
      const by: Offered = { ...offered, hoursShared: shared };
      const judged: Score = matchScore(wantedOf(project, vocabulary), by, now);
      return { ...project, ...judged };
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, limit);
}

/** Open projects of its categories, the newest of each, and those whose words name its skills. */
async function nearProjects(
  db: ReadDb,
  near: { offered: Offered; vocabulary: Vocabulary; partyId: string; now: Date },
): Promise<string[]> {
  const { offered, vocabulary, partyId, now } = near;
  const names = offered.skills.map((slug) => vocabulary.skillNames.get(slug) ?? slug);
  const rows = await readSql<{ id: string }>(
    db,
    sql`
      with near as materialized (
        select newest.id from unnest(${[...offered.categories]}::text[]) asked (slug)
        cross join lateral (
          select id from project
          where category = asked.slug and state = 'open' and audience = 'everyone'
          order by opened_at desc, id desc limit ${NEWEST_PER_CATEGORY}) newest
        union
        (select id from project
          where state = 'open' and audience = 'everyone' and document @@ (
            select string_agg(phraseto_tsquery('pg_catalog.english', search_text(name))::text, ' | ')
              ::tsquery
            from unnest(${names}::text[]) name)
          limit ${MOST_BY_SKILL})
        union
        select project_id from project_invitation
          where freelancer_id = ${partyId} and withdrawn_at is null
      )
      select project.id from near join project using (id)
      where project.state = 'open' and project.expires_at > ${now}
        and not exists (select from proposal
          where proposal.project_id = project.id and proposal.freelancer_id = ${partyId}
            and proposal.state <> 'withdrawn')
        and not exists (select from project_invitation declined
          where declined.project_id = project.id and declined.freelancer_id = ${partyId}
            and declined.declined_at is not null)`,
  );
  return rows.map(({ id }) => id);
}

async function readProjects(db: ReadDb, ids: readonly string[], partyId: string) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('project')
    .innerJoin('party', 'party.id', 'project.clientId')
    .innerJoin('category', 'category.slug', 'project.category')
    .leftJoin('member', 'member.id', 'project.postedBy')
    .leftJoin('projectInvitation', (join) =>
      join
        .onRef('projectInvitation.projectId', '=', 'project.id')
        .on('projectInvitation.freelancerId', '=', partyId)
        .on('projectInvitation.withdrawnAt', 'is', null),
    )
    .select([
      'project.id',
      'project.title',
      'project.category',
      'category.name as categoryName',
      'project.skills',
      'project.pricing',
      'project.currency',
      'project.budgetLowMinor',
      'project.budgetHighMinor',
      'project.expectedHours',
      'project.wantedOn',
      'project.proposalsCount',
      'project.publishedAt',
      'project.openedAt',
      'project.expiresAt',
      'project.clientId',
      'party.name as clientName',
      'party.country as clientCountry',
      'member.timeZone as clientZone',
      'projectInvitation.invitedAt',
    ])
    .select(sql<string>`left(project.requirements, ${EXCERPT_CHARS})`.as('excerpt'))
    .where('project.id', 'in', ids)
    .execute();
}
