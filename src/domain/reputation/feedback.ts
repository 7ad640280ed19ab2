/**
 * Feedback: what one side of an ended contract says of the other, in one to five stars and words.
 * It is double blind: hidden until both gave theirs or the time to give it is over.
 */
import { refuse } from '#domain/kernel/refusal.ts';

const DAY_MS = 86_400_000;

export type EndedContract = { state: string; endedAt: Date | null; feedbackDays: number };

/** The last moment at which feedback may be given; null before the contract has ended. */
export function feedbackCloses(contract: EndedContract): Date | null {
  if (contract.state !== 'ended' || contract.endedAt === null) return null;
  return new Date(contract.endedAt.getTime() + contract.feedbackDays * DAY_MS);
}

export function assertFeedbackOpen(contract: EndedContract, now: Date): void {
  const closes = feedbackCloses(contract);
  if (closes === null) {
    refuse('wrong_state', { thing: 'contract', state: contract.state, act: 'rate' });
  }
  if (closes <= now) refuse('feedback_closed', { closed: closes.toISOString() });
}

export function assertStars(stars: number): void {
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) {
    refuse('input_invalid', { least: 1, most: 5 }, 'stars');
  }
}
