import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import { earningsOf, walletOf } from '#domain/ledger/account.ts';
import { moveMoney } from '#domain/ledger/commands/move-money.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { workId } from '../assignment.ts';

type Earned = {
  earned: bigint;
  swept: bigint;
  events: number;
  currency: string;
  clientId: string;
  title: string;
};

/**
 * Moves what a worker earned in a batch from the batch's home to the worker's wallet. Done again,
 * it finds nothing left.
 */
export async function sweepWork(
  ctx: Context,
  input: { batchId: string; workerId: string },
): Promise<{ amountMinor: string }> {
  const { batchId, workerId } = input;
  const { rows } = await sql<Earned>`
    select w.earned_minor + w.bonus_minor + w.top_up_minor as earned, w.swept_minor as swept,
      w.events, b.currency, b.client_id, b.title
    from batch_worker w join batch b on b.home = ${ctx.home} and b.id = w.batch_id
    where w.home = ${ctx.home} and w.batch_id = ${batchId} and w.worker_id = ${workerId}
    for no key update of w`.execute(ctx.tx);
  const [work] = rows;
  const amountMinor = work === undefined ? 0n : work.earned - work.swept;
  if (work === undefined || amountMinor <= 0n) return { amountMinor: '0' };
  const seq = work.events + 1;
  await sql`
    update batch_worker set swept_minor = swept_minor + ${amountMinor}, events = ${seq}
    where home = ${ctx.home} and batch_id = ${batchId} and worker_id = ${workerId}`.execute(ctx.tx);
  const rootId = workId(batchId, workerId);
  const event = await appendEvent(ctx, {
    kind: 'work.available',
    rootKind: 'work',
    rootId,
    subjectId: batchId,
    parties: [workerId],
    data: {
      ...{ batchId, workerId, title: work.title, currency: work.currency },
      amountMinor: amountMinor.toString(),
    },
    seq,
  });
  await moveMoney(ctx, {
    from: earningsOf(homeOf(batchId), workerId, work.currency),
    to: walletOf(workerId, work.currency),
    amountMinor,
    act: 'work.available',
    reference: `work:${rootId}:${seq}`,
    rootId: batchId,
    subjectId: batchId,
    event: { id: event.id, home: ctx.home },
  });
  return { amountMinor: amountMinor.toString() };
}
