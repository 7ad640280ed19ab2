/** A fee rule as it is typed, and back: shares as percents, sums in the currency's own decimals. */
import { z } from 'zod';
import { isCurrency, parseAmount } from '#domain/kernel/money.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { FeeTier } from '#domain/ledger/fee.ts';
import {
  CONTRACT_KINDS,
  feeRuleProblems,
  MOST_TIERS,
  type NewFeeRule,
  PAYERS,
} from '#domain/market/fee-rule.ts';
import { text } from '#web/text/catalogue.ts';

export const feeForm = z.object({
  contractKind: z.enum(CONTRACT_KINDS),
  payer: z.enum(PAYERS),
  currency: z.string().refine(isCurrency, text.form.chooseFromList).optional(),
  tiers: z.string().max(500),
  minimum: z.string().max(30).optional(),
  maximum: z.string().max(30).optional(),
  startsOn: z.iso.date(),
});

export type FeeForm = z.output<typeof feeForm>;

const FIELDS = Object.keys(feeForm.shape) as (keyof FeeForm)[];
const TIER = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?(?:\s+(?:up\s+)?to\s+(\S.*))?$/;

/** The rule that was typed. Refuses what it breaks at the field to blame. */
export function ruleOf(form: FeeForm, now: Date): NewFeeRule {
  const { contractKind, payer, currency, minimum, maximum, startsOn } = form;
  const sum = (typed: string | undefined, field: string) =>
    typed === undefined ? null : amount(typed, currency, field);
  const rule = {
    contractKind,
    payer,
    currency: currency ?? null,
    tiers: tiersOf(form),
    minimumMinor: sum(minimum, 'minimum'),
    maximumMinor: sum(maximum, 'maximum'),
    startsAt: `${startsOn}T00:00:00.000Z`,
  };
  const [problem] = feeRuleProblems(rule, now);
  if (problem !== undefined) throw problem;
  return rule;
}

/** The typed form in an address, so that what it means is a page that can be looked at. */
export function feeQuery(form: FeeForm): string {
  const query = new URLSearchParams();
  for (const name of FIELDS) {
    const value = form[name];
    if (value !== undefined) query.set(name, value);
  }
  return query.toString();
}

/** What the address carries, for filling the form in again. */
export function feeValues(url: string): Record<string, string> {
  const { searchParams } = new URL(url);
  return Object.fromEntries(FIELDS.map((name) => [name, searchParams.get(name) ?? '']));
}

function tiersOf({ tiers, currency }: FeeForm): FeeTier[] {
  const lines = tiers.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  if (filled.length > MOST_TIERS)
    throw new Refusal('input_invalid', { rule: 'tier_count' }, 'tiers');
  return filled.map((line, at) => {
    const match = TIER.exec(line);
    if (match === null) {
      throw new Refusal('input_invalid', { rule: 'tier_form', line: at + 1 }, 'tiers');
    }
    const [, whole = '0', decimals = '', upTo] = match;
    const basisPoints = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
    return { basisPoints, upToMinor: upTo === undefined ? null : amount(upTo, currency, 'tiers') };
  });
}

function amount(typed: string, currency: string | undefined, field: string): string {
  if (currency === undefined) {
    throw new Refusal('input_invalid', { rule: 'sums_need_currency' }, 'currency');
  }
  return parseAmount(typed, currency, field).toString();
}
