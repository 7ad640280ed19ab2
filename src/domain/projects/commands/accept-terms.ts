import { Refusal } from '#domain/kernel/refusal.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import { draftProblems, type ProjectTerms, tidyTerms } from '../project-terms.ts';

/** The terms as they may be stored. Refuses the first rule they break, or an unknown category. */
export async function acceptTerms(ctx: Context, given: ProjectTerms): Promise<ProjectTerms> {
  const terms = tidyTerms(given);
  const problem = draftProblems(terms, ctx.now)[0];
  if (problem !== undefined) throw problem;
  const category = await ctx.tx
    .selectFrom('category')
    .select('slug')
    .where('slug', '=', terms.category)
    .executeTakeFirst();
  if (category === undefined)
    throw new Refusal('input_invalid', { rule: 'not_listed' }, 'category');
  return terms;
}

/** The terms as columns of `project`. */
export function projectColumns(terms: ProjectTerms) {
  return { ...terms, skills: [...terms.skills] };
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
