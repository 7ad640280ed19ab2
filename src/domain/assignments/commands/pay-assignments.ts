import { sql } from 'kysely';
import { earningsOf, escrowOf, houseAccount } from '#domain/ledger/account.ts';
import { postTransfers, type TransferLine } from '#domain/ledger/commands/post-transfers.ts';
import { holdMoney } from '#domain/tasks/commands/hold-money.ts';
import type { Context } from '#platform/context.ts';
import { appendEvents } from '#platform/event-log.ts';
import { decisionSeconds, workId } from '../assignment.ts';
import type { DecisionEvent } from './approve-assignments.ts';
import { countWork, unsettle, type WorkChange } from './count-work.ts';
import type { LockedAssignment } from './lock-assignments.ts';

/**
 * Pays locked answers of one batch out of its escrow: the reward to the worker's earnings, the fee
 * to the marketplace. What was given back to the client before is taken from its wallet again.
 * Gives the event of each row, in their order.
 */
export async function payAssignments(
  ctx: Context,
  rows: readonly LockedAssignment[],
  { feedback, appeal = null }: { feedback: string; appeal?: 'upheld' | null },
): Promise<DecisionEvent[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const counted = await countWork(ctx, first.batchId, changesOf(ctx, rows));
  ctx.later(sql`
    update assignment set state = 'approved', decided_at = ${ctx.now},
      decided_by = ${ctx.actor.kind === 'member' ? ctx.actor.memberId : null}, due_at = null,
      held_minor = 0, feedback = ${feedback},
      appeal = case when appeal = 'open' then 'upheld' else coalesce(${appeal}, appeal) end
    where home = ${ctx.home} and id = any(${rows.map((row) => row.id)}::uuid[])`);
  const noted = await noteApprovals(ctx, rows, { counted, feedback });
  const eventIds = noted.map((event) => event.id);
  await holdMissing(ctx, rows, eventIds);
  if (rows.some((row) => row.heldMinor === 0n)) await unsettle(ctx, first.batchId);
  await postTransfers(ctx, {
    rootId: first.batchId,
    event: { id: eventIds[0] ?? '', home: ctx.home },
    lines: rows.flatMap((row, place) => linesOf(row, eventIds[place] ?? '')),
  });
  return noted;
}

function changesOf(ctx: Context, rows: readonly LockedAssignment[]): WorkChange[] {
  const changes = new Map<string, Required<Pick<WorkChange, ChangedName>> & WorkChange>();
  for (const row of rows) {
    const change = changes.get(row.workerId) ?? { workerId: row.workerId, ...NO_CHANGE };
    const first = row.state === 'submitted';
    changes.set(row.workerId, {
      ...change,
      waiting: change.waiting - (first ? 1 : 0),
      rejected: change.rejected - (row.state === 'rejected' ? 1 : 0),
      approved: change.approved + 1,
      earnedMinor: change.earnedMinor + row.rewardMinor,
      feesMinor: change.feesMinor + row.feeMinor,
      decisionSeconds:
        change.decisionSeconds + (first ? decisionSeconds(row.handedInAt, ctx.now) : 0),
      events: change.events + 1,
    });
  }
  return [...changes.values()].sort((a, b) => (a.workerId < b.workerId ? -1 : 1));
}

type ChangedName =
  | 'waiting'
  | 'rejected'
  | 'approved'
  | 'earnedMinor'
  | 'feesMinor'
  | 'decisionSeconds';

const NO_CHANGE = {
  waiting: 0,
  rejected: 0,
  approved: 0,
  earnedMinor: 0n,
  feesMinor: 0n,
  decisionSeconds: 0,
  events: 0,
};

async function noteApprovals(
  ctx: Context,
  rows: readonly LockedAssignment[],
  { counted, feedback }: { counted: Map<string, number>; feedback: string },
): Promise<DecisionEvent[]> {
  const left = new Map<string, number>();
  for (const row of rows) left.set(row.workerId, (left.get(row.workerId) ?? 0) + 1);
  const events = rows.map((row) => {
    const remaining = (left.get(row.workerId) ?? 0) - 1;
    left.set(row.workerId, remaining);
    return {
      kind: 'assignment.approved' as const,
      rootKind: 'work' as const,
      rootId: workId(row.batchId, row.workerId),
      subjectId: row.id,
      parties: [row.clientId, row.workerId],
      data: {
        batchId: row.batchId,
        taskId: row.taskId,
        byRule: ctx.actor.kind === 'system',
        currency: row.currency,
        amountMinor: row.rewardMinor.toString(),
        feeMinor: row.feeMinor.toString(),
        feedback,
      },
      seq: (counted.get(row.workerId) ?? 0) - remaining,
    };
  });
  const ids = await appendEvents(ctx, events);
  return events.map(({ subjectId, rootId, seq }, place) => {
    return { assignmentId: subjectId, id: ids[place] ?? '', rootId, seq };
  });
}

async function holdMissing(
  ctx: Context,
  rows: readonly LockedAssignment[],
  eventIds: readonly string[],
): Promise<void> {
  for (const [place, row] of rows.entries()) {
    await holdMoney(
      ctx,
      { ...row, id: row.batchId },
      {
        amountMinor: row.rewardMinor + row.feeMinor - row.heldMinor,
        act: 'assignment.approved',
        reference: `assignment:${row.id}:again`,
        subjectId: row.id,
        eventId: eventIds[place] ?? '',
      },
    );
  }
}

function linesOf(row: LockedAssignment, eventId: string): TransferLine[] {
  const escrow = escrowOf(row.batchId, row.currency);
  const about = { subjectId: row.id, eventId };
  const { currency, workerId } = row;
  return [
    {
      debit: escrow,
      credit: earningsOf(escrow.home, workerId, currency),
      amountMinor: row.rewardMinor,
      act: 'assignment.approved',
      reference: `assignment:${row.id}:reward`,
      about,
    },
    {
      debit: escrow,
      credit: houseAccount('fee_income', escrow.home, currency),
      amountMinor: row.feeMinor,
      act: 'fee.task',
      reference: `assignment:${row.id}:fee`,
      about,
    },
  ];
}
