/** What the domain finds wrong with terms, as issues of the form's schema. Server only. */
import type { z } from 'zod';
import { parseAmount } from '#domain/kernel/money.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { refusalText } from '#web/refusals.ts';

/** Each refusal at its field; two at one field show the first. */
export function addIssues(context: z.core.$RefinementCtx, refusals: readonly Refusal[]): void {
  for (const { code, data, field } of refusals) {
    const path = (field ?? '').split('.').filter((step) => step !== '');
    context.addIssue({ code: 'custom', path, message: refusalText(code, data).says, input: '' });
  }
}

/** An amount as typed, in minor units; null when nothing was typed, with an issue when it is none. */
export function amountIn(
  typed: string | undefined,
  place: { currency: string; field: string; problems: Refusal[] },
): bigint | null {
  if (typed === undefined) return null;
  try {
    return parseAmount(typed, place.currency, place.field);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // An unknown currency is told once, at its own field.
    if (error.code === 'amount_invalid') place.problems.push(error);
    return null;
  }
}

/** A whole number as typed; NaN, which no rule lets pass, when it is none. */
export function countIn(typed: string | undefined): number {
  const plain = (typed ?? '').replace(/(?<=\d)[, ](?=\d{3}\b)/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN;
}
