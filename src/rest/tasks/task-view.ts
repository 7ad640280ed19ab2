/** A task as its client sees it, with its right answer where it is gold. */
import { z } from '@hono/zod-openapi';
import type { TaskRow } from '#domain/tasks/queries/batch-tasks.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import { taskCounters, taskStatus } from '#domain/tasks/task.ts';
import { eventExample, IDS, LATER } from '../examples.ts';
import { timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant } from '../schema.ts';
import { fieldsView, inputView } from './form-view.ts';

export const taskView = z
  .strictObject({
    id,
    batch_id: id,
    number: z.int().openapi({ description: 'Its place in the batch.' }),
    gold: z.boolean(),
    input: inputView,
    key: fieldsView.nullable().openapi({ description: 'The right answer of a gold task.' }),
    wanted: z.int(),
    status: z.enum(['assignable', 'unassignable', 'reviewable', 'reviewing', 'disposed']),
    available: z.int().openapi({ description: 'Assignments that nobody holds.' }),
    pending: z.int().openapi({ description: 'Held by workers now.' }),
    waiting: z.int().openapi({ description: 'Handed in and not decided.' }),
    completed: z.int().openapi({ description: 'Approved and rejected.' }),
    approved: z.int(),
    rejected: z.int(),
    expires_at: instant.nullable().openapi({ description: 'Its own end, or that of the batch.' }),
    disposed_at: instant.nullable(),
  })
  .openapi('Task');

export const taskActed = extended(taskView, { event: eventRef }).openapi('TaskActed');

export const taskExample = {
  id: IDS.milestone,
  batch_id: IDS.project,
  number: 7,
  gold: false,
  input: { thing: 'a ripe tomato' },
  key: null,
  wanted: 3,
  status: 'unassignable' as const,
  available: 0,
  pending: 1,
  waiting: 1,
  completed: 1,
  approved: 1,
  rejected: 0,
  expires_at: LATER,
  disposed_at: null,
};

export const taskActedExample = { ...taskExample, event: eventExample(IDS.project, 8) };

export function presentTask(task: TaskRow, batch: BatchRow, now: Date) {
  const expiresAt = task.expiresAt ?? batch.expiresAt;
  const { waiting, approved, rejected } = task;
  return {
    id: task.id,
    batch_id: task.batchId,
    number: task.number,
    gold: task.gold,
    input: task.input,
    key: task.key,
    wanted: task.wanted,
    status: taskStatus({ ...task, expiresAt }, task, now),
    ...taskCounters(task, task),
    ...{ waiting, approved, rejected },
    expires_at: timeOrNull(expiresAt),
    disposed_at: timeOrNull(task.disposedAt),
  };
}
