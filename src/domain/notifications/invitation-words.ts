/** Why somebody is invited, and why somebody says no: one sentence each, or nothing. */

import type { ReasonKey } from '#domain/matching/match-score.ts';
import type { DeclineReason } from '#domain/projects/invitation.ts';
import type { NoticeFacts } from './notice-facts.ts';

/** The reason that counted most. Only those that speak for somebody are ever the first. */
const WHY: Partial<Record<ReasonKey, (f: NoticeFacts) => string>> = {
  fit_same: (f) =>
    f.text('reasonSkills') === ''
      ? 'You work in this field.'
      : `You work in this field and know ${f.text('reasonSkills')}.`,
  fit_family: (f) =>
    f.text('reasonSkills') === ''
      ? 'You work in a field close to this.'
      : `You know ${f.text('reasonSkills')}.`,
  fit_other: (f) => (f.text('reasonSkills') === '' ? '' : `You know ${f.text('reasonSkills')}.`),
  rate_within: () => 'The budget meets your rate.',
  quality_counted: () => 'Your quality score speaks for you.',
  time_shared: (f) => `Your working days have ${f.text('reasonHours')} hours in common.`,
  available_open: () => 'You are open for work.',
  response_counted: () => 'You answer invitations.',
};

const WHY_NOT: Record<DeclineReason, string> = {
  too_busy: 'Too much other work.',
  budget_too_low: 'The budget is too low.',
  not_my_work: 'It is not their kind of work.',
  dates: 'The dates do not fit.',
  client: 'It is about the client, not about the work.',
  other: '',
};

export function whyYou(f: NoticeFacts): string {
  const sentence = WHY[f.text('reason') as ReasonKey]?.(f) ?? '';
  return sentence === '' ? '' : `${sentence} `;
}

export function whyNot(f: NoticeFacts): string {
  const sentence = WHY_NOT[f.text('reason') as DeclineReason] ?? '';
  return sentence === '' ? '' : `${sentence} `;
}
