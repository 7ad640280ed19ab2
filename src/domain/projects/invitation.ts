/**
 * Glossary. An *invitation* asks one freelancer for a proposal. It is *told* once the project is
 * published, *seen* when the freelancer opens the project, *answered* by a proposal or by a no with
 * its reason, and *withdrawn* when the client takes it back before a proposal came.
 */
import { Refusal } from '#domain/kernel/refusal.ts';
import { chars } from '#domain/kernel/text.ts';

export const DECLINE_REASONS = [
  'too_busy',
  'budget_too_low',
  'not_my_work',
  'dates',
  'client',
  'other',
] as const;

export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const DECLINE_NOTE_CHARS = 500;

/** What is wrong with the answer of a freelancer who says no. */
export function declineProblem(answer: { reason: string | null; note: string }): Refusal | null {
  const { reason, note } = answer;
  if (reason !== null && !DECLINE_REASONS.some((one) => one === reason)) {
    return new Refusal('input_invalid', { rule: 'not_listed' }, 'reason');
  }
  if (chars(note) > DECLINE_NOTE_CHARS) {
    return new Refusal('input_invalid', { rule: 'too_long', limit: DECLINE_NOTE_CHARS }, 'note');
  }
  return null;
}
