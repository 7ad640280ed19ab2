import { Refusal } from '#domain/kernel/refusal.ts';
import type { BatchState } from './batch.ts';

type Extended = { state: BatchState; expiresAt: Date | null; budgetCapMinor: bigint | null };

export type Extension = {
  /** Answers more, over all tasks. */
  assignments: bigint;
  /** Null where the end stays. */
  expiresAt: Date | null;
  budgetCapMinor: bigint | null;
};

/**
 * Why it is none: it takes time away, which a cancellation does openly, or it changes nothing. One
 * that ended is opened again, with any end.
 */
export function extensionFault(batch: Extended, extension: Extension): Refusal | null {
  if (batch.state === 'closed') return null;
  const { assignments, budgetCapMinor } = extension;
  const now = batch.expiresAt?.getTime() ?? 0;
  const end = extension.expiresAt?.getTime() ?? now;
  if (end < now) return new Refusal('input_invalid', { rule: 'earlier_end' }, 'expiresAt');
  if (assignments > 0n || end > now || budgetCapMinor !== batch.budgetCapMinor) return null;
  return new Refusal('input_invalid', { rule: 'extends_nothing' }, 'moreEach');
}
