/** The form of an extension. Server only. */
import { z } from 'zod';
import { decimalAmount } from '#domain/kernel/money.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { TASK_LIMITS } from '#domain/tasks/batch-terms.ts';
import { addIssues, amountIn, countIn } from '#web/projects/posting/form-issues.ts';
import { text } from '#web/text/catalogue.ts';
import { boundsIn, DAY, secondsIn } from '../durations.ts';

export type Extension = {
  expiresAt?: Date;
  moreEach: number;
  budgetCapMinor: bigint | null;
  totalMinor?: string;
};

type Batch = { currency: string; budgetCapMinor: bigint | null; expiresAt: Date | null };

/** The names of the domain, as the fields of this form are called. */
const FIELDS: Readonly<Record<string, string>> = {
  expiresAt: 'days',
  moreEach: 'more',
  budgetCap: 'cap',
};

export function atField({ code, data, field }: Refusal): Refusal {
  return new Refusal(code, data, field === undefined ? undefined : fieldOf(field));
}

export function fieldOf(name: string): string {
  return FIELDS[name] ?? name;
}

/** Days from now, answers more for each task, the cap of the whole. */
export function extendSchema({ currency, expiresAt: end }: Batch, now: Date) {
  const fields = z.object({
    days: z.string().optional(),
    more: z.string().optional(),
    cap: z.string().optional(),
    totalMinor: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  });
  return fields.transform((typed, context): Extension => {
    const problems: Refusal[] = [];
    const budgetCapMinor = amountIn(typed.cap, { currency, field: 'cap', problems });
    const moreEach = typed.more === undefined ? 0 : countIn(typed.more);
    const seconds = typed.days === undefined ? null : secondsIn(typed.days, DAY);
    const range = (field: string, from: number, to: number) =>
      problems.push(new Refusal('input_invalid', { rule: 'out_of_range', from, to }, field));
    if (!(moreEach <= TASK_LIMITS.wantedEach)) range('more', 0, TASK_LIMITS.wantedEach);
    const { leastSeconds, mostSeconds } = TASK_LIMITS;
    if (seconds !== null && !(seconds >= leastSeconds && seconds <= mostSeconds)) {
      range('days', leastSeconds, mostSeconds);
    }
    addIssues(context, boundsIn({ days: DAY }, problems));
    if (seconds === null && (end === null || end <= now)) {
      const message = text.batches.extend.ended;
      context.addIssue({ code: 'custom', path: ['days'], message, input: '' });
    }
    const { totalMinor } = typed;
    return {
      ...(seconds === null || Number.isNaN(seconds)
        ? {}
        : { expiresAt: new Date(now.getTime() + seconds * 1_000) }),
      moreEach,
      budgetCapMinor,
      ...(totalMinor === undefined ? {} : { totalMinor }),
    };
  });
}

export function extendValues({
  currency,
  budgetCapMinor,
}: Omit<Batch, 'expiresAt'>): Record<string, string> {
  return { cap: budgetCapMinor === null ? '' : decimalAmount(budgetCapMinor, currency) };
}
