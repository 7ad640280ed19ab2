import { z } from '@hono/zod-openapi';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { TASKS_AT_ONCE } from '#domain/tasks/batch.ts';
import { addTasks, type NewTask } from '#domain/tasks/commands/add-tasks.ts';
import { disposeTask, extendTask, markTask } from '#domain/tasks/commands/change-task.ts';
import { batchTasks, findTask } from '#domain/tasks/queries/batch-tasks.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import type { JsonResult } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { numberCursor, numberCursorOf } from '../present.ts';
import { count, eventRef, id, instantIn, page, paging, text } from '../schema.ts';
import { fieldsView } from './form-view.ts';
import { presentTask, taskActed, taskActedExample, taskExample, taskView } from './task-view.ts';

const MOST_BYTES = 16 * 1024 * 1024;

const params = { taskId: id.openapi({ example: IDS.milestone }) };
const batchParams = { batchId: id.openapi({ example: IDS.project }) };

const newTask = z
  .strictObject({
    input: z.record(text(128, 1), text(65_536)).default({}).openapi({
      description:
        'The values of the variables of the form. All tasks of a batch together may have 500 names.',
    }),
    wanted: count(1_000_000).optional().openapi({ description: 'wanted_each when absent.' }),
    key: fieldsView
      .optional()
      .openapi({ description: 'The right answer by field: makes it a hidden gold task.' }),
    expires_at: instantIn.optional().openapi({ description: 'An end before that of the batch.' }),
  })
  .openapi('NewTask');

const added = z
  .strictObject({
    batch_id: id,
    added: z.int(),
    task_ids: z.array(id).openapi({ description: 'In the order of the request.' }),
    event: eventRef,
  })
  .openapi('TasksAdded');

