import { sql } from 'kysely';
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { FeeRule } from '#domain/ledger/fee.ts';
import type { Context } from '#platform/context.ts';
import type { AssignmentState } from '../assignment.ts';

/** An assignment with what its acts need of its batch. */
export type LockedAssignment = {
  id: string;
  batchId: string;
  taskId: string;
  workerId: string;
  clientId: string;
  state: AssignmentState;
  rewardMinor: bigint;
  feeMinor: bigint;
  heldMinor: bigint;
  submittedAt: Date | null;
  /** When its last version was; a repaired answer has two. */
  handedInAt: Date | null;
  dueAt: Date | null;
  versions: number;
  appeal: 'open' | 'upheld' | 'dismissed' | null;
  feedback: string;
  currency: string;
  title: string;
  name: string;
  feeRule: FeeRule;
  autoApprovalSeconds: number;
  appealSeconds: number;
  reopenRejected: boolean;
  groupKey: string | null;
};

const LOCKED = sql.raw(`a.id, a.batch_id, a.task_id, a.worker_id, b.client_id, a.state,
  a.reward_minor, a.fee_minor, a.held_minor, a.submitted_at, a.due_at, a.versions, a.appeal,
  a.feedback,
  case when a.versions > 1 then (select w.at from answer w
    where w.home = a.home and w.assignment_id = a.id and w.version = a.versions)
    else a.submitted_at end as handed_in_at,
  b.currency, b.title, b.name, b.fee_rule, b.auto_approval_seconds, b.appeal_seconds,
  b.reopen_rejected, b.group_key`);

/** Locks assignments in the order of their ids; those that are not there are left out. */
export async function lockAssignments(
  ctx: Context,
  ids: readonly string[],
): Promise<LockedAssignment[]> {
  const known = ids.filter(isId);
  const { rows } = await sql<LockedAssignment>`
    select ${LOCKED}
    from assignment a join batch b on b.home = ${ctx.home} and b.id = a.batch_id
    where a.home = ${ctx.home} and a.id = any(${known}::uuid[])
    order by a.id for no key update of a`.execute(ctx.tx);
  return rows;
}

/** One assignment; refuses `not_found` to whoever stands on neither side of it. */
export async function lockAssignment(
  ctx: Context,
  id: string,
  side: 'client' | 'worker' | 'rule',
): Promise<LockedAssignment> {
  const [row] = await lockAssignments(ctx, [id]);
  return held(ctx, row, side);
}

/** An assignment, and what its answer is held to. */
export type AskedAssignment = LockedAssignment & {
  form: TaskForm;
  key: AnswerFields | null;
  acceptedAt: Date;
  decidedAt: Date | null;
  goldRight: boolean | null;
};

/** The same for its worker who answers it, with the question. */
export async function lockToAnswer(ctx: Context, id: string): Promise<AskedAssignment> {
  if (!isId(id)) return refuse('not_found', { thing: 'assignment' });
  const { rows } = await sql<AskedAssignment>`
    select ${LOCKED}, b.form, t.key, a.accepted_at, a.decided_at, a.gold_right
    from assignment a
    join batch b on b.home = ${ctx.home} and b.id = a.batch_id
    join task t on t.home = ${ctx.home} and t.id = a.task_id
    where a.home = ${ctx.home} and a.id = ${id}
    for no key update of a`.execute(ctx.tx);
  return held(ctx, rows[0], 'worker');
}

function held<Row extends LockedAssignment>(
  { actor }: Context,
  row: Row | undefined,
  side: 'client' | 'worker' | 'rule',
): Row {
  if (row === undefined) return refuse('not_found', { thing: 'assignment' });
  const owner = side === 'client' ? row.clientId : row.workerId;
  if (side !== 'rule' && (actor.kind !== 'member' || actor.partyId !== owner)) {
    return refuse('not_found', { thing: 'assignment' });
  }
  return row;
}
