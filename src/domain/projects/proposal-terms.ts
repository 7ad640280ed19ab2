/** What a freelancer offers, and what is wrong with it. */
import { MAX_AMOUNT_MINOR } from '#domain/kernel/money.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { chars } from '#domain/kernel/text.ts';
import { isCount, problemList } from './project-terms.ts';
import { hourlyPrice, type ProposedMilestone } from './proposal.ts';

type CommonTerms = {
  /** Days from the start to the last delivery. */
  deliveryDays: number;
  cover: string;
};

export type FixedTerms = CommonTerms & {
  pricing: 'fixed';
  priceMinor: bigint;
  milestones: readonly ProposedMilestone[];
};

export type HourlyTerms = CommonTerms & {
  pricing: 'hourly';
  hourlyRateMinor: bigint;
  estimatedHours: number;
  weeklyLimitHours: number;
};

/** Amounts are in minor units of the project's currency. */
export type ProposalTerms = FixedTerms | HourlyTerms;

export const PROPOSAL_LIMITS = {
  coverChars: 5_000,
  milestones: 20,
  milestoneTitleChars: 120,
  milestoneDetailsChars: 2_000,
  deliveryDays: 1_825,
  estimatedHours: 100_000,
  weeklyHours: 168,
} as const;

/** The whole price in minor units: the fixed one, or rate × estimated hours. */
export function priceOf(terms: ProposalTerms): bigint {
  return terms.pricing === 'fixed'
    ? terms.priceMinor
    : hourlyPrice(terms.hourlyRateMinor, terms.estimatedHours);
}

/** Every rule that the terms break, in the order of the form. Fields of milestones count from 0. */
export function proposalProblems(terms: ProposalTerms, currency: string): Refusal[] {
  const problems =
    terms.pricing === 'fixed' ? fixedProblems(terms, currency) : hourlyProblems(terms);
  const wrong = problemList(problems);
  if (!isCount(terms.deliveryDays, PROPOSAL_LIMITS.deliveryDays)) {
    wrong('deliveryDays', { rule: 'out_of_range', from: 1, to: PROPOSAL_LIMITS.deliveryDays });
  }
  if (terms.cover.trim() === '') wrong('cover', { rule: 'required' });
  if (chars(terms.cover) > PROPOSAL_LIMITS.coverChars) {
    wrong('cover', { rule: 'too_long', limit: PROPOSAL_LIMITS.coverChars });
  }
  return problems;
}

function fixedProblems(terms: FixedTerms, currency: string): Refusal[] {
  const problems: Refusal[] = [];
  const wrong = problemList(problems);
  const limits = PROPOSAL_LIMITS;
  if (!isPrice(terms.priceMinor)) wrong('price', { rule: 'no_sum' });
  if (!isCount(terms.milestones.length, limits.milestones)) {
    const rule = terms.milestones.length === 0 ? 'required' : 'too_many';
    wrong('milestones', { rule, limit: limits.milestones });
  }
  for (const [index, one] of terms.milestones.entries()) {
    const field = (name: string): string => `milestones.${index}.${name}`;
    if (one.title.trim() === '') wrong(field('title'), { rule: 'required' });
    if (chars(one.title) > limits.milestoneTitleChars) {
      wrong(field('title'), { rule: 'too_long', limit: limits.milestoneTitleChars });
    }
    if (chars(one.details) > limits.milestoneDetailsChars) {
      wrong(field('details'), { rule: 'too_long', limit: limits.milestoneDetailsChars });
    }
    if (!isPrice(one.amountMinor)) wrong(field('amount'), { rule: 'no_sum' });
    if (!isCount(one.dueDays, limits.deliveryDays)) {
      wrong(field('dueDays'), { rule: 'out_of_range', from: 1, to: limits.deliveryDays });
    }
  }
  const sum = terms.milestones.reduce((total, one) => total + one.amountMinor, 0n);
  if (sum !== terms.priceMinor) {
    const sums = { milestonesMinor: sum.toString(), priceMinor: terms.priceMinor.toString() };
    wrong('milestones', { currency, ...sums }, 'milestones_must_sum');
  }
  return problems;
}

function hourlyProblems(terms: HourlyTerms): Refusal[] {
  const problems: Refusal[] = [];
  const wrong = problemList(problems);
  const limits = PROPOSAL_LIMITS;
  if (!isPrice(terms.hourlyRateMinor)) wrong('hourlyRate', { rule: 'no_sum' });
  if (!isCount(terms.estimatedHours, limits.estimatedHours)) {
    wrong('estimatedHours', { rule: 'out_of_range', from: 1, to: limits.estimatedHours });
  } else if (isPrice(terms.hourlyRateMinor) && !isPrice(priceOf(terms))) {
    wrong('estimatedHours', { rule: 'price_too_high' });
  }
  if (!isCount(terms.weeklyLimitHours, limits.weeklyHours)) {
    wrong('weeklyLimitHours', { rule: 'out_of_range', from: 1, to: limits.weeklyHours });
  }
  return problems;
}

function isPrice(amountMinor: bigint): boolean {
  return amountMinor > 0n && amountMinor <= MAX_AMOUNT_MINOR;
}