export const taskOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/batches/{batchId}/tasks',
    id: 'addTasks',
    tag: 'Tasks',
    summary: 'Add up to 10,000 tasks, all or none',
    description:
      'The body may have 16 MiB. In a draft it costs nothing yet; in an ordered batch the money of the tasks goes into escrow in the same act, and the scope money is needed too.',
    scope: 'work',
    keyRequired: true,
    mostBytes: MOST_BYTES,
    params: batchParams,
    body: {
      schema: z.strictObject({ tasks: z.array(newTask).min(1).max(TASKS_AT_ONCE) }),
      example: {
        tasks: [
          { input: { thing: 'a ripe tomato' } },
          { input: { thing: 'grass' }, key: { colour: 'green' } },
        ],
      },
    },
    answer: {
      status: 201,
      schema: added,
      example: {
        batch_id: IDS.project,
        added: 2,
        task_ids: [IDS.milestone, IDS.delivery],
        event: eventExample(IDS.project, 2),
      },
    },
    refuses: [
      ...(['wrong_state', 'input_invalid', 'date_in_past', 'change_pending'] as const),
      ...(['insufficient_funds', 'budget_exceeded'] as const),
    ],
    async handle(call) {
      const { batchId } = call.params;
      const tasks = call.body.tasks.map(readTask);
      const done = await call.act(addTasks, { batchId, tasks }, batchId);
      const body = {
        batch_id: batchId,
        added: done.added,
        task_ids: done.taskIds,
        event: await eventOf(call, batchId, done.seq ?? 0),
      };
      return { body, location: `/batches/${batchId}/tasks` };
    },
  }),
  operation({
    method: 'get',
    path: '/batches/{batchId}/tasks',
    id: 'listTasks',
    tag: 'Tasks',
    summary: 'The tasks of a batch of yours in their order',
    scope: 'read',
    params: batchParams,
    query: {
      ...paging,
      gold: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'Only gold tasks, or only the others.' }),
    },
    answer: { schema: page(taskView), example: { items: [taskExample], next_cursor: null } },
    async handle({ db, actor, now, params: { batchId }, query }) {
      const batch = await findBatch(db, actor, batchId);
      const { cursor, limit, gold } = query;
      const found = await batchTasks(db, batch, {
        limit,
        after: numberCursor(cursor) ?? 0,
        ...(gold === undefined ? {} : { gold: gold === 'true' }),
      });
      return {
        body: {
          items: found.rows.map((task) => presentTask(task, batch, now)),
          next_cursor: found.next === null ? null : numberCursorOf(found.next),
        },
      };
    },
  }),
  operation({
    method: 'get',
    path: '/tasks/{taskId}',
    id: 'getTask',
    tag: 'Tasks',
    summary: 'One task of yours',
    scope: 'read',
    params,
    answer: { schema: taskView, example: taskExample },
    async handle({ db, actor, now, params: { taskId } }) {
      const { task, batch } = await findTask(db, actor, taskId);
      return { body: presentTask(task, batch, now) };
    },
  }),
  operation({
    method: 'post',
    path: '/tasks/{taskId}/extension',
    id: 'extendTask',
    tag: 'Tasks',
    summary: 'More answers for one task, or another end of it; it is paid at once',
    description: 'An end that is over closes the task and brings the money of its slots back.',
    scope: 'money',
    keyRequired: true,
    params,
    body: {
      schema: z.strictObject({
        more: z.int().min(0).max(1_000_000).default(0),
        expires_at: instantIn.optional(),
      }),
      example: { more: 2 },
    },
    answer: { schema: taskActed, example: { ...taskActedExample, wanted: 5, available: 2 } },
    refuses: [
      ...(['wrong_state', 'input_invalid', 'change_pending'] as const),
      ...(['insufficient_funds', 'budget_exceeded'] as const),
    ],
    async handle(call) {
      const { taskId } = call.params;
      const { more, expires_at: end } = call.body;
      const input = { taskId, more, ...(end === undefined ? {} : { expiresAt: new Date(end) }) };
      const { seq } = await call.act(extendTask, input, taskId);
      return { body: await presentActed(call, taskId, seq) };
    },
  }),
  operation({
    method: 'post',
    path: '/tasks/{taskId}/reviewing',
    id: 'markTaskReviewing',
    tag: 'Tasks',
    summary: 'Mark a task whose answers are in as being looked at',
    scope: 'work',
    params,
    answer: { schema: taskActed, example: { ...taskActedExample, status: 'reviewing' } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { taskId } = call.params;
      const { seq } = await call.act(markTask, { taskId, reviewing: true }, taskId);
      return { body: await presentActed(call, taskId, seq) };
    },
  }),
  operation({
    method: 'delete',
    path: '/tasks/{taskId}/reviewing',
    id: 'unmarkTaskReviewing',
    tag: 'Tasks',
    summary: 'Take that mark back',
    scope: 'work',
    params,
    answer: { schema: taskActed, example: { ...taskActedExample, status: 'reviewable' } },
    refuses: ['wrong_state'],
    async handle(call) {
      const { taskId } = call.params;
      const { seq } = await call.act(markTask, { taskId, reviewing: false }, taskId);
      return { body: await presentActed(call, taskId, seq) };
    },
  }),
  operation({
    method: 'delete',
    path: '/tasks/{taskId}',
    id: 'disposeTask',
    tag: 'Tasks',
    summary: 'Put a task away for good, once each of its answers is decided',
    scope: 'work',
    params,
    answer: {
      schema: taskActed,
      example: { ...taskActedExample, status: 'disposed', disposed_at: AT },
    },
    refuses: ['wrong_state'],
    async handle(call) {
      const { taskId } = call.params;
      const { seq } = await call.act(disposeTask, { taskId }, taskId);
      return { body: await presentActed(call, taskId, seq) };
    },
  }),
];

function readTask({ input, wanted, key, expires_at: end }: z.output<typeof newTask>): NewTask {
  return {
    input,
    ...(wanted === undefined ? {} : { wanted }),
    ...(key === undefined ? {} : { key: key as { [field: string]: JsonResult } }),
    ...(end === undefined ? {} : { expiresAt: new Date(end) }),
  };
}

async function presentActed(
  call: { db: ReadDb; sight: MemberActor; now: Date },
  taskId: string,
  seq: number,
) {
  const { task, batch } = await findTask(call.db, call.sight, taskId);
  return {
    ...presentTask(task, batch, call.now),
    event: await eventOf(call, batch.id, seq),
  };
}
