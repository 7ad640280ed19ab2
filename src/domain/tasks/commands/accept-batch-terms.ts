import { acceptForm } from '#domain/forms/parse-form.ts';
import { assertQualificationsExist } from '#domain/qualifications/queries/requirement-names.ts';
import { parseRequirements } from '#domain/qualifications/requirement.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import {
  type BatchTerms,
  orderTermsProblems,
  type TaskTerms,
  taskTermsProblems,
  tidyOrderTerms,
  tidyTaskTerms,
} from '../batch-terms.ts';

/** A task type's terms as they may be stored. Refuses the first rule that they break. */
export async function acceptTaskTerms<Terms extends TaskTerms>(
  ctx: Context,
  given: Terms,
): Promise<Terms> {
  const terms = tidyTaskTerms(given);
  const problem = taskTermsProblems(terms)[0];
  if (problem !== undefined) throw problem;
  const requirements = parseRequirements(terms.requirements);
  await assertQualificationsExist(ctx.tx as unknown as ReadDb, requirements);
  return {
    ...terms,
    requirements,
    form: acceptForm(terms.form),
  };
}

/** A batch's terms as they may be stored. */
export async function acceptBatchTerms(ctx: Context, given: BatchTerms): Promise<BatchTerms> {
  const terms = tidyOrderTerms(await acceptTaskTerms(ctx, given));
  const problem = orderTermsProblems(terms)[0];
  if (problem !== undefined) throw problem;
  return terms;
}

/** Terms as columns that `task_type` and `batch` have in common. */
export function taskColumns(terms: TaskTerms) {
  const { title, description, currency, rewardMinor } = terms;
  const { timeLimitSeconds, autoApprovalSeconds } = terms;
  return {
    ...{ title, description, currency, rewardMinor, timeLimitSeconds, autoApprovalSeconds },
    keywords: [...terms.keywords],
    requirements: JSON.stringify(terms.requirements),
    form: JSON.stringify(terms.form),
  };
}

/** The terms as an event keeps them: sums as text, the form by its size. */
export function eventTerms(terms: TaskTerms): { [key: string]: JsonResult } {
  return {
    title: terms.title,
    currency: terms.currency,
    rewardMinor: terms.rewardMinor.toString(),
    timeLimitSeconds: terms.timeLimitSeconds,
    autoApprovalSeconds: terms.autoApprovalSeconds,
    requirements: JSON.parse(JSON.stringify(terms.requirements)) as JsonResult,
    formChars: JSON.stringify(terms.form).length,
  };
}
