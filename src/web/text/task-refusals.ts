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
    says: `One worker may do ${data.limit} of these tasks, and you did.`,
    next: findWork,
  }),
  queue_full: (data: RefusalData) => ({
    says: `You hold ${data.limit} tasks of this batch. Hand in or return one of them first.`,
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
  budget_exceeded: (data: RefusalData) => {
    const currency = String(data.currency);
    const neededMinor = BigInt(String(data.neededMinor));
    const capMinor = BigInt(String(data.capMinor));
    const needed = formatMoney({ currency, amountMinor: neededMinor });
    const cap = formatMoney({ currency, amountMinor: capMinor });
    return { says: `This would bring the batch to ${needed}. Its budget cap is ${cap}.` };
  },
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
