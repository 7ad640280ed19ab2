import { type RawBuilder, sql } from 'kysely';
import {
  type CursorType,
  decodeOrderCursor,
  encodeOrderCursor,
} from '#domain/kernel/order-cursor.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ProjectSort } from '../project-question.ts';
import { type OpenProjectFilter, openProjectConditions } from './open-project-filter.ts';

export type OpenProjectsQuestion = OpenProjectFilter & {
  sort?: ProjectSort;
  cursor?: string;
  limit: number;
  now: Date;
};

export type OpenProject = Awaited<ReturnType<typeof openProjects>>['rows'][number];

const EXCERPT_CHARS = 320;

/** What a list is sorted by, as PostgreSQL writes and reads it. Of equals the newest id is first. */
const ORDERS: Record<
  ProjectSort,
  { by: RawBuilder<unknown>; type: CursorType; descending: boolean }
> = {
  newest: { by: sql`project.opened_at`, type: 'timestamptz', descending: true },
  budget: {
    by: sql`coalesce(project.budget_high_minor, project.budget_low_minor)`,
    type: 'bigint',
    descending: true,
  },
  fewest: { by: sql`project.proposals_count`, type: 'integer', descending: false },
};

/** One page of the projects that everybody may propose on. Refuses a foreign cursor. */
export async function openProjects(db: ReadDb, question: OpenProjectsQuestion) {
  const { cursor, limit, sort = 'newest' } = question;
  const { by, type, descending } = ORDERS[sort];
  const after = cursor === undefined ? undefined : decodeOrderCursor(cursor, { [sort]: type });
  const conditions = await openProjectConditions(db, { ...question, sort });
  let query = db
    .selectFrom('project')
    .innerJoin('party', 'party.id', 'project.clientId')
    .innerJoin('category', 'category.slug', 'project.category')
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
    ])
    .select(sql<string>`left(project.requirements, ${EXCERPT_CHARS})`.as('excerpt'))
    .select(sql<string>`${by}::text`.as('place'))
    .where(sql<boolean>`${sql.join(Object.values(conditions), sql` and `)}`)
    .orderBy(sql`${by} ${sql.raw(descending ? 'desc' : 'asc')}, project.id desc`)
    .limit(limit + 1);
  if (after !== undefined) {
    const at = sql`${after.value}::${sql.raw(type)}`;
    const sign = sql.raw(descending ? '<' : '>');
    query = query.where(
      sql<boolean>`(${by} ${sign} ${at} or (${by} = ${at} and project.id < ${after.id}::uuid))`,
    );
  }
  const found = await query.execute();
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const next = last && encodeOrderCursor({ order: sort, value: last.place, id: last.id });
  return { rows: rows.map(({ place, ...row }) => row), next: next ?? null };
}
