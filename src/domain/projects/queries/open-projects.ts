import { sql } from 'kysely';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Pricing } from '../project.ts';

export type OpenProjectsQuestion = {
  category?: string;
  pricing?: Pricing;
  /** Words as somebody types them into a search field. */
  text?: string;
  cursor?: string;
  limit: number;
  now: Date;
};

export type OpenProject = Awaited<ReturnType<typeof openProjects>>['rows'][number];

const EXCERPT_CHARS = 320;

/** Projects that everybody may propose on, newest first. */
export async function openProjects(db: ReadDb, question: OpenProjectsQuestion) {
  const { category, pricing, text, cursor, limit, now } = question;
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
      'project.expiresAt',
      'project.clientId',
      'party.name as clientName',
      'party.country as clientCountry',
    ])
    .select(sql<string>`left(project.requirements, ${EXCERPT_CHARS})`.as('excerpt'))
    .where('project.state', '=', 'open')
    .where('project.audience', '=', 'everyone')
    .where('project.expiresAt', '>', now)
    .orderBy('project.publishedAt', 'desc')
    .orderBy('project.id', 'desc')
    .limit(limit + 1);
  if (category !== undefined) query = query.where('project.category', '=', category);
  if (pricing !== undefined) query = query.where('project.pricing', '=', pricing);
  if (text !== undefined && text.trim() !== '') query = query.where(hasWords(text));
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on(on.refTuple('project.publishedAt', 'project.id'), '<', on.tuple(at, id)),
    );
  }
  const rows = await query.execute();
  const page: Page<(typeof rows)[number]> = toPage(rows, limit, (row) => ({
    at: row.publishedAt ?? now,
    id: row.id,
  }));
  return page;
}

/** All words somewhere in the text, or the whole phrase inside the title. */
function hasWords(text: string) {
  const words = text.replaceAll('\u0000', '').slice(0, 200).trim();
  const inside = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`(
    to_tsvector('simple', project.title || ' ' || array_to_string(project.skills, ' ') || ' '
      || project.requirements) @@ websearch_to_tsquery('simple', ${words})
    or project.title ilike ${inside})`;
}
