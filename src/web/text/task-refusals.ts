/** Why something about tasks was refused, in plain words. */
import { formatMoney } from '#domain/kernel/money.ts';
import type { RefusalData } from '#domain/kernel/refusal.ts';

const findWork = { href: '/work', label: 'Find other work' };

export const taskRefusalWords = {
  own_task: {
    says: 'These are tasks of your own side. Nobody works for itself.',
    next: findWork,
  },
  no_task_left: {
    says: 'Other workers hold or have answered the rest. A task that somebody gives back can be taken: look again later.',
    next: findWork,
  },
  batch_not_open: {
    says: 'This batch hands out no tasks now. Nothing of yours was lost.',
    next: findWork,
  },
  not_qualified: (data: RefusalData) => ({
    says: `This batch asks for what you do not hold${data.missing ? `: ${data.missing}` : ''}.`,
    next: { href: '/work/qualifications', label: 'Your qualifications' },
  }),
  work_refused: {
    says: 'This client does not take your work any more. What you handed in before is decided as usual.',
    next: findWork,
  },
  worker_limit_reached: (data: RefusalData) => ({
    says: `One worker may do ${data.limit ?? 'only some'} of these tasks, and you did.`,
    next: findWork,
  }),
  queue_full: (data: RefusalData) => ({
    says: `You hold ${data.limit ?? 'too many'} tasks of this batch. Hand in or return one of them first.`,
    next: { href: '/work/queue', label: 'Your queue' },
  }),
  deadline_passed: {
    says: 'The time of this task is over, and it went back to the others. No money moved. Take the next one.',
  },
  answer_invalid: {
    says: 'This answer does not fit the form. Nothing was sent, and what you typed is still here.',
  },
  rejections_stopped: {
    says: 'Not rejected. So many answers of this batch were rejected that an operator looks at it first. You can go on approving.',
  },
  budget_exceeded: (data: RefusalData) => ({
    says: `This would bring the batch to ${sumOf(data, 'neededMinor')}. Its budget cap is ${sumOf(data, 'capMinor')}.`,
  }),
  appeal_closed: {
    says: 'A rejection can be repaired once and appealed once, within seven days. That is over here.',
  },
  override_closed: {
    says: 'A rejection can be turned into an approval within 30 days of the submission. That is over here.',
  },
  bonus_closed: {
    says: 'A bonus goes to work that was handed in, within six months of it.',
  },
};

/** A sum that the refusal carries, in words. */
function sumOf(data: RefusalData, name: string): string {
  const { currency, [name]: amount } = data;
  if (typeof currency !== 'string' || typeof amount !== 'string') return 'more than that';
  return formatMoney({ currency, amountMinor: BigInt(amount) });
}
