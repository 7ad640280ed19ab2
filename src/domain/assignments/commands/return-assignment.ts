import { sql } from 'kysely';
import { requireWorker } from '#domain/accounts/permission.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { ASSIGNMENT_STATES, type AssignmentState, workId } from '../assignment.ts';
import { countWork } from './count-work.ts';
import { freeSlot } from './free-slot.ts';
import { type LockedAssignment, lockAssignment } from './lock-assignments.ts';

/** The worker gives a task back; somebody else may take it. */
export async function returnAssignment(
  ctx: Context,
  input: { assignmentId: string },
): Promise<{ assignmentId: string; batchId: string; seq: number }> {
  requireWorker(ctx.actor);
  const assignment = await lockAssignment(ctx, input.assignmentId, 'worker');
  const step = { act: 'return', who: 'worker' } as const;
  const state = nextState(ASSIGNMENT_STATES, assignment.state, step);
  const seq = await end(ctx, assignment, { state, kind: 'assignment.returned' });
  return { assignmentId: assignment.id, batchId: assignment.batchId, seq };
}

/** The deadline is over. Does nothing when the answer came, or the task was given back, meanwhile. */
export async function abandonAssignment(
  ctx: Context,
  input: { assignmentId: string },
): Promise<{ abandoned: boolean }> {
  const assignment = await lockAssignment(ctx, input.assignmentId, 'rule');
  const due = assignment.dueAt !== null && assignment.dueAt <= ctx.now;
  if (assignment.state !== 'accepted' || !due) return { abandoned: false };
  const step = { act: 'abandon', who: 'rule' } as const;
  const state = nextState(ASSIGNMENT_STATES, assignment.state, step);
  await end(ctx, assignment, { state, kind: 'assignment.abandoned' });
  return { abandoned: true };
}

async function end(
  ctx: Context,
  assignment: LockedAssignment,
  how: { state: AssignmentState; kind: 'assignment.returned' | 'assignment.abandoned' },
): Promise<number> {
  const { batchId, taskId, clientId, workerId } = assignment;
  await sql`update assignment set state = ${how.state}, held_minor = 0, due_at = null,
      decided_at = ${ctx.now}
    where home = ${ctx.home} and id = ${assignment.id}`.execute(ctx.tx);
  const counted = await countWork(ctx, batchId, [
    {
      workerId,
      live: -1,
      returned: how.state === 'returned' ? 1 : 0,
      abandoned: how.state === 'abandoned' ? 1 : 0,
      events: 1,
    },
  ]);
  const seq = counted.get(workerId) ?? 0;
  const event = await appendEvent(ctx, {
    kind: how.kind,
    rootKind: 'work',
    rootId: workId(batchId, workerId),
    subjectId: assignment.id,
    parties: [clientId, workerId],
    data: { batchId, taskId },
    seq,
  });
  await freeSlot(ctx, assignment, event.id);
  return seq;
}
