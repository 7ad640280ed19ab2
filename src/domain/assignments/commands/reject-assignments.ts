import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { mayAct } from '#domain/kernel/state-table.ts';
import { storable } from '#domain/kernel/text.ts';
import { tripsBreaker } from '#domain/tasks/breaker.ts';
import { holdMoney } from '#domain/tasks/commands/hold-money.ts';
import { anyLastPos } from '#domain/tasks/task.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import {
  ASSIGNMENT_STATES,
  decisionSeconds,
  REJECT_CLASSES,
  type RejectClass,
  workId,
} from '../assignment.ts';
import {
  type Decided,
  type DecisionEvent,
  isAlone,
  lockOfOneBatch,
  refuseOne,
  skippedOf,
} from './approve-assignments.ts';
import { countWork, lockWorkers } from './count-work.ts';
import { isOffered } from './free-slot.ts';
import type { LockedAssignment } from './lock-assignments.ts';

export type RejectAssignments = {
  /** Of one batch. */
  assignmentIds: readonly string[];
  /** That batch; where it is named, one alone is left out too instead of refused. */
  batchId?: string;
  reason: RejectClass;
  /** What was wrong, in words the worker can act on. */
  feedback: string;
};

const FEEDBACK_CHARS = 4_000;

/**
 * Rejects answers, with a reason of a class and in words. The money stays held while the worker may
 * repair or appeal; where the batch says so, the slot opens again for somebody else and its money
 * is held besides. Where the rejections of a batch become a wave, those beyond it are left waiting,
 * skipped as `rejections_stopped`; refuses that where all are beyond it.
 */
export async function rejectAssignments(ctx: Context, input: RejectAssignments): Promise<Decided> {
  requireMember(ctx.actor, 'accept');
  const feedback = storable(input.feedback);
  if (feedback === '') refuse('input_invalid', { rule: 'required' }, 'feedback');
  if (feedback.length > FEEDBACK_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: FEEDBACK_CHARS }, 'feedback');
  }
  if (!REJECT_CLASSES.includes(input.reason)) {
    refuse('input_invalid', { rule: 'not_listed' }, 'reason');
  }
  const rows = await lockOfOneBatch(ctx, input);
  const step = { act: 'reject', who: 'client' } as const;
  const right = rows.filter((row) => mayAct(ASSIGNMENT_STATES, row.state, step));
  if (isAlone(input) && right.length === 0) refuseOne(rows[0], 'reject');
  const ready = await beforeWave(ctx, right);
  const stopped = new Set(right.slice(ready.length).map((row) => row.id));
  const skipped = skippedOf(input.assignmentIds, rows, ready).map((one) =>
    stopped.has(one.assignmentId) ? { ...one, state: STOPPED } : one,
  );
  ready.sort((one, other) => (one.taskId < other.taskId ? -1 : 1));
  const events: DecisionEvent[] = [];
  const reopened: { row: LockedAssignment; eventId: string }[] = [];
  for (const row of ready) {
    const event = await rejectOne(ctx, row, { reason: input.reason, feedback });
    events.push(event);
    if (await reopenSlot(ctx, row)) reopened.push({ row, eventId: event.id });
  }
  for (const { row, eventId } of reopened) await payForSlot(ctx, row, eventId);
  return { done: ready.length, events, skipped };
}

const STOPPED = 'rejections_stopped';

type Wave = { breakerAt: Date | null; freedAt: Date | null };

/**
 * Locks the workers and the batch; gives the first of these that may be rejected before they are a
 * wave. The last one before it tells the operator, who may let it go on.
 */
