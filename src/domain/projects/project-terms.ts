/** What a client writes down about a project, and what is wrong with it. */
import { MAX_AMOUNT_MINOR, minorUnit } from '#domain/kernel/money.ts';
import { isRefusal, Refusal, type RefusalCode, type RefusalData } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';
import type { Audience, Matching, Pricing } from './project.ts';

export type ProjectTerms = {
  title: string;
  /** Markdown. */
  requirements: string;
  /** The slug of a category. */
  category: string;
  skills: readonly string[];
  pricing: Pricing;
  currency: string;
  /** Of the whole price (fixed) or of one hour (hourly). */
  budgetLowMinor: bigint | null;
  budgetHighMinor: bigint | null;
  /** Hourly projects only. */
  expectedHours: number | null;
  /** A day such as 2026-12-24. */
  wantedOn: string | null;
  audience: Audience;
  /** Absent: automatic in a new draft, as it was in an edit. */
  matching?: Matching;
};

export const PROJECT_LIMITS = {
  titleChars: 120,
  requirementsChars: 20_000,
  skills: 15,
  skillChars: 40,
  expectedHours: 100_000,
  invitations: 100,
  invitationNoteChars: 1_000,
} as const;

/** Every rule that the terms of a draft break, in the order of the form. */
export function draftProblems(terms: ProjectTerms, now: Date): Refusal[] {
  const problems: Refusal[] = [];
  const wrong = problemList(problems);
  const limits = PROJECT_LIMITS;
  if (terms.title.trim() === '') wrong('title', { rule: 'required' });
  if (chars(terms.title) > limits.titleChars) {
    wrong('title', { rule: 'too_long', limit: limits.titleChars });
  }
  if (chars(terms.requirements) > limits.requirementsChars) {
    wrong('requirements', { rule: 'too_long', limit: limits.requirementsChars });
  }
  if (terms.category === '') wrong('category', { rule: 'required' });
  if (terms.skills.length > limits.skills) {
    wrong('skills', { rule: 'too_many', limit: limits.skills });
  }
  if (terms.skills.some((skill) => chars(skill) > limits.skillChars)) {
    wrong('skills', { rule: 'too_long', limit: limits.skillChars });
  }
  problems.push(...budgetProblems(terms));
  const hours = terms.expectedHours;
  if (hours !== null && !isCount(hours, limits.expectedHours)) {
    wrong('expectedHours', { rule: 'out_of_range', from: 1, to: limits.expectedHours });
  }
  if (terms.wantedOn !== null && !isDay(terms.wantedOn)) wrong('wantedOn', { rule: 'date' });
  else if (terms.wantedOn !== null && terms.wantedOn < now.toISOString().slice(0, 10)) {
    wrong('wantedOn', {}, 'date_in_past');
  }
  return problems;
}

/** What a draft lacks before it may be published; an open project must keep it too. */
export function publishProblems(terms: Pick<ProjectTerms, 'requirements'>): Refusal[] {
  if (terms.requirements.trim() !== '') return [];
  return [new Refusal('input_invalid', { rule: 'required' }, 'requirements')];
}

/** The terms as they are stored: trimmed, skills once each, hours only where they mean something. */
export function tidyTerms(terms: ProjectTerms): ProjectTerms {
  const named = terms.skills.map(oneLine).filter((one) => one !== '');
  const skills = new Map(named.map((one) => [one.toLowerCase(), one]));
  return {
    ...terms,
    title: oneLine(terms.title),
    requirements: storable(terms.requirements),
    skills: [...skills.values()],
    expectedHours: terms.pricing === 'hourly' ? terms.expectedHours : null,
  };
}

/** Whether `text` is a day of the calendar in the form 2026-12-24. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether `value` is a whole number from 1 to `most`. */
export function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

/** Adds a refusal for one field to `problems`. */
export function problemList(
  problems: Refusal[],
): (field: string, data: RefusalData, code?: RefusalCode) => void {
  return (field, data, code = 'input_invalid') => problems.push(new Refusal(code, data, field));
}

function budgetProblems(terms: ProjectTerms): Refusal[] {
  const problems: Refusal[] = [];
  const wrong = problemList(problems);
  const { budgetLowMinor: low, budgetHighMinor: high } = terms;
  try {
    minorUnit(terms.currency);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    problems.push(error);
  }
  for (const [field, amount] of [
    ['budgetLow', low],
    ['budgetHigh', high],
  ] as const) {
    if (amount === null) continue;
    if (amount <= 0n || amount > MAX_AMOUNT_MINOR) wrong(field, { rule: 'no_sum' });
  }
  if (low !== null && high !== null && high < low) wrong('budgetHigh', { rule: 'below_low' });
  return problems;
}
