import { requireMember } from '#domain/accounts/permission.ts';
import { isId, newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import type { TaskTerms } from '../batch-terms.ts';
import { acceptTaskTerms, eventTerms, taskColumns } from './accept-batch-terms.ts';

/** Makes a task type, or changes one; batches that were ordered from it keep what they were. */
export async function saveTaskType(
  ctx: Context,
  input: { taskTypeId?: string; terms: TaskTerms },
): Promise<{ taskTypeId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'post');
  const terms = await acceptTaskTerms(ctx, input.terms);
  const known = input.taskTypeId;
  const taskTypeId = known ?? newId(ctx.home, ctx.now);
  const columns = { ...taskColumns(terms), changedAt: ctx.now };
  if (known === undefined) {
    const by = { clientId: actor.partyId, createdBy: actor.memberId, createdAt: ctx.now };
    await ctx.tx
      .insertInto('taskType')
      .values({ ...columns, ...by, id: taskTypeId })
      .execute();
  } else {
    await lockTaskType(ctx, known, actor.partyId);
    await ctx.tx.updateTable('taskType').set(columns).where('id', '=', known).execute();
  }
  const event = await appendEvent(ctx, {
    kind: known === undefined ? 'task_type.made' : 'task_type.changed',
    rootKind: 'party',
    rootId: actor.partyId,
    subjectId: taskTypeId,
    parties: [actor.partyId],
    data: eventTerms(terms),
  });
  return { taskTypeId, seq: event.seq };
}

/** Takes a task type out of the client's list. Batches that were made from it go on. */
export async function archiveTaskType(
  ctx: Context,
  input: { taskTypeId: string },
): Promise<{ taskTypeId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'post');
  const { taskTypeId } = input;
  const { title } = await lockTaskType(ctx, taskTypeId, actor.partyId);
  await ctx.tx
    .updateTable('taskType')
    .set({ archivedAt: ctx.now })
    .where('id', '=', taskTypeId)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'task_type.archived',
    rootKind: 'party',
    rootId: actor.partyId,
    subjectId: taskTypeId,
    parties: [actor.partyId],
    data: { title },
  });
  return { taskTypeId, seq: event.seq };
}

async function lockTaskType(
  ctx: Context,
  taskTypeId: string,
  clientId: string,
): Promise<{ title: string }> {
  if (!isId(taskTypeId)) return refuse('not_found', { thing: 'task type' });
  const row = await ctx.tx
    .selectFrom('taskType')
    .select(['clientId', 'title', 'archivedAt'])
    .where('id', '=', taskTypeId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.clientId !== clientId || row.archivedAt !== null) {
    return refuse('not_found', { thing: 'task type' });
  }
  return row;
}
