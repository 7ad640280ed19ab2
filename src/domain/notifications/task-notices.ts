/** Who is told of what happens to tasks. Their events carry the client's and the worker's id. */
import type { NoticeEvent, NoticeRule } from './notice.ts';

const batch = (event: NoticeEvent) => `/tasks/batches/${event.data.batchId ?? event.rootId}`;
const review = (event: NoticeEvent) => `${batch(event)}/review`;
const done = (event: NoticeEvent) => `/work/assignments/${event.subjectId}`;
const appeals = (event: NoticeEvent) => `/operator/appeals/${event.subjectId}`;

const toClient = { tells: 'client', needs: 'see_work', link: batch } as const;
const toWorker = { tells: 'worker', needs: 'see_work', link: done } as const;

export const TASK_NOTICES = {
  'task_type.made': 'nobody',
  'task_type.changed': 'nobody',
  'task_type.archived': 'nobody',
  'batch.drafted': 'nobody',
  'batch.changed': 'nobody',
  'batch.tasks_added': 'nobody',
  'batch.import_started': 'nobody',
  // Whoever sent a small sheet still looks at its page.
  'batch.imported': [{ ...toClient, when: ({ count }) => Number(count) >= 10_000 }],
  'batch.import_failed': [toClient],
  'batch.dropped': 'nobody',
  'batch.ordered': 'nobody',
  'batch.paused': 'nobody',
  'batch.resumed': 'nobody',
  // The decision on the report tells the client, with the operator's note.
  'batch.hidden': 'nobody',
  'batch.shown': 'nobody',
  'batch.extended': 'nobody',
  'batch.widened': 'nobody',
  'batch.cancelled': 'nobody',
  'batch.expired': [toClient],
  'batch.completed': [toClient],
  'batch.money_returned': 'nobody',
  'batch.breaker_tripped': [
    { ...toClient, mail: false },
    { tells: 'operators', needs: 'see_work', link: () => '/operator/appeals' },
  ],
  'batch.breaker_freed': [toClient],
  'batch.decisions_asked': 'nobody',
  // Whoever decided a few still looks at the page.
  'batch.decisions_done': [{ ...toClient, when: ({ total }) => Number(total) >= 10_000 }],
  'batch.decisions_stopped': 'nobody',
  'task.extended': 'nobody',
  'task.reviewing': 'nobody',
  'task.disposed': 'nobody',
  'assignment.accepted': 'nobody',
  'assignment.submitted': 'nobody',
  'assignment.returned': 'nobody',
  'assignment.abandoned': 'nobody',
  // Thousands a day: the page of earnings tells of them.
  'assignment.approved': 'nobody',
  'assignment.rejected': [toWorker],
  'assignment.repaired': [{ ...toClient, link: review, mail: false }],
  'assignment.appealed': [
    { ...toClient, link: review },
    { tells: 'operators', needs: 'see_work', link: appeals },
  ],
  'assignment.appeal_decided': [toWorker, { ...toClient, link: review }],
  'assignment.money_returned': 'nobody',
  'bonus.given': [toWorker],
  'work.topped_up': [{ ...toWorker, link: () => '/work/earnings', mail: false }],
  'work.available': 'nobody',
  'worker.messaged': [
    { ...toWorker, link: (event: NoticeEvent) => `/work/batches/${event.data.batchId}` },
  ],
} as const satisfies Record<string, readonly NoticeRule[] | 'nobody'>;
