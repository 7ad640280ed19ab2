/** The states of a task, computed from its slots, its assignments and the time. */

/** How many assignments of a task are in which state. */
export type TaskCounts = { live: number; waiting: number; approved: number; rejected: number };

/** Named as Mechanical Turk's users know them; `Disposed` is the end. */
export type TaskStatus = 'assignable' | 'unassignable' | 'reviewable' | 'reviewing' | 'disposed';

export type TaskFacts = {
  slots: number;
  expiresAt: Date | null;
  reviewingAt: Date | null;
  disposedAt: Date | null;
};

/**
 * Assignable while a slot is free and the task has not expired; unassignable while workers hold
 * the rest; reviewable when all are handed in, or none is held any more after the expiry.
 */
export function taskStatus(task: TaskFacts, counts: TaskCounts, now: Date): TaskStatus {
  if (task.disposedAt !== null) return 'disposed';
  const expired = task.expiresAt !== null && task.expiresAt <= now;
  if (task.slots > 0 && !expired) return 'assignable';
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
