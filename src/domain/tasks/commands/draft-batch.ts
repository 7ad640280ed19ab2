import { requireMember } from '#domain/accounts/permission.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { APPEAL_DAYS, BATCH_STATES } from '../batch.ts';
import type { BatchTerms } from '../batch-terms.ts';
import { unfitTask } from '../queries/unfit-task.ts';
import { taskFee } from '../task-price.ts';
import { acceptBatchTerms, eventTerms, taskColumns } from './accept-batch-terms.ts';
import { listBatch } from './list-batch.ts';
import { lockOwnBatch } from './lock-batch.ts';
import { refuseWhileImporting } from './refuse-while-importing.ts';

const DAY_SECONDS = 86_400;

/** Begins a batch that only its client sees; tasks are added to it, then it is ordered. */
export async function draftBatch(
  ctx: Context,
  input: { taskTypeId?: string; terms: BatchTerms },
): Promise<{ batchId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'post');
  const terms = await acceptBatchTerms(ctx, input.terms);
  const batchId = newId(ctx.home, ctx.now);
  await ctx.tx
    .insertInto('batch')
    .values({
      ...(await batchColumns(ctx, terms)),
      home: ctx.home,
      id: batchId,
      clientId: actor.partyId,
      createdBy: actor.memberId,
      taskTypeId: input.taskTypeId ?? null,
      state: nextState(BATCH_STATES, null, { act: 'draft', who: 'client' }),
      appealSeconds: APPEAL_DAYS * DAY_SECONDS,
      createdAt: ctx.now,
    })
    .execute();
  await listBatch(ctx, batchId);
  const event = await appendEvent(ctx, {
    kind: 'batch.drafted',
    rootKind: 'batch',
    rootId: batchId,
    subjectId: batchId,
    parties: [actor.partyId],
    data: { name: terms.name, clientId: actor.partyId, ...eventTerms(terms) },
  });
  return { batchId, seq: event.seq };
}

/**
 * Changes a draft's terms. Once ordered, they are what workers agreed to. Refuses `input_invalid`
 * for a form that does not go with the tasks that are there, with the number of the first.
 */
export async function changeDraft(
  ctx: Context,
  input: { batchId: string; terms: BatchTerms },
): Promise<{ batchId: string; seq: number }> {
  requireMember(ctx.actor, 'post');
  const batch = await lockOwnBatch(ctx, input.batchId);
  if (batch.state !== 'draft') {
    refuse('wrong_state', { thing: 'batch', state: batch.state, act: 'change' });
  }
  await refuseWhileImporting(ctx, batch.id, 'change');
  const terms = await acceptBatchTerms(ctx, input.terms);
  if (batch.tasks > 0 && terms.wantedEach !== batch.wantedEach) {
    refuse('input_invalid', { rule: 'must_be', value: String(batch.wantedEach) }, 'wantedEach');
  }
  const before = { ...batch, form: batch.form as unknown as TaskForm };
  const unfit = await unfitTask(ctx.tx as unknown as ReadDb, before, terms.form as TaskForm);
  if (unfit !== null) refuse('input_invalid', unfit, 'form');
  await ctx.tx
    .updateTable('batch')
    .set(await batchColumns(ctx, terms))
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
  await listBatch(ctx, batch.id);
  const event = await appendEvent(ctx, {
    kind: 'batch.changed',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: { name: terms.name, ...eventTerms(terms) },
  });
  return { batchId: batch.id, seq: event.seq };
}

/** The batch keeps the fee rule of the day on which it was drafted; ordering looks again. */
async function batchColumns(ctx: Context, terms: BatchTerms) {
  const question = { contractKind: 'task' as const, currency: terms.currency, at: ctx.now };
  const { client: feeRule } = await feeRulesAt(ctx.tx, question);
  const { name, wantedEach, lifetimeSeconds, goldPercent, workerLimit, groupKey } = terms;
  const { groupLimit, priority, reopenRejected, budgetCapMinor, floorMinor, annotation } = terms;
  return {
    ...taskColumns(terms),
    ...{ name, wantedEach, lifetimeSeconds, goldPercent, workerLimit, groupKey },
    ...{ groupLimit, priority, reopenRejected, budgetCapMinor, floorMinor, annotation },
    reserveWantedMinor: terms.reserveMinor,
    feeMinor: taskFee(feeRule, terms.rewardMinor),
    feeRule: JSON.stringify(feeRule),
  };
}
