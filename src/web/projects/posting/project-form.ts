/** The form of a project ↔ its terms. Server only. */
import { z } from 'zod';
import { decimalAmount } from '#domain/kernel/money.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import {
  draftProblems,
  type ProjectTerms,
  publishProblems,
} from '#domain/projects/project-terms.ts';
import { addIssues, amountIn, countIn } from './form-issues.ts';

export type ProjectForm = {
  terms: ProjectTerms;
  fileIds: readonly string[];
  /** What the pressed button says: publish at once, or keep. */
  publish: boolean;
};

const words = z.string().default('');

const fields = z.object({
  title: words,
  requirements: words,
  category: words,
  skills: words,
  pricing: z.enum(['fixed', 'hourly']),
  currency: z.string(),
  budgetLow: z.string().optional(),
  budgetHigh: z.string().optional(),
  expectedHours: z.string().optional(),
  wantedOn: z.string().optional(),
  audience: z.enum(['everyone', 'invited']),
  matching: z.enum(['automatic', 'review', 'off']).optional(),
  filesKept: z.array(z.string()).default([]),
  act: z.enum(['publish', 'keep']).default('keep'),
});

/** Checks a form with the domain's own rules; `complete` also asks for what a published one needs. */
export function projectSchema(options: { now: Date; complete: boolean }) {
  return fields.transform((form, context): ProjectForm => {
    const problems: Refusal[] = [];
    const amount = (field: 'budgetLow' | 'budgetHigh') =>
      amountIn(form[field], { currency: form.currency, field, problems });
    const { pricing, expectedHours: hours } = form;
    const terms: ProjectTerms = {
      title: form.title,
      requirements: form.requirements,
      category: form.category,
      skills: skillsIn(form.skills),
      pricing,
      currency: form.currency,
      budgetLowMinor: amount('budgetLow'),
      budgetHighMinor: amount('budgetHigh'),
      expectedHours: pricing === 'fixed' || hours === undefined ? null : countIn(hours),
      wantedOn: form.wantedOn ?? null,
      audience: form.audience,
      ...(form.matching !== undefined && { matching: form.matching }),
    };
    const publish = form.act === 'publish';
    problems.push(...draftProblems(terms, options.now));
    if (publish || options.complete) problems.push(...publishProblems(terms));
    addIssues(context, problems);
    return { terms, fileIds: form.filesKept, publish };
  });
}

/** The terms as the form shows them. */
export function formValues(terms: ProjectTerms): Record<string, string> {
  const { currency, budgetLowMinor: low, budgetHighMinor: high } = terms;
  return {
    title: terms.title,
    requirements: terms.requirements,
    category: terms.category,
    skills: terms.skills.join(', '),
    pricing: terms.pricing,
    currency,
    budgetLow: low === null ? '' : decimalAmount(low, currency),
    budgetHigh: high === null ? '' : decimalAmount(high, currency),
    expectedHours: terms.expectedHours === null ? '' : String(terms.expectedHours),
    wantedOn: terms.wantedOn ?? '',
    audience: terms.audience,
    matching: terms.matching ?? 'automatic',
  };
}

/** Before anything is typed. */
export function emptyForm(currency: string): Record<string, string> {
  return { pricing: 'fixed', currency, audience: 'everyone', matching: 'automatic' };
}

function skillsIn(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
