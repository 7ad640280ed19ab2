/** The form of a task type ↔ its terms. Server only. */

import { z } from 'zod';
import { acceptForm } from '#domain/forms/parse-form.ts';
import { decimalAmount } from '#domain/kernel/money.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { type TaskTerms, taskTermsProblems } from '#domain/tasks/batch-terms.ts';
import { addIssues, amountIn } from '#web/projects/posting/form-issues.ts';
import { boundsIn, MINUTE, secondsIn, unitsOf } from '../durations.ts';
import { type FormValues, formOfRows, rowsOfForm } from './form-rows.ts';
import { requirementsIn, requirementValues } from './requirement-form.ts';

const words = z.string().default('');
const row = z.record(z.string(), z.string());

/** The part of the form that says what the task looks like. */
const writtenForm = {
  how: z.enum(['rows', 'html', 'json']),
  instructions: z.string().optional(),
  show: z.array(row).optional(),
  fields: z.array(row).optional(),
  html: z.string().optional(),
  scripts: z.string().optional(),
  height: z.string().optional(),
  json: z.string().optional(),
};

/** What a preview reads; everything else of the form is passed over. */
export const writtenSchema = z.object({
  ...writtenForm,
  sample: z.string().optional(),
  row: z.string().optional(),
});

const fields = z.object({
  ...writtenForm,
  title: words,
  description: words,
  keywords: words,
  currency: z.string(),
  reward: z.string().optional(),
  timeLimit: z.string().optional(),
  autoApproval: z.string(),
  requirements: z.array(row).optional(),
  sample: z.string().optional(),
  act: z.enum(['save', 'order']).default('save'),
});

/** Checks what was written with the domain's own rules. */
export const typeSchema = fields.transform((typed, context) => {
  const problems: Refusal[] = [];
  const { currency } = typed;
  const rewardMinor = amountIn(typed.reward ?? '', { currency, field: 'reward', problems });
  const terms: TaskTerms = {
    title: typed.title,
    description: typed.description,
    keywords: typed.keywords.split(/[,;\n]/),
    currency,
    rewardMinor: rewardMinor ?? 0n,
    timeLimitSeconds: secondsIn(typed.timeLimit, MINUTE),
    autoApprovalSeconds: Number(typed.autoApproval),
    requirements: caught(problems, () => requirementsIn(typed.requirements), []),
    form: caught(problems, () => formOfRows(typed, acceptForm), null),
  };
  problems.push(...boundsIn({ timeLimit: MINUTE }, taskTermsProblems(terms)));
  addIssues(context, problems);
  return { terms, order: typed.act === 'order' };
});

function caught<Value>(problems: Refusal[], read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    problems.push(error);
    return otherwise;
  }
}

/** The terms as the form shows them. */
export function typeValues(terms: TaskTerms & Pick<Stored, 'form' | 'requirements'>): FormValues {
  const { title, description, keywords, currency, rewardMinor } = terms;
  return {
    ...{ title, description, currency },
    keywords: keywords.join(', '),
    reward: decimalAmount(rewardMinor, currency),
    timeLimit: unitsOf(terms.timeLimitSeconds, MINUTE),
    autoApproval: String(terms.autoApprovalSeconds),
    ...requirementValues(terms.requirements),
    ...rowsOfForm(terms.form),
  };
}

type Stored = {
  form: Parameters<typeof rowsOfForm>[0];
  requirements: Parameters<typeof requirementValues>[0];
};
