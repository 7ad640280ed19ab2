import { requireMember } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { MAX_AMOUNT_MINOR } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { storable } from '#domain/kernel/text.ts';
import { earningsOf, escrowOf, houseAccount } from '#domain/ledger/account.ts';
import { postTransfers } from '#domain/ledger/commands/post-transfers.ts';
import { BONUS_MONTHS } from '#domain/tasks/batch.ts';
import { holdMoney } from '#domain/tasks/commands/hold-money.ts';
import { taskFee } from '#domain/tasks/task-price.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { workId } from '../assignment.ts';
import { DECIDED_AT_ONCE } from './approve-assignments.ts';
import { countWork, unsettle } from './count-work.ts';
import { type LockedAssignment, lockAssignment, lockAssignments } from './lock-assignments.ts';

export type GiveBonus = { assignmentId: string; amountMinor: bigint; reason: string };

export type GivenBonus = { bonusId: string; assignmentId: string; seq: number; eventId: string };

const REASON_CHARS = 4_000;

/**
 * Pays a worker more for an answer that was handed in, out of the client's wallet, fee on top.
 * Refuses `bonus_closed` for other work and after six months.
 */
export async function giveBonus(ctx: Context, input: GiveBonus): Promise<GivenBonus> {
  const actor = requireMember(ctx.actor, 'accept');
  const reason = storable(input.reason);
  if (reason === '') refuse('input_invalid', { rule: 'required' }, 'reason');
  if (reason.length > REASON_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: REASON_CHARS }, 'reason');
  }
  const row = await lockAssignment(ctx, input.assignmentId, 'client');
  const { amountMinor } = input;
  if (amountMinor <= 0n || amountMinor > MAX_AMOUNT_MINOR) {
    refuse('amount_invalid', { currency: row.currency }, 'amount');
  }
  if (row.submittedAt === null || monthsLater(row.submittedAt) < ctx.now) refuse('bonus_closed');
  const feeMinor = taskFee(row.feeRule, amountMinor);
  const bonusId = newId(ctx.home, ctx.now);
  const { batchId, workerId } = row;
  const change = { workerId, bonusMinor: amountMinor, feesMinor: feeMinor, events: 1 };
  const counted = await countWork(ctx, batchId, [change]);
  await ctx.tx
    .insertInto('bonus')
    .values({
      ...{ home: ctx.home, id: bonusId, batchId, assignmentId: row.id, workerId },
      ...{ amountMinor, feeMinor, reason, givenBy: actor.memberId, givenAt: ctx.now },
    })
    .execute();
  const seq = counted.get(workerId) ?? 0;
  const event = await appendEvent(ctx, {
    kind: 'bonus.given',
    rootKind: 'work',
    rootId: workId(batchId, workerId),
    subjectId: row.id,
    parties: [row.clientId, workerId],
    data: {
      ...{ batchId, clientId: row.clientId, workerId, reason, title: row.title },
      currency: row.currency,
      amountMinor: amountMinor.toString(),
      feeMinor: feeMinor.toString(),
    },
    seq,
  });
  await pay(ctx, row, { bonusId, amountMinor, feeMinor, eventId: event.id });
  // Last: the batch may have been settled while its lock was waited for.
  await unsettle(ctx, batchId);
  return { bonusId, assignmentId: row.id, seq, eventId: event.id };
}

/** Pays several bonuses of one batch, all or none. Refuses what `giveBonus` refuses for one. */
export async function giveBonuses(
  ctx: Context,
  { batchId, bonuses }: { batchId: string; bonuses: readonly GiveBonus[] },
): Promise<{ given: GivenBonus[] }> {
  if (bonuses.length === 0 || bonuses.length > DECIDED_AT_ONCE) {
    const range = { rule: 'out_of_range', from: 1, to: DECIDED_AT_ONCE };
    refuse('input_invalid', range, 'bonuses');
  }
  const rows = await lockAssignments(
    ctx,
    bonuses.map((one) => one.assignmentId),
  );
  if (rows.some((row) => row.batchId !== batchId)) {
    refuse('input_invalid', { rule: 'one_batch' }, 'bonuses');
  }
  const given: GivenBonus[] = [];
  for (const bonus of bonuses) given.push(await giveBonus(ctx, bonus));
  return { given };
}

async function pay(
  ctx: Context,
  row: LockedAssignment,
  bonus: { bonusId: string; amountMinor: bigint; feeMinor: bigint; eventId: string },
): Promise<void> {
  const { bonusId, amountMinor, feeMinor, eventId } = bonus;
  const escrow = escrowOf(row.batchId, row.currency);
  await holdMoney(
    ctx,
    { ...row, id: row.batchId },
    {
      amountMinor: amountMinor + feeMinor,
      act: 'bonus.given',
      reference: `bonus:${bonusId}:hold`,
      subjectId: row.id,
      eventId,
    },
  );
  const reference = (part: string) => `bonus:${bonusId}:${part}`;
  await postTransfers(ctx, {
    rootId: row.batchId,
    subjectId: row.id,
    event: { id: eventId, home: ctx.home },
    lines: [
      {
        debit: escrow,
        credit: earningsOf(escrow.home, row.workerId, row.currency),
        amountMinor,
        act: 'bonus.given',
        reference: reference('reward'),
      },
      {
        debit: escrow,
        credit: houseAccount('fee_income', escrow.home, row.currency),
        amountMinor: feeMinor,
        act: 'fee.task',
        reference: reference('fee'),
      },
    ],
  });
}

function monthsLater(from: Date): Date {
  const end = new Date(from);
  end.setUTCMonth(end.getUTCMonth() + BONUS_MONTHS);
  return end;
}
