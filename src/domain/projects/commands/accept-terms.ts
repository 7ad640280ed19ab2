import { sql } from 'kysely';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import { draftProblems, type ProjectTerms, tidyTerms } from '../project-terms.ts';

/**
 * The terms as they may be stored. Refuses the first rule they break, or a category that is not
 * offered; `kept` is the one that the project has already.
 */
export async function acceptTerms(
  ctx: Context,
  given: ProjectTerms,
  kept = '',
): Promise<ProjectTerms> {
  const terms = tidyTerms(given);
  const problem = draftProblems(terms, ctx.now)[0];
  if (problem !== undefined) throw problem;
  const category = await ctx.tx
    .selectFrom('category')
    .select('slug')
    .where('slug', '=', terms.category)
    .where((on) => on.or([on('retiredAt', 'is', null), on('slug', '=', kept)]))
    .executeTakeFirst();
  if (category === undefined)
    throw new Refusal('input_invalid', { rule: 'not_listed' }, 'category');
  return terms;
}

/** The terms as columns of `project`, with the document that the search finds it by. */
export function projectColumns(terms: ProjectTerms) {
  return { ...terms, skills: [...terms.skills], document: documentOf(terms) };
}

/** Title first, then category and skills with their other words, then the requirements. */
function documentOf({ title, category, skills, requirements }: ProjectTerms) {
  const named = [...skills];
  return sql<string>`(
    select search_document('', ${title}::text,
        concat_ws(' . ', array_to_string(${named}::text[], ' . '), kind.words, known.words),
        ${requirements}::text)
      || array_to_tsvector(known.lexemes || ${`@category:${category}`}::text)
    from (select array_to_string(array_prepend(name, also), ' . ') as words
        from category where slug = ${category}) kind,
      (select string_agg(array_to_string(array_prepend(name, also), ' . '), ' . ') as words,
          coalesce(array_agg('@skill:' || slug), '{}') as lexemes
        from skill where slug = any(${named}::text[])
          or terms && search_terms(null, ${named}::text[])) known)`;
}

/** The terms as an event keeps them: amounts in minor units as text, the long text by its length. */
export function eventTerms(terms: ProjectTerms): { [key: string]: JsonResult } {
  const { requirements, budgetLowMinor, budgetHighMinor, ...rest } = terms;
  return {
    ...rest,
    skills: [...terms.skills],
    requirementsChars: requirements.length,
    budgetLowMinor: budgetLowMinor?.toString() ?? null,
    budgetHighMinor: budgetHighMinor?.toString() ?? null,
  };
}
