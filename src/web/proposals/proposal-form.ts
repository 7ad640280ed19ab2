/** The form of a proposal ↔ its terms. Server only. */
import { z } from 'zod';
import { decimalAmount } from '#domain/kernel/money.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Pricing } from '#domain/projects/project.ts';
import type { ProposedMilestone } from '#domain/projects/proposal.ts';
import { type ProposalTerms, proposalProblems } from '#domain/projects/proposal-terms.ts';
import { addIssues, amountIn, countIn } from '#web/projects/posting/form-issues.ts';

export type ProposalForm = { terms: ProposalTerms; fileIds: readonly string[] };

/** The project that the proposal is for. */
export type ProposedFor = { pricing: Pricing; currency: string; title: string };

const words = z.string().default('');

const fields = z.object({
  price: z.string().optional(),
  hourlyRate: z.string().optional(),
  estimatedHours: z.string().optional(),
  weeklyLimitHours: z.string().optional(),
  deliveryDays: z.string().optional(),
  cover: words,
  milestones: z
    .array(z.object({ title: words, details: words, amount: words, dueDays: words }))
    .default([]),
  filesKept: z.array(z.string()).default([]),
});

type Fields = z.output<typeof fields>;

/** Checks a form with the domain's own rules. */
export function proposalSchema(project: ProposedFor) {
  return fields.transform((form, context): ProposalForm => {
    const problems: Refusal[] = [];
    const terms =
      project.pricing === 'fixed'
        ? fixedTerms(form, project, problems)
        : hourlyTerms(form, project, problems);
    // An amount that cannot be read is told in place of what follows from it, and where no
    // milestone was written, what is wrong is the price or the days, not the milestones.
    const unread = new Set(problems.map((one) => one.field));
    const found = proposalProblems(terms, project.currency);
    const none = form.milestones.length === 0;
    const sum = none || problems.length > 0 ? 'milestones' : undefined;
    problems.push(...found.filter((one) => !unread.has(one.field) && one.field !== sum));
    addIssues(context, problems);
    return { terms, fileIds: form.filesKept };
  });
}

function fixedTerms(form: Fields, project: ProposedFor, problems: Refusal[]): ProposalTerms {
  const { currency } = project;
  const amount = (typed: string | undefined, field: string) =>
    amountIn(typed, { currency, field, problems }) ?? 0n;
  const priceMinor = amount(form.price, 'price');
  const deliveryDays = countIn(form.deliveryDays);
  const milestones = form.milestones.map(
    (one, row): ProposedMilestone => ({
      title: one.title,
      details: one.details,
      amountMinor: amount(one.amount === '' ? undefined : one.amount, `milestones.${row}.amount`),
      dueDays: countIn(one.dueDays),
    }),
  );
  const whole = { title: project.title, details: '', amountMinor: priceMinor };
  return {
    pricing: 'fixed',
    priceMinor,
    // Without rows everything is one payment at the end.
    milestones:
      milestones.length > 0 || priceMinor === 0n || Number.isNaN(deliveryDays)
        ? milestones
        : [{ ...whole, dueDays: deliveryDays }],
    deliveryDays,
    cover: form.cover,
  };
}

function hourlyTerms(form: Fields, project: ProposedFor, problems: Refusal[]): ProposalTerms {
  const place = { currency: project.currency, field: 'hourlyRate', problems };
  return {
    pricing: 'hourly',
    hourlyRateMinor: amountIn(form.hourlyRate, place) ?? 0n,
    estimatedHours: countIn(form.estimatedHours),
    weeklyLimitHours: countIn(form.weeklyLimitHours),
    deliveryDays: countIn(form.deliveryDays),
    cover: form.cover,
  };
}

type Stored = {
  pricing: Pricing;
  priceMinor: bigint;
  hourlyRateMinor: bigint | null;
  estimatedHours: number | null;
  weeklyLimitHours: number | null;
  deliveryDays: number;
  cover: string;
  milestones: readonly ProposedMilestone[];
};

/** A stored proposal as the form shows it. */
export function proposalValues(proposal: Stored, currency: string): Record<string, string> {
  const sum = (minor: bigint | null) => (minor === null ? '' : decimalAmount(minor, currency));
  const values: Record<string, string> = {
    price: sum(proposal.priceMinor),
    hourlyRate: sum(proposal.hourlyRateMinor),
    estimatedHours: String(proposal.estimatedHours ?? ''),
    weeklyLimitHours: String(proposal.weeklyLimitHours ?? ''),
    deliveryDays: String(proposal.deliveryDays),
    cover: proposal.cover,
  };
  for (const [row, one] of proposal.milestones.entries()) {
    values[`milestones.${row}.title`] = one.title;
    values[`milestones.${row}.details`] = one.details;
    values[`milestones.${row}.amount`] = sum(one.amountMinor);
    values[`milestones.${row}.dueDays`] = String(one.dueDays);
  }
  return values;
}
