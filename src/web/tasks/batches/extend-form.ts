/** The form of an extension. Server only. */
import { z } from 'zod';
import { decimalAmount } from '#domain/kernel/money.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { addIssues, amountIn, countIn } from '#web/projects/posting/form-issues.ts';
import { text } from '#web/text/catalogue.ts';
import { DAY, secondsIn } from '../durations.ts';

export type Extension = {
  expiresAt?: Date;
  moreEach: number;
  budgetCapMinor: bigint | null;
  totalMinor?: string;
};

type Batch = { currency: string; budgetCapMinor: bigint | null };

/** Days from now, answers more for each task, the cap of the whole. */
export function extendSchema({ currency }: Batch, now: Date) {
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
    addIssues(context, problems);
    const moreEach = typed.more === undefined ? 0 : countIn(typed.more);
    const seconds = typed.days === undefined ? null : secondsIn(typed.days, DAY);
    const wrong = (path: string) =>
      context.addIssue({ code: 'custom', path: [path], message: text.form.number, input: '' });
    if (Number.isNaN(moreEach)) wrong('more');
    if (seconds !== null && Number.isNaN(seconds)) wrong('days');
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

export function extendValues({ currency, budgetCapMinor }: Batch): Record<string, string> {
  return { cap: budgetCapMinor === null ? '' : decimalAmount(budgetCapMinor, currency) };
}
