/** The form of a batch's own terms ↔ those terms. Server only. */
import { z } from 'zod';
import { decimalAmount } from '#domain/kernel/money.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { type OrderTerms, orderTermsProblems } from '#domain/tasks/batch-terms.ts';
import { addIssues, amountIn, countIn } from '#web/projects/posting/form-issues.ts';
import { boundsIn, DAY, secondsIn, unitsOf } from '../durations.ts';

const optional = z.string().optional();

const fields = z.object({
  ...{ name: z.string().default(''), wantedEach: optional, lifetime: optional },
  ...{ workerLimit: optional, groupKey: optional, groupLimit: optional, goldPercent: optional },
  ...{ reopenRejected: optional, budgetCap: optional, floor: optional, reserve: optional },
  ...{ priority: optional, annotation: z.string().default('') },
});

/** Checks a batch's terms in this currency with the domain's own rules. */
export function orderSchema(currency: string) {
  return fields.transform((typed, context): OrderTerms => {
    const problems: Refusal[] = [];
    const amount = (field: 'budgetCap' | 'floor' | 'reserve') =>
      amountIn(typed[field], { currency, field, problems });
    const limit = (field: 'workerLimit' | 'groupLimit') =>
      typed[field] === undefined ? null : countIn(typed[field]);
    const terms: OrderTerms = {
      name: typed.name,
      wantedEach: countIn(typed.wantedEach),
      lifetimeSeconds: secondsIn(typed.lifetime, DAY),
      goldPercent: typed.goldPercent === undefined ? 0 : countIn(typed.goldPercent),
      workerLimit: limit('workerLimit'),
      groupKey: typed.groupKey ?? null,
      groupLimit: limit('groupLimit'),
      priority: signed(typed.priority),
      reopenRejected: typed.reopenRejected === 'yes',
      budgetCapMinor: amount('budgetCap'),
      floorMinor: amount('floor'),
      reserveMinor: amount('reserve') ?? 0n,
      annotation: typed.annotation,
    };
    problems.push(...boundsIn({ lifetime: DAY }, orderTermsProblems(terms)));
    addIssues(context, problems);
    return terms;
  });
}

function signed(typed: string | undefined): number {
  if (typed === undefined) return 0;
  return /^[-−]?\d{1,3}$/.test(typed) ? Number(typed.replace('−', '-')) : Number.NaN;
}

/** Terms as the form shows them. */
export function orderValues(terms: OrderTerms, currency: string): Record<string, string> {
  const amount = (minor: bigint | null) => (minor === null ? '' : decimalAmount(minor, currency));
  const count = (value: number | null) => (value === null ? '' : String(value));
  return {
    name: terms.name,
    wantedEach: String(terms.wantedEach),
    lifetime: unitsOf(terms.lifetimeSeconds, DAY),
    goldPercent: terms.goldPercent === 0 ? '' : String(terms.goldPercent),
    workerLimit: count(terms.workerLimit),
    groupKey: terms.groupKey ?? '',
    groupLimit: count(terms.groupLimit),
    priority: String(terms.priority),
    reopenRejected: terms.reopenRejected ? 'yes' : '',
    budgetCap: amount(terms.budgetCapMinor),
    floor: amount(terms.floorMinor),
    reserve: terms.floorMinor === null ? '' : amount(terms.reserveMinor),
    annotation: terms.annotation,
  };
}

/** What a new batch begins with. */
export function freshOrder(title: string, now: Date): Record<string, string> {
  const month = now.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const name = [...`${title}, ${month}`].slice(0, 128).join('');
  return { name, wantedEach: '1', lifetime: '7', priority: '0' };
}
