/**
 * Glossary. An *invitation* asks one freelancer for a proposal. It is *told* once the project is
 * published, *seen* when the freelancer opens the project, *answered* by a proposal or by a no with
 * its reason, and *withdrawn* when the client takes it back before a proposal came. One that goes
 * to an *address* is for the member who has it, whom the client learns by the answer alone.
 */
import type { MailText } from '#domain/accounts/mail-texts.ts';
import { Refusal, refuse } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';
import { PROJECT_LIMITS } from './project-terms.ts';

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

/** The client's note as it is stored; refuses one that is too long. */
export function acceptNote(note = ''): string {
  const stored = storable(note);
  const limit = PROJECT_LIMITS.invitationNoteChars;
  if (chars(stored) > limit) refuse('input_invalid', { rule: 'too_long', limit }, 'note');
  return stored;
}

export function addressInvitationMail(told: {
  marketName: string;
  client: string;
  title: string;
  link: string;
}): MailText {
  const title = oneLine(told.title);
  return {
    subject: `${told.client} asks you for a proposal`,
    text: [
      `${told.client} asks you on ${told.marketName} for a proposal for “${title}”.`,
      `Read what is to be done: ${told.link}`,
      'Sign in, or open an account, with this address: then you may read it and propose. If you do not want to, do nothing. Nobody is told whether you have an account.',
    ].join('\n\n'),
  };
}
