/**
 * Words of assignments.
 * Assignment: one worker's go at one task. Answer: what it returned; a repair adds a version.
 * Work: one worker in one batch; its log holds what this worker did there and what came of it.
 * Repair: the worker's one chance to hand in a rejected answer again. Appeal: the worker says that
 *   the rejection is wrong, and an operator decides; the money stays held until then.
 */
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf, namedId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { StateTable } from '#domain/kernel/state-table.ts';

export type AssignmentState =
  | 'accepted'
  | 'submitted'
  | 'approved'
  | 'rejected'
  | 'returned'
  | 'abandoned';

export type AssignmentAct =
  | 'accept'
  | 'submit'
  | 'return'
  | 'abandon'
  | 'approve'
  | 'reject'
  | 'repair'
  | 'override'
  | 'uphold';

export type AssignmentWho = 'worker' | 'client' | 'operator' | 'rule';

export const ASSIGNMENT_STATES: StateTable<AssignmentState, AssignmentAct, AssignmentWho> = {
  thing: 'assignment',
  rows: [
    { from: null, act: 'accept', to: 'accepted', who: 'worker' },
    { from: 'accepted', act: 'submit', to: 'submitted', who: 'worker' },
    { from: 'accepted', act: 'return', to: 'returned', who: 'worker' },
    { from: 'accepted', act: 'abandon', to: 'abandoned', who: 'rule' },
    { from: 'submitted', act: 'approve', to: 'approved', who: 'client' },
    { from: 'submitted', act: 'approve', to: 'approved', who: 'rule' },
    { from: 'submitted', act: 'reject', to: 'rejected', who: 'client' },
    { from: 'rejected', act: 'repair', to: 'submitted', who: 'worker' },
    { from: 'rejected', act: 'override', to: 'approved', who: 'client' },
    { from: 'rejected', act: 'uphold', to: 'approved', who: 'operator' },
  ],
};

/** Why an answer was rejected; each needs words of its own besides. */
export const REJECT_CLASSES = [
  'wrong_answer',
  'instructions_not_followed',
  'incomplete',
  'careless',
  'automated',
  'other',
] as const;

export type RejectClass = (typeof REJECT_CLASSES)[number];

/** The root of the log of one worker's work in one batch. */
export function workId(batchId: string, workerId: string): string {
  return namedId(homeOf(batchId), 'work', batchId, workerId);
}

/** Which side of an assignment somebody stands on; to others it does not exist. */
export function sideOf(
  actor: Actor,
  assignment: { clientId: string; workerId: string },
): 'client' | 'worker' {
  if (actor.kind === 'member' && actor.partyId === assignment.workerId) return 'worker';
  if (actor.kind === 'member' && actor.partyId === assignment.clientId) return 'client';
  return refuse('not_found', { thing: 'assignment' });
}

/**
 * Seconds from handing in to the first decision on it. What is decided again without another
 * answer, by the client or an operator, does not count: one answer, one time.
 */
export function decisionSeconds(handedInAt: Date | null, decidedAt: Date | null): number {
  if (handedInAt === null || decidedAt === null) return 0;
  return Math.round((decidedAt.getTime() - handedInAt.getTime()) / 1_000);
}