async function beforeWave(ctx: Context, rows: LockedAssignment[]): Promise<LockedAssignment[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const { batchId } = first;
  await lockWorkers(ctx, batchId, [...new Set(rows.map((row) => row.workerId))]);
  const { rows: waves } = await sql<Wave>`
    select breaker_at, breaker_freed_at as freed_at from batch
    where home = ${ctx.home} and id = ${batchId}
    for no key update`.execute(ctx.tx);
  const [wave] = waves;
  if (wave === undefined || wave.freedAt !== null) return rows;
  if (wave.breakerAt !== null) refuse(STOPPED);
  const { rows: sums } = await sql<{ approved: number; rejected: number }>`
    select coalesce(sum(approved), 0)::int as approved, coalesce(sum(rejected), 0)::int as rejected
    from batch_worker where home = ${ctx.home} and batch_id = ${batchId}`.execute(ctx.tx);
  const { approved, rejected } = sums[0] ?? { approved: 0, rejected: 0 };
  const trips = (more: number) => tripsBreaker({ approved, rejected: rejected + more });
  let fitting = 0;
  while (fitting < rows.length && !trips(fitting)) fitting += 1;
  if (fitting === 0) refuse(STOPPED);
  if (trips(fitting)) {
    await tellOfWave(ctx, first, { rejected: rejected + fitting, approved });
  }
  return rows.slice(0, fitting);
}

async function tellOfWave(
  ctx: Context,
  { batchId, clientId, name }: LockedAssignment,
  { rejected, approved }: { rejected: number; approved: number },
): Promise<void> {
  await sql`update batch set breaker_at = ${ctx.now}
    where home = ${ctx.home} and id = ${batchId}`.execute(ctx.tx);
  await appendEvent(ctx, {
    kind: 'batch.breaker_tripped',
    rootKind: 'batch',
    rootId: batchId,
    subjectId: batchId,
    parties: [clientId],
    data: { name, clientId, rejected, decided: approved + rejected },
  });
}

async function rejectOne(
  ctx: Context,
  row: LockedAssignment,
  { reason, feedback }: { reason: RejectClass; feedback: string },
): Promise<DecisionEvent> {
  const { batchId, taskId, clientId, workerId } = row;
  const answerBy = new Date(ctx.now.getTime() + row.appealSeconds * 1_000);
  const decidedBy = ctx.actor.kind === 'member' ? ctx.actor.memberId : null;
  await sql`
    update assignment set state = 'rejected', decided_at = ${ctx.now}, decided_by = ${decidedBy},
      due_at = ${answerBy}, reject_class = ${reason}, feedback = ${feedback}
    where home = ${ctx.home} and id = ${row.id}`.execute(ctx.tx);
  const waited = decisionSeconds(row.handedInAt, ctx.now);
  const change = { workerId, waiting: -1, rejected: 1, decisionSeconds: waited, events: 1 };
  const counted = await countWork(ctx, batchId, [change]);
  const rootId = workId(batchId, workerId);
  const { id, seq } = await appendEvent(ctx, {
    kind: 'assignment.rejected',
    rootKind: 'work',
    rootId,
    subjectId: row.id,
    parties: [clientId, workerId],
    data: {
      ...{ batchId, taskId, clientId, workerId, reason, feedback },
      title: row.title,
      answerBy: answerBy.toISOString(),
      currency: row.currency,
      heldMinor: row.heldMinor.toString(),
    },
    seq: counted.get(workerId) ?? 0,
  });
  return { assignmentId: row.id, id, rootId, seq };
}

async function reopenSlot(ctx: Context, row: LockedAssignment): Promise<boolean> {
  if (!row.reopenRejected || row.versions > 1 || !(await isOffered(ctx, row))) return false;
  await sql`update task set wanted = wanted + 1, slots = slots + 1, open = true,
      pos = ${anyLastPos(ctx.now, Math.random())}
    where home = ${ctx.home} and id = ${row.taskId}`.execute(ctx.tx);
  return true;
}

/** One answer more is wanted, and paid into escrow, for the one that was rejected. */
async function payForSlot(ctx: Context, row: LockedAssignment, eventId: string): Promise<void> {
  await sql`update batch set wanted = wanted + 1
    where home = ${ctx.home} and id = ${row.batchId}`.execute(ctx.tx);
  await holdMoney(
    ctx,
    { ...row, id: row.batchId },
    {
      amountMinor: row.rewardMinor + row.feeMinor,
      act: 'assignment.rejected',
      reference: `assignment:${row.id}:reopen`,
      subjectId: row.id,
      eventId,
    },
  );
}
