/** What stands in the way of an extension, each at its field. Server only. */
import { decimalAmount } from '#domain/kernel/money.ts';
import { extensionFault } from '#domain/tasks/extension.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import type { Problems } from '#web/form-act.ts';
import { typedIn } from '#web/form-data.ts';
import { text } from '#web/text/catalogue.ts';
import { ruleWords } from '#web/text/rules.ts';
import { sumOf } from '../batch-words.ts';
import { type Extension, fieldOf } from './extend-form.ts';

const words = text.batches.extend;

type Asked = {
  asked: Extension;
  cost: { totalMinor: bigint; assignments: bigint };
  /** Null where it may not be seen. */
  availableMinor: bigint | null;
  typed: FormData;
};

/** Told before the question of money is asked; null where nothing is wrong. */
export function extensionProblems(
  batch: Pick<BatchRow, 'state' | 'currency' | 'fundedMinor' | 'expiresAt' | 'budgetCapMinor'>,
  { asked, cost, availableMinor, typed }: Asked,
): Problems | null {
  const { currency } = batch;
  const { totalMinor, assignments } = cost;
  const fields: Record<string, string> = {};
  const form: Problems['form'][number][] = [];
  const { expiresAt = null, budgetCapMinor } = asked;
  const fault = extensionFault(batch, { assignments, expiresAt, budgetCapMinor });
  if (fault !== null) fields[fieldOf(fault.field ?? '')] = ruleWords(fault.data);
  const neededMinor = batch.fundedMinor + totalMinor;
  if (budgetCapMinor !== null && budgetCapMinor < neededMinor) {
    fields.cap = words.overCap(sumOf(batch, neededMinor));
  }
  if (availableMinor !== null && totalMinor > availableMinor) {
    const lackMinor = totalMinor - availableMinor;
    const lack = sumOf(batch, lackMinor);
    const amount = decimalAmount(lackMinor, currency);
    const href = `/money/deposit?currency=${currency}&amount=${amount}`;
    if (asked.moreEach > 0) {
      fields.more = words.lacks(sumOf(batch, availableMinor), sumOf(batch, totalMinor));
    }
    form.push({ says: words.lack(lack), next: { href, label: words.addMoney(lack) } });
  }
  const count = Object.keys(fields).length;
  if (count + form.length === 0) return null;
  const title = form.length > 0 ? words.refused : text.form.summary(count);
  return { intent: '', title, form, fields, typed: typedIn(typed) };
}
