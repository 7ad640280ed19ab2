import { sql } from 'kysely';
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

/** Locks assignments in the order of their ids; those that are not there are left out. */
export async function lockAssignments(
  ctx: Context,
  ids: readonly string[],
): Promise<LockedAssignment[]> {
  const known = ids.filter(isId);
  const { rows } = await sql<LockedAssignment>`
    select a.id, a.batch_id, a.task_id, a.worker_id, b.client_id, a.state, a.reward_minor,
      a.fee_minor, a.held_minor, a.submitted_at, a.due_at, a.versions, a.appeal, a.feedback,
      b.currency, b.title, b.name, b.fee_rule,
      b.auto_approval_seconds, b.appeal_seconds, b.reopen_rejected, b.group_key
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
  if (row === undefined) return refuse('not_found', { thing: 'assignment' });
  const { actor } = ctx;
  const owner = side === 'client' ? row.clientId : row.workerId;
  if (side !== 'rule' && (actor.kind !== 'member' || actor.partyId !== owner)) {
    return refuse('not_found', { thing: 'assignment' });
  }
  return row;
}
