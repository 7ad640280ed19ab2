/** The states of a task, computed from its slots, its assignments and the time. */

/**
 * A position behind every task that stands in its batch, so that each worker's cursor still meets
 * it: nanoseconds of the clock, of which `place`, below a million, tells apart what one act puts.
 */
export function lastPos(now: Date, place: number): bigint {
  return BigInt(now.getTime()) * 1_000_000n + BigInt(place);
}

/** The same for one task alone; `chance` is at least 0 and less than 1. */
export function anyLastPos(now: Date, chance: number): bigint {
  return lastPos(now, Math.floor(chance * 1_000_000));
}

/** How many assignments of a task are in which state. */
export type TaskCounts = { live: number; waiting: number; approved: number; rejected: number };

/** Named as Mechanical Turk's users know them; `Disposed` is the end. */
export type TaskStatus = 'assignable' | 'unassignable' | 'reviewable' | 'reviewing' | 'disposed';

export type TaskFacts = {
  slots: number;
  /** Of its slots, those that nobody may take any more: their money went back to the client. */
  released: number;
  expiresAt: Date | null;
  reviewingAt: Date | null;
  disposedAt: Date | null;
};

/** Slots that somebody can take now; programs read those of an expired task as available, too. */
export function freeSlots(task: TaskFacts, now: Date): number {
  const { slots, released, expiresAt, disposedAt } = task;
  const expired = expiresAt !== null && expiresAt <= now;
  return disposedAt !== null || expired ? 0 : slots - released;
}

/**
 * Assignable while a slot can be taken and the task has not expired; unassignable while workers
 * hold the rest; reviewable when all are handed in, or none is held any more after the expiry.
 */
export function taskStatus(task: TaskFacts, counts: TaskCounts, now: Date): TaskStatus {
  if (task.disposedAt !== null) return 'disposed';
  if (freeSlots(task, now) > 0) return 'assignable';
  if (counts.live > 0) return 'unassignable';
  return task.reviewingAt === null ? 'reviewable' : 'reviewing';
}

/** Free, held, and decided: what a program reads as Available, Pending and Completed. */
export function taskCounters(
  task: { slots: number },
  counts: TaskCounts,
): { available: number; pending: number; completed: number } {
  return {
    available: task.slots,
    pending: counts.live,
    completed: counts.approved + counts.rejected,
  };
}
