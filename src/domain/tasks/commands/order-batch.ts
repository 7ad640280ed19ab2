import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { checkVariables, inputValue, variablesOf } from '#domain/forms/variables.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { BATCH_STATES } from '../batch.ts';
import { goldWanted } from '../gold.ts';
import { batchCost, taskFee } from '../task-price.ts';
import { holdMoney } from './hold-money.ts';
import { listBatch } from './list-batch.ts';
import { type LockedBatch, lockOwnBatch } from './lock-batch.ts';
import { refuseWhileImporting } from './refuse-while-importing.ts';

/**
 * Orders a draft: the money of every wanted assignment, and the reserve for the pay of an hour, go
 * into escrow, and workers see it. Refuses `terms_changed` when the total is not the one that was
 * shown, and `input_invalid` when a variable of the form has no column.
 */
export async function orderBatch(
  ctx: Context,
  input: { batchId: string; totalMinor?: string },
): Promise<{ batchId: string; seq: number; totalMinor: string }> {
  requireMember(ctx.actor, 'fund');
  const batch = await lockOwnBatch(ctx, input.batchId);
  const state = nextState(BATCH_STATES, batch.state, { act: 'order', who: 'client' });
  if (batch.tasks === 0) refuse('input_invalid', { rule: 'required' }, 'tasks');
  await refuseWhileImporting(ctx, batch.id, 'order');
  await refuseGaps(ctx, batch);
  const wanted = await spreadGold(ctx, batch);
  const question = { contractKind: 'task' as const, currency: batch.currency, at: ctx.now };
  const { client: feeRule } = await feeRulesAt(ctx.tx, question);
  const feeMinor = taskFee(feeRule, batch.rewardMinor);
  const { rewardMinor, reserveWantedMinor: reserveMinor } = batch;
  const cost = batchCost({ wanted, rewardMinor, feeMinor, reserveMinor });
  const totalMinor = cost.totalMinor.toString();
  if (input.totalMinor !== undefined && input.totalMinor !== totalMinor) {
    refuse('terms_changed', { totalMinor, currency: batch.currency });
  }
  await ctx.tx
    .updateTable('batch')
    .set({
      state,
      wanted,
      feeMinor,
      reserveMinor,
      feeRule: JSON.stringify(feeRule),
      orderedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + batch.lifetimeSeconds * 1_000),
    })
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'batch.ordered',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: {
      name: batch.name,
      tasks: batch.tasks + batch.goldTasks,
      wanted: wanted.toString(),
      currency: batch.currency,
      amountMinor: totalMinor,
      rewardMinor: rewardMinor.toString(),
      feeMinor: feeMinor.toString(),
      reserveMinor: reserveMinor.toString(),
    },
  });
  await holdMoney(ctx, batch, {
    amountMinor: cost.totalMinor,
    act: 'batch.ordered',
    reference: `batch:${batch.id}:order`,
    eventId: event.id,
  });
  await listBatch(ctx, batch.id);
  return { batchId: batch.id, seq: event.seq, totalMinor };
}

/** The form may have changed since tasks were added: none may leave a gap in what it asks. */
async function refuseGaps(ctx: Context, batch: LockedBatch): Promise<void> {
  const form = batch.form as unknown as TaskForm;
  const { missing } = checkVariables(form, batch.variables);
  if (missing.length > 0) {
    refuse('input_invalid', { rule: 'variables', missing: missing.join(', ') }, 'form');
  }
  const variables = variablesOf(form);
  const { rows } = await sql<{ number: number; input: { [name: string]: string } }>`
    select number, input from task
    where home = ${ctx.home} and batch_id = ${batch.id}
      and not jsonb_exists_all(input, ${variables}::text[])
    order by number limit 1`.execute(ctx.tx);
  for (const { number, input } of rows) {
    const gaps = variables.filter((name) => inputValue(input, name) === null);
    refuse('input_invalid', { rule: 'task_gap', number, name: gaps.join(', ') }, 'form');
  }
}

/** Gives every gold task the slots that make up the ordered share; gives all that is wanted then. */
async function spreadGold(ctx: Context, batch: LockedBatch): Promise<bigint> {
  if (batch.goldTasks === 0 || batch.goldPercent === 0) return batch.wanted;
  const ofGold = await ctx.tx
    .selectFrom('task')
    .select(({ fn }) => fn.sum<string>('wanted').as('wanted'))
    .where('home', '=', ctx.home)
    .where('batchId', '=', batch.id)
    .where('gold', '=', true)
    .executeTakeFirstOrThrow();
  const ordinary = batch.wanted - BigInt(ofGold.wanted);
  const each = goldWanted(ordinary, batch.goldTasks, batch.goldPercent);
  await ctx.tx
    .updateTable('task')
    .set({ wanted: each, slots: each })
    .where('home', '=', ctx.home)
    .where('batchId', '=', batch.id)
    .where('gold', '=', true)
    .execute();
  return ordinary + BigInt(each) * BigInt(batch.goldTasks);
}
