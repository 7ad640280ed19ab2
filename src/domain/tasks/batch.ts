/**
 * Words of tasks.
 * Task type: what one kind of task looks like and pays; the template of batches. Batch: tasks that
 *   were ordered together; it keeps its own copy of the task type's terms, so that an answer always
 *   fits the question it was given to. Task: one small job with its own input, wanted so many
 *   times. Slot: a wanted assignment that nobody holds. Unit: what one assignment costs, reward and
 *   fee. Gold: a task whose right answer is known and hidden. Group: batches of which a worker may
 *   do only
 *   so many tasks together, such as once per study.
 */
import type { Actor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { StateTable } from '#domain/kernel/state-table.ts';

export type BatchState = 'draft' | 'open' | 'paused' | 'closing' | 'closed';
export type BatchAct =
  | 'draft'
  | 'order'
  | 'pause'
  | 'resume'
  | 'hide'
  | 'extend'
  | 'cancel'
  | 'expire'
  | 'close';
export type BatchWho = 'client' | 'rule' | 'operator';
export type EndReason = 'completed' | 'expired' | 'cancelled';

export const BATCH_STATES: StateTable<BatchState, BatchAct, BatchWho> = {
  thing: 'batch',
  rows: [
    { from: null, act: 'draft', to: 'draft', who: 'client' },
    { from: 'draft', act: 'order', to: 'open', who: 'client' },
    { from: 'open', act: 'pause', to: 'paused', who: 'client' },
    { from: 'open', act: 'hide', to: 'paused', who: 'operator' },
    { from: 'paused', act: 'resume', to: 'open', who: 'client' },
    { from: 'open', act: 'extend', to: 'open', who: 'client' },
    { from: 'paused', act: 'extend', to: 'paused', who: 'client' },
    { from: 'closed', act: 'extend', to: 'open', who: 'client' },
    { from: 'open', act: 'cancel', to: 'closing', who: 'client' },
    { from: 'paused', act: 'cancel', to: 'closing', who: 'client' },
    { from: 'open', act: 'expire', to: 'closing', who: 'rule' },
    { from: 'paused', act: 'expire', to: 'closing', who: 'rule' },
    { from: 'open', act: 'close', to: 'closed', who: 'rule' },
    { from: 'paused', act: 'close', to: 'closed', who: 'rule' },
    { from: 'closing', act: 'close', to: 'closed', who: 'rule' },
  ],
};

/** Days in which a worker may repair or appeal a rejection; its money stays held as long. */
export const APPEAL_DAYS = 7;
/** Days after the submission in which the client may still turn a rejection into an approval. */
export const OVERRIDE_DAYS = 30;
/** Months after the submission in which a bonus may be given. */
export const BONUS_MONTHS = 6;
/** Assignments of one batch that a worker may hold at the same time. */
export const QUEUE_LIMIT = 25;
/** Rows that one command adds at most. */
export const TASKS_AT_ONCE = 10_000;
/** The input and the known answer of a task together, as JSON. */
export const INPUT_CHARS = 65_536;

/** What one assignment costs the client, in minor units. */
export function unitMinor(batch: { rewardMinor: bigint; feeMinor: bigint }): bigint {
  return batch.rewardMinor + batch.feeMinor;
}

/** Refuses `not_found` unless the actor acts for the batch's client: to others it does not exist. */
export function requireClient(actor: Actor, batch: { clientId: string }): void {
  if (actor.kind === 'system') return;
  if (actor.partyId !== batch.clientId) refuse('not_found', { thing: 'batch' });
}

/** Refuses `wrong_state` to hand out more of a batch that an operator hides. */
export function refuseHidden({ hiddenAt }: { hiddenAt: Date | null }, act: BatchAct): void {
  if (hiddenAt !== null) refuse('wrong_state', { thing: 'batch', state: 'hidden', act });
}
