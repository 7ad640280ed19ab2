import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { mayAct } from '#domain/kernel/state-table.ts';
import { OVERRIDE_DAYS } from '#domain/tasks/batch.ts';
import type { Context } from '#platform/context.ts';
import { ASSIGNMENT_STATES } from '../assignment.ts';
import { type LockedAssignment, lockAssignments } from './lock-assignments.ts';
import { payAssignments } from './pay-assignments.ts';

/** The event of one decision, in the log of its worker's work in the batch. */
export type DecisionEvent = { assignmentId: string; id: string; rootId: string; seq: number };

/** Answers of one batch that one transaction decides at most. */
export const DECIDED_AT_ONCE = 200;

export type Decided = {
  done: number;
  /** The evidence of each. */
  events: DecisionEvent[];
  /** What could not be decided so, and the state it is in. */
  skipped: { assignmentId: string; state: string }[];
};

export type ApproveAssignments = {
  /** Of one batch. */
  assignmentIds: readonly string[];
  /** That batch; where it is named, one alone is left out too instead of refused. */
  batchId?: string;
  feedback?: string;
  /** Also turns rejections of the last 30 days into approvals. */
  override?: boolean;
};

const DAY_MS = 86_400_000;

/**
 * Approves answers: each is paid in the same act, its fee too. One alone is refused with
 * `wrong_state` where it cannot be approved; of several, those are left out and named.
 */
export async function approveAssignments(
  ctx: Context,
  input: ApproveAssignments,
): Promise<Decided> {
  const member = ctx.actor.kind === 'member' ? requireMember(ctx.actor, 'accept') : null;
  const rows = await lockOfOneBatch(ctx, input);
  const who = member === null ? 'rule' : 'client';
  const ready = rows.filter(
    (row) =>
      mayAct(ASSIGNMENT_STATES, row.state, { act: 'approve', who }) ||
      (input.override === true && mayOverride(ctx, row, input)),
  );
  const skipped = skippedOf(input.assignmentIds, rows, ready);
  if (isAlone(input) && ready.length === 0) refuseOne(rows[0]);
  if (ready.length === 0) return { done: 0, events: [], skipped };
  await closeAppeals(ctx, ready);
  const events = await payAssignments(ctx, ready, { feedback: input.feedback?.trim() ?? '' });
  return { done: ready.length, events, skipped };
}

type Several = { assignmentIds: readonly string[]; batchId?: string };

export function isAlone({ assignmentIds, batchId }: Several): boolean {
  return assignmentIds.length === 1 && batchId === undefined;
}

/**
 * Locks answers that are all of one batch of the actor's; a clock may decide any. Where the batch
 * is named, answers of others are as if they were not there.
 */
export async function lockOfOneBatch(
  ctx: Context,
  { assignmentIds: ids, batchId }: Several,
): Promise<LockedAssignment[]> {
  if (ids.length === 0 || ids.length > DECIDED_AT_ONCE) {
    const range = { rule: 'out_of_range', from: 1, to: DECIDED_AT_ONCE };
    refuse('input_invalid', range, 'assignmentIds');
  }
  const found = await lockAssignments(ctx, ids);
  const rows = found.filter((row) => batchId === undefined || row.batchId === batchId);
  const { actor } = ctx;
  for (const row of rows) {
    if (actor.kind === 'member' && row.clientId !== actor.partyId) {
      refuse('not_found', { thing: 'assignment' });
    }
    if (row.batchId !== rows[0]?.batchId) {
      refuse('input_invalid', { rule: 'one_batch' }, 'assignmentIds');
    }
  }
  return rows;
}

export function skippedOf(
  ids: readonly string[],
  rows: readonly LockedAssignment[],
  ready: readonly LockedAssignment[],
): Decided['skipped'] {
  const states = new Map(rows.map((row) => [row.id, row.state]));
  const done = new Set(ready.map((row) => row.id));
  return [...new Set(ids)]
    .filter((id) => !done.has(id))
    .map((id) => ({ assignmentId: id, state: states.get(id) ?? 'not found' }));
}

export function refuseOne(row: LockedAssignment | undefined, act = 'approve'): never {
  if (row === undefined) return refuse('not_found', { thing: 'assignment' });
  return refuse('wrong_state', { thing: 'assignment', state: row.state, act });
}

function mayOverride(ctx: Context, row: LockedAssignment, input: ApproveAssignments): boolean {
  if (!mayAct(ASSIGNMENT_STATES, row.state, { act: 'override', who: 'client' })) return false;
  const since = ctx.now.getTime() - (row.submittedAt?.getTime() ?? 0);
  if (since <= OVERRIDE_DAYS * DAY_MS) return true;
  if (isAlone(input)) refuse('override_closed');
  return false;
}

/** An approval answers an open appeal: the worker got what it asked for. */
async function closeAppeals(ctx: Context, rows: readonly LockedAssignment[]): Promise<void> {
  const open = rows.filter((row) => row.appeal === 'open').map((row) => row.id);
  if (open.length === 0) return;
  await sql`update appeal set state = 'upheld', decided_at = ${ctx.now},
      verdict = 'The client approved the answer.'
    where assignment_id = any(${open}::uuid[]) and state = 'open'`.execute(ctx.tx);
}
