/** A ready form to begin with, and rows to try it on. */
import type { Money } from '#domain/kernel/money.ts';
import { parseForm } from './parse-form.ts';
import type { TaskForm, WrittenForm } from './task-form.ts';
import type { TaskInput } from './variables.ts';

export type FormTemplate = {
  slug: string;
  name: string;
  /** What it is for, in a sentence. */
  purpose: string;
  form: TaskForm;
  title: string;
  description: string;
  keywords: readonly string[];
  timeLimitSeconds: number;
  /** What one answer may be worth at about USD 12 an hour. */
  reward: Money;
  samples: readonly TaskInput[];
};

/** A template as its file writes it: the form with defaults left out, the reward in US cents. */
export function formTemplate({
  form,
  cents,
  ...rest
}: Omit<FormTemplate, 'form' | 'reward'> & { form: WrittenForm; cents: bigint }): FormTemplate {
  const reward = { amountMinor: cents, currency: 'USD' } as const;
  return { ...rest, reward, form: parseForm(form) };
}
