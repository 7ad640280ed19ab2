import { sql } from 'kysely';
import { earningsOf, escrowOf, houseAccount } from '#domain/ledger/account.ts';
import { postTransfers } from '#domain/ledger/commands/post-transfers.ts';
import type { LockedBatch } from '#domain/tasks/commands/lock-batch.ts';
import { floorReward, taskFee } from '#domain/tasks/task-price.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { workId } from '../assignment.ts';
import { countWork } from './count-work.ts';

/** Workers that one transaction tops up at most; the next minute goes on. */
const TOPPED_AT_ONCE = 500;

type Owed = { workerId: string; owed: bigint };

/**
 * Pays every worker of a batch with a pay floor what its approved answers fall short of it, at the
 * median pace, out of the reserve; fee on top. What the reserve does not cover is not paid. Gives
 * whether there may be more to do. The caller holds the batch's lock; workers who are at it are
 * left to the next minute, since they take their locks the other way round.
 */
export async function topUpWork(
  ctx: Context,
  batch: LockedBatch,
  medianSeconds: number | null,
): Promise<boolean> {
  if (batch.floorMinor === null || batch.reserveMinor === 0n) return false;
  const fair = floorReward(batch.rewardMinor, batch.floorMinor, medianSeconds);
  const short = fair - batch.rewardMinor;
  if (short <= 0n) return false;
  const owed = owedFor(ctx, batch, short);
  const { rows: found } = await sql<Owed>`${owed}`.execute(ctx.tx);
  if (found.length === 0) return false;
  const { rows: free } = await sql<Owed>`
    ${owed} for no key update skip locked`.execute(ctx.tx);
  let reserve = batch.reserveMinor;
  for (const { workerId, owed: owedMinor } of free) {
    const amountMinor = affordable(batch, owedMinor, reserve);
    if (amountMinor <= 0n) break;
    reserve -= amountMinor + taskFee(batch.feeRule, amountMinor);
    await topUp(ctx, batch, { workerId, amountMinor });
  }
  await sql`update batch set reserve_minor = ${reserve}
    where home = ${ctx.home} and id = ${batch.id}`.execute(ctx.tx);
  return reserve < batch.reserveMinor || free.length < found.length;
}

/** Never more than the reserve, so that a floor beyond all measure stays a number. */
function owedFor(ctx: Context, { id, reserveMinor }: LockedBatch, short: bigint) {
  return sql`
    select worker_id, least(approved * ${short}::numeric - top_up_minor, ${reserveMinor})::bigint
        as owed
    from batch_worker
    where home = ${ctx.home} and batch_id = ${id}
      and approved * ${short}::numeric > top_up_minor
    order by worker_id limit ${TOPPED_AT_ONCE}`;
}

/** The largest part of what is owed that the reserve pays, its fee included. */
function affordable(batch: LockedBatch, owed: bigint, reserve: bigint): bigint {
  let amount = owed < reserve ? owed : reserve;
  while (amount > 0n && amount + taskFee(batch.feeRule, amount) > reserve) {
    const over = amount + taskFee(batch.feeRule, amount) - reserve;
    amount -= over > 1n ? over / 2n : 1n;
  }
  return amount;
}

async function topUp(
  ctx: Context,
  batch: LockedBatch,
  { workerId, amountMinor }: { workerId: string; amountMinor: bigint },
): Promise<void> {
  const { id: batchId, clientId, currency, title } = batch;
  const feesMinor = taskFee(batch.feeRule, amountMinor);
  const change = { workerId, topUpMinor: amountMinor, feesMinor, events: 1 };
  const counted = await countWork(ctx, batchId, [change]);
  const seq = counted.get(workerId) ?? 0;
  const rootId = workId(batchId, workerId);
  const event = await appendEvent(ctx, {
    kind: 'work.topped_up',
    rootKind: 'work',
    rootId,
    subjectId: batchId,
    parties: [clientId, workerId],
    data: { batchId, clientId, workerId, title, currency, amountMinor: amountMinor.toString() },
    seq,
  });
  const escrow = escrowOf(batchId, currency);
  const reference = (part: string) => `top-up:${rootId}:${seq}:${part}`;
  await postTransfers(ctx, {
    rootId: batchId,
    subjectId: batchId,
    event: { id: event.id, home: ctx.home },
    lines: [
      {
        debit: escrow,
        credit: earningsOf(escrow.home, workerId, currency),
        amountMinor,
        act: 'work.topped_up',
        reference: reference('reward'),
      },
      {
        debit: escrow,
        credit: houseAccount('fee_income', escrow.home, currency),
        amountMinor: feesMinor,
        act: 'fee.task',
        reference: reference('fee'),
      },
    ],
  });
}
