/** What the page before the order reads. Server only. */
import { redirect } from 'react-router';
import { may } from '#domain/accounts/permission.ts';
import { myWallet } from '#domain/billing/queries/my-money.ts';
import { estimateSeconds } from '#domain/forms/estimate-seconds.ts';
import { checkVariables } from '#domain/forms/variables.ts';
import { batchTasks } from '#domain/tasks/queries/batch-tasks.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { orderCost } from '#domain/tasks/queries/order-cost.ts';
import { similarPace } from '#domain/tasks/queries/similar-pace.ts';
import { hourlyPay } from '#domain/tasks/task-price.ts';
import { signedIn } from '#web/context.ts';

type Context = Parameters<typeof signedIn>[0];
export type CostData = Awaited<ReturnType<typeof loadCost>>;

export async function loadCost(context: Context, batchId: string) {
  const { readDb, actor, now, request } = signedIn(context);
  const batch = await findBatch(readDb, actor, batchId);
  if (batch.state !== 'draft') throw redirect(`/tasks/batches/${batch.id}`);
  const { currency } = batch;
  const wallet = may(actor, 'see_money') ? await myWallet(readDb, actor, currency) : null;
  const pace = await paceOf(context, batch, new URL(request.url).searchParams.get('seconds'));
  return {
    batch,
    cost: await orderCost(readDb, batch, now),
    missing: checkVariables(batch.form, batch.variables).missing,
    availableMinor: wallet?.balanceMinor ?? null,
    mayFund: may(actor, 'fund'),
    pace,
    hourlyMinor: hourlyPay(batch.rewardMinor, pace.seconds),
  };
}

export type Pace = { seconds: number; from: 'you' | 'similar' | 'form'; batches: number };

/** What the client says, else what was measured before, else what the form suggests. */
async function paceOf(
  context: Context,
  batch: Awaited<ReturnType<typeof findBatch>>,
  typed: string | null,
): Promise<Pace> {
  const { readDb } = signedIn(context);
  const said = Math.round(Number(typed));
  if (said > 0 && said <= 86_400) return { seconds: said, from: 'you', batches: 0 };
  const { clientId, taskTypeId, title, id } = batch;
  const similar = await similarPace(readDb, { clientId, taskTypeId, title, batchId: id });
  if (similar !== null) return { ...similar, from: 'similar' };
  const { rows } = await batchTasks(readDb, batch, { limit: 1 });
  return { seconds: estimateSeconds(batch.form, rows[0]?.input ?? {}), from: 'form', batches: 0 };
}
