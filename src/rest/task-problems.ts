/** The refusals of tasks, as the one table of this door says them. */
import type { RefusalData } from '#domain/kernel/refusal.ts';
import { sum } from './problem-words.ts';

export const TASK_PROBLEMS = {
  own_task: {
    status: 409,
    title: 'Your own side',
    detail: 'Nobody works on tasks of its own side: neither own ones nor those of an organization.',
  },
  no_task_left: {
    status: 409,
    title: 'No task is left',
    detail:
      'Other workers hold or have answered the rest of this batch. A slot that is given back can be taken: ask again later.',
  },
  batch_not_open: {
    status: 409,
    title: 'The batch hands out no tasks now',
    detail: (data: RefusalData) =>
      `The batch is ${data.state ?? 'not open'}. GET /api/v1/worker/batches lists the open ones.`,
  },
  not_qualified: {
    status: 403,
    title: 'A qualification is missing',
    detail: (data: RefusalData) =>
      `This batch asks for what you do not hold${data.missing ? `: ${data.missing}` : ''}. GET /api/v1/qualification-types shows how to get it.`,
  },
  work_refused: {
    status: 403,
    title: 'This client does not take your work',
    detail: 'The client decided so. Its tasks are closed to you; work handed in before is decided.',
  },
  worker_limit_reached: {
    status: 409,
    title: 'You did all that one worker may do here',
    detail: (data: RefusalData) =>
      `One worker may do ${data.limit} tasks of this ${data.of ?? 'batch'}.`,
  },
  queue_full: {
    status: 409,
    title: 'You hold too many tasks',
    detail: (data: RefusalData) =>
      `Hand in or return one of the ${data.limit} tasks that you hold; then take the next.`,
  },
  deadline_passed: {
    status: 409,
    title: 'The time of this task is over',
    detail: 'The task went back to the others. Your draft is kept; take another task.',
  },
  answer_invalid: {
    status: 422,
    title: 'The answer does not fit the form',
    detail: (data: RefusalData) =>
      `Correct the field "${data.field ?? ''}": ${data.problem ?? 'its value is not one of the form'}.`,
  },
  sheet_invalid: {
    status: 422,
    title: 'The file cannot be read as it is',
    detail: (data: RefusalData) =>
      `${data.reason ?? 'The answer names the row and the column.'} Nothing of it was done.`,
  },
  rejections_stopped: {
    status: 409,
    title: 'Rejections are stopped',
    detail:
      'So many answers of this batch were rejected that an operator looks at it first. Approving goes on.',
  },
  budget_exceeded: {
    status: 409,
    title: 'The budget cap stands against it',
    detail: (data: RefusalData) =>
      `This would bring the batch to ${sum(data, 'needed')}; its cap is ${sum(data, 'cap')}. Raise the cap first.`,
  },
  appeal_closed: {
    status: 409,
    title: 'This can no longer be repaired or appealed',
    detail: 'A rejection can be repaired once and appealed once, within seven days.',
  },
  override_closed: {
    status: 409,
    title: 'Too late to approve this',
    detail: 'A rejection can be turned into an approval within 30 days of the submission.',
  },
  bonus_closed: {
    status: 409,
    title: 'No bonus can be given here',
    detail: 'A bonus goes to work that was handed in, within six months of it.',
  },
} as const;
