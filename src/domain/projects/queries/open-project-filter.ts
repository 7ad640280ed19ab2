import { type RawBuilder, sql } from 'kysely';
import { exactLexemes, quotedLexeme } from '#domain/directory/listing-lexemes.ts';
import { countriesOf } from '#domain/directory/region.ts';
import { allParts, understandWords } from '#domain/search/queries/understand-words.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ProjectQuestion, ProjectSort } from '../project-question.ts';

/** A question without its order; what is undefined is not asked. */
export type OpenProjectFilter = {
  [Part in keyof Omit<ProjectQuestion, 'sort'>]?: ProjectQuestion[Part] | undefined;
};

/** The parts of a question that a facet can leave out. */
export type ProjectPart = 'words' | 'category' | 'place' | 'pricing' | 'days' | 'budget';

export type ProjectConditions = Partial<Record<ProjectPart, RawBuilder<unknown>>> & {
  open: RawBuilder<unknown>;
};

const DAY_MS = 86_400_000;

/** A question as conditions on `project` and its client's `party`, one for each part asked. */
export async function openProjectConditions(
  db: ReadDb,
  question: OpenProjectFilter & { sort: ProjectSort; now: Date },
): Promise<ProjectConditions> {
  const { category, pricing, place, days, now, text = '', skills = [], sort } = question;
  const words = await wordConditions(db, text.replaceAll('\u0000', '').slice(0, 200).trim());
  const facts = exactLexemes({ skills }).map(quotedLexeme);
  const said = [
    ...words,
    ...(facts.length === 0 ? [] : [sql`project.document @@ ${facts.join(' & ')}::tsquery`]),
  ];
  const budget = [...budgetConditions(question), ...(sort === 'budget' ? [HAS_BUDGET] : [])];
  const since = new Date(now.getTime() - (days ?? 0) * DAY_MS);
  return {
    open: sql`project.state = 'open' and project.audience = 'everyone'
      and project.expires_at > ${now}`,
    ...(said.length === 0 ? {} : { words: sql.join(said, sql` and `) }),
    ...(category === undefined ? {} : { category: sql`project.category = ${category}` }),
    ...(pricing === undefined ? {} : { pricing: sql`project.pricing = ${pricing}` }),
    ...(place === undefined ? {} : { place: sql`party.country = any(${countriesOf(place)})` }),
    ...(days === undefined ? {} : { days: sql`project.opened_at > ${since}` }),
    ...(budget.length === 0 ? {} : { budget: sql.join(budget, sql` and `) }),
  };
}

/**
 * As the directory reads words, or as they were typed (projects say words that no listing does), or
 * the whole phrase inside the title.
 */
async function wordConditions(db: ReadDb, text: string): Promise<RawBuilder<unknown>[]> {
  if (text === '') return [];
  const { parts } = await understandWords(db, text);
  const inside = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const read =
    parts.length === 0 ? sql`false` : sql`project.document @@ ${allParts(parts)}::tsquery`;
  return [
    sql`(${read}
      or project.document @@ plainto_tsquery('pg_catalog.english', search_text(${text}))
      or project.title ilike ${inside})`,
  ];
}

const IN_BASE_CURRENCY = sql`project.currency = (select base_currency from market_terms)`;
const HAS_BUDGET = sql`${IN_BASE_CURRENCY}
  and coalesce(project.budget_high_minor, project.budget_low_minor) is not null`;

/** A budget is a range, and fits when it reaches into the range that is asked for. */
function budgetConditions({ budgetFromMinor: from, budgetToMinor: to }: OpenProjectFilter) {
  if (from === undefined && to === undefined) return [];
  const low = sql`coalesce(project.budget_low_minor, project.budget_high_minor)`;
  const high = sql`coalesce(project.budget_high_minor, project.budget_low_minor)`;
  return [
    IN_BASE_CURRENCY,
    ...(from === undefined ? [] : [sql`${high} >= ${from}`]),
    ...(to === undefined ? [] : [sql`${low} <= ${to}`]),
  ];
}
