import { sql } from 'kysely';
import { requireOperator, requireWorker } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { storable } from '#domain/kernel/text.ts';
import { returnMoney } from '#domain/tasks/commands/hold-money.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { ASSIGNMENT_STATES, workId } from '../assignment.ts';
import { countWork } from './count-work.ts';
import { type LockedAssignment, lockAssignment } from './lock-assignments.ts';
import { payAssignments } from './pay-assignments.ts';

const WORDS_CHARS = 4_000;

/**
 * The worker says why a rejection is wrong. The money of the answer stays held until an operator
 * has decided. Once for each rejection, within its days; refuses `appeal_closed` otherwise.
 */
export async function appealRejection(
  ctx: Context,
  input: { assignmentId: string; words: string },
): Promise<{ assignmentId: string; seq: number }> {
  requireWorker(ctx.actor);
  const words = required(input.words, 'words');
  const row = await lockAssignment(ctx, input.assignmentId, 'worker');
  const { batchId, clientId, workerId } = row;
  if (row.state !== 'rejected') {
    refuse('wrong_state', { thing: 'assignment', state: row.state, act: 'appeal' });
  }
  if (row.appeal !== null || row.dueAt === null || row.dueAt <= ctx.now) refuse('appeal_closed');
  await sql`update assignment set appeal = 'open', due_at = null
    where home = ${ctx.home} and id = ${row.id}`.execute(ctx.tx);
  await ctx.tx
    .insertInto('appeal')
    .values({
      assignmentId: row.id,
      batchId,
      clientId,
      workerId,
      state: 'open',
      words,
      filedAt: ctx.now,
    })
    .execute();
  const seq = await note(ctx, row, {
    kind: 'assignment.appealed',
    data: { words, currency: row.currency, heldMinor: row.heldMinor.toString() },
  });
  return { assignmentId: row.id, seq };
}

/** An operator decides: upheld pays the worker as an approval does, dismissed frees the money. */
export async function decideAppeal(
  ctx: Context,
  input: { assignmentId: string; uphold: boolean; verdict: string },
): Promise<{ assignmentId: string; seq: number }> {
  const operator = requireOperator(ctx.actor);
  const verdict = required(input.verdict, 'verdict');
  const row = await lockAssignment(ctx, input.assignmentId, 'rule');
  if (row.appeal !== 'open') {
    refuse('wrong_state', { thing: 'appeal', state: row.appeal ?? 'none', act: 'decide' });
  }
  const state = input.uphold ? 'upheld' : 'dismissed';
  await ctx.tx
    .updateTable('appeal')
    .set({ state, decidedBy: operator.memberId, decidedAt: ctx.now, verdict })
    .where('assignmentId', '=', row.id)
    .execute();
  const seq = await note(ctx, row, {
    kind: 'assignment.appeal_decided',
    data: {
      ...{ upheld: input.uphold, verdict, currency: row.currency },
      rewardMinor: row.rewardMinor.toString(),
    },
  });
  if (input.uphold) {
    nextState(ASSIGNMENT_STATES, row.state, { act: 'uphold', who: 'operator' });
    await payAssignments(ctx, [row], { feedback: verdict, appeal: 'upheld' });
  } else {
    await sql`update assignment set appeal = 'dismissed'
      where home = ${ctx.home} and id = ${row.id}`.execute(ctx.tx);
    await releaseHeld(ctx, row);
  }
  return { assignmentId: row.id, seq };
}

/** The days to answer a rejection are over. Does nothing when it was answered meanwhile. */
export async function settleRejection(
  ctx: Context,
  input: { assignmentId: string },
): Promise<{ settled: boolean }> {
  const row = await lockAssignment(ctx, input.assignmentId, 'rule');
  const due = row.dueAt !== null && row.dueAt <= ctx.now;
  if (row.state !== 'rejected' || !due) return { settled: false };
  await releaseHeld(ctx, row);
  return { settled: true };
}

async function releaseHeld(ctx: Context, row: LockedAssignment): Promise<void> {
  await sql`update assignment set held_minor = 0, due_at = null
    where home = ${ctx.home} and id = ${row.id}`.execute(ctx.tx);
  if (row.heldMinor === 0n) return;
  const { id: eventId } = await noteEvent(ctx, row, {
    kind: 'assignment.money_returned',
    data: { currency: row.currency, amountMinor: row.heldMinor.toString() },
  });
  await returnMoney(
    ctx,
    { ...row, id: row.batchId },
    {
      amountMinor: row.heldMinor,
      act: 'assignment.money_returned',
      reference: `assignment:${row.id}:back`,
      subjectId: row.id,
      eventId,
    },
  );
}

function required(text: string, field: string): string {
  const words = storable(text);
  if (words === '') refuse('input_invalid', { rule: 'required' }, field);
  if (words.length > WORDS_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: WORDS_CHARS }, field);
  }
  return words;
}

type Note = {
  kind: 'assignment.appealed' | 'assignment.appeal_decided' | 'assignment.money_returned';
  data: { [key: string]: string | boolean };
};

async function note(ctx: Context, row: LockedAssignment, what: Note): Promise<number> {
  return (await noteEvent(ctx, row, what)).seq;
}

async function noteEvent(ctx: Context, row: LockedAssignment, what: Note) {
  const { batchId, clientId, workerId, title } = row;
  const counted = await countWork(ctx, batchId, [{ workerId, events: 1 }]);
  return appendEvent(ctx, {
    kind: what.kind,
    rootKind: 'work',
    rootId: workId(batchId, workerId),
    subjectId: row.id,
    parties: [clientId, workerId],
    data: { batchId, clientId, workerId, title, ...what.data },
    seq: counted.get(workerId) ?? 0,
  });
}
