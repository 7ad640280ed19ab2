import { sql } from 'kysely';
import { requireWorker } from '#domain/accounts/permission.ts';
import { isId, newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { QUEUE_LIMIT } from '#domain/tasks/batch.ts';
import { wantsGold } from '#domain/tasks/gold.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { ASSIGNMENT_STATES, workId } from '../assignment.ts';
import { enterBatch, WORK_ROW, type WorkRow } from './enter-batch.ts';
import { type FoundTask, findTask, takeTask } from './find-task.ts';
import { takeOfGroup } from './take-of-group.ts';

export type AcceptedTask = {
  assignmentId: string;
  taskId: string;
  batchId: string;
  /** What the task asks about. */
  input: { [name: string]: string };
  deadline: string;
  seq: number;
  eventId: string;
};

/** A batch as handing out reads it; not its form. */
export type OpenBatch = {
  id: string;
  clientId: string;
  state: string;
  requirements: unknown;
  expiresAt: Date | null;
  rewardMinor: bigint;
  feeMinor: bigint;
  timeLimitSeconds: number;
  goldPercent: number;
  goldTasks: number;
  workerLimit: number | null;
  groupKey: string | null;
  groupLimit: number | null;
};

/**
 * Hands the worker the next task of a batch, and a lease on it until the deadline. The cost does
 * not depend on how large the batch is or how much of it the worker has done. Refuses
 * `no_task_left`, `batch_not_open`, and what keeps this worker out.
 */
export async function acceptNext(ctx: Context, input: { batchId: string }): Promise<AcceptedTask> {
  const { memberId: workerId } = requireWorker(ctx.actor);
  const { batch, work } = await enter(ctx, input.batchId, workerId);
  refuseBeyondLimits(batch, work);
  const gold = batch.goldTasks > 0 && wantsGold(work, batch.goldPercent);
  const kinds = batch.goldTasks === 0 ? [false] : [gold, !gold];
  for (const kind of kinds) {
    const task = await findTask(ctx, { batch, workerId, gold: kind, work });
    if (task !== undefined) return hand(ctx, { batch, work, workerId, task });
  }
  return refuse('no_task_left', { batchId: batch.id });
}

/** Takes one certain task, such as one that was previewed. */
export async function acceptTask(ctx: Context, input: { taskId: string }): Promise<AcceptedTask> {
  const { memberId: workerId } = requireWorker(ctx.actor);
  if (!isId(input.taskId)) return refuse('not_found', { thing: 'task' });
  const { rows } = await sql<{ batchId: string }>`
    select batch_id from task where home = ${ctx.home} and id = ${input.taskId}`.execute(ctx.tx);
  const [found] = rows;
  if (found === undefined) return refuse('not_found', { thing: 'task' });
  const { batch, work } = await enter(ctx, found.batchId, workerId);
  refuseBeyondLimits(batch, work);
  const task = await takeTask(ctx, { taskId: input.taskId, workerId });
  return hand(ctx, { batch, work, workerId, task });
}

/** Reads the batch and locks the worker's row in it, in one statement once that row is there. */
async function enter(
  ctx: Context,
  batchId: string,
  workerId: string,
): Promise<{ batch: OpenBatch; work: WorkRow }> {
  if (!isId(batchId)) return refuse('not_found', { thing: 'batch' });
  const { rows } = await sql<OpenBatch & WorkRow & { blocked: boolean }>`
    select ${OPEN_BATCH}, ${WORK_ROW}, exists (select from worker_block k
      where k.client_id = b.client_id and k.worker_id = w.worker_id) as blocked
    from batch b
    join batch_worker w
      on w.home = ${ctx.home} and w.batch_id = b.id and w.worker_id = ${workerId}
    where b.home = ${ctx.home} and b.id = ${batchId}
    for no key update of w`.execute(ctx.tx);
  const [known] = rows;
  const batch = known ?? (await readBatch(ctx, batchId));
  if (batch === undefined || batch.state === 'draft') {
    return refuse('not_found', { thing: 'batch' });
  }
  const over = batch.expiresAt === null || batch.expiresAt <= ctx.now;
  if (batch.state !== 'open' || over) {
    return refuse('batch_not_open', { state: batch.state === 'paused' ? 'paused' : 'over' });
  }
  if (known?.blocked === true) refuse('work_refused');
  return { batch, work: await enterBatch(ctx, batch, workerId, known) };
}

async function readBatch(ctx: Context, batchId: string): Promise<OpenBatch | undefined> {
  const { rows } = await sql<OpenBatch>`
    select ${OPEN_BATCH} from batch b
    where b.home = ${ctx.home} and b.id = ${batchId}`.execute(ctx.tx);
  return rows[0];
}

const OPEN_BATCH = sql.raw(`b.id, b.client_id, b.state, b.requirements, b.expires_at,
  b.reward_minor, b.fee_minor, b.time_limit_seconds, b.gold_percent, b.gold_tasks, b.worker_limit,
  b.group_key, b.group_limit`);

function refuseBeyondLimits(batch: OpenBatch, work: WorkRow): void {
  if (work.live >= QUEUE_LIMIT) refuse('queue_full', { limit: QUEUE_LIMIT });
  const taken = work.live + work.waiting + work.approved + work.rejected;
  if (batch.workerLimit !== null && taken >= batch.workerLimit) {
    refuse('worker_limit_reached', { limit: batch.workerLimit, of: 'batch' });
  }
}

type HandOut = { batch: OpenBatch; work: WorkRow; workerId: string; task: FoundTask };

/** The task row is locked and has a slot; takes it and writes the lease down. */
async function hand(ctx: Context, { batch, work, workerId, task }: HandOut): Promise<AcceptedTask> {
  await takeOfGroup(ctx, batch, workerId);
  const state = nextState(ASSIGNMENT_STATES, null, { act: 'accept', who: 'worker' });
  const assignmentId = newId(ctx.home, ctx.now);
  const deadline = new Date(ctx.now.getTime() + batch.timeLimitSeconds * 1_000);
  ctx.later(sql`update task set slots = slots - 1, open = slots - 1 > released
    where home = ${ctx.home} and id = ${task.id}`);
  ctx.later(sql`
    insert into assignment (home, id, batch_id, task_id, worker_id, attempt, state, reward_minor,
      fee_minor, held_minor, accepted_at, deadline, due_at)
    values (${ctx.home}, ${assignmentId}, ${batch.id}, ${task.id}, ${workerId}, ${task.attempt},
      ${state}, ${batch.rewardMinor}, ${batch.feeMinor}, ${batch.rewardMinor + batch.feeMinor},
      ${ctx.now}, ${deadline}, ${deadline})`);
  const cursor = task.gold ? work.cursor : task.cursor;
  const goldCursor = task.gold ? task.cursor : work.goldCursor;
  ctx.later(sql`
    update batch_worker set cursor = ${cursor}, gold_cursor = ${goldCursor}, handed = handed + 1,
      gold_handed = gold_handed + ${task.gold ? 1 : 0}, live = live + 1, events = events + 1,
      touched_at = ${ctx.now}
    where home = ${ctx.home} and batch_id = ${batch.id} and worker_id = ${workerId}`);
  const event = await appendEvent(ctx, {
    kind: 'assignment.accepted',
    rootKind: 'work',
    rootId: workId(batch.id, workerId),
    subjectId: assignmentId,
    parties: [batch.clientId, workerId],
    data: { batchId: batch.id, taskId: task.id, deadline: deadline.toISOString() },
    seq: work.events + 1,
  });
  return {
    assignmentId,
    taskId: task.id,
    batchId: batch.id,
    input: task.input,
    deadline: deadline.toISOString(),
    seq: event.seq,
    eventId: event.id,
  };
}
