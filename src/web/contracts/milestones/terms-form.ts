/** The form of a milestone's terms ↔ what a change proposes. Server only. */
import { z } from 'zod';
import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { decimalAmount, parseAmount } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.contracts.change;

export const termsSchema = z.object({
  title: z.string(words.titleMissing).max(120),
  details: z.string().max(5_000).optional(),
  amount: z.string(words.amountMissing),
  dueOn: z.iso.date(text.form.date).optional(),
});

export type TermsForm = z.output<typeof termsSchema>;

/** The terms that were typed; refuses `amount_invalid` at its field. */
export function termsIn(form: TermsForm, currency: string) {
  return {
    title: form.title,
    details: form.details ?? '',
    amountMinor: parseAmount(form.amount, currency),
    dueOn: form.dueOn ?? null,
  };
}

/** A milestone's terms as the form shows them. */
export function formValues(milestone: MilestoneSight, currency: string) {
  return {
    title: milestone.title,
    details: milestone.details,
    amount: decimalAmount(milestone.amountMinor, currency),
    dueOn: milestone.dueOn ?? '',
  };
}
