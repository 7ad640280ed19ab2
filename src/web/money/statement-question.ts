/** What a statement's address asks for: a currency, days, and where the page begins. */
import { isCurrency } from '#domain/kernel/money.ts';

export type StatementAsked = {
  currency: string | null;
  /** Calendar days in UTC, both inclusive, as they were typed. */
  fromDay: string | null;
  toDay: string | null;
  from: Date | undefined;
  to: Date | undefined;
  before: bigint | undefined;
};

const DAY_MS = 86_400_000;

export function statementAsked(url: URL): StatementAsked {
  const currency = url.searchParams.get('currency') ?? '';
  const fromDay = dayIn(url.searchParams.get('from'));
  const toDay = dayIn(url.searchParams.get('to'));
  const before = url.searchParams.get('cursor') ?? '';
  return {
    currency: isCurrency(currency) ? currency : null,
    fromDay,
    toDay,
    from: fromDay === null ? undefined : new Date(fromDay),
    to: toDay === null ? undefined : new Date(Date.parse(toDay) + DAY_MS),
    before: /^\d{1,18}$/.test(before) ? BigInt(before) : undefined,
  };
}

function dayIn(words: string | null): string | null {
  if (words === null || !/^\d{4}-\d{2}-\d{2}$/.test(words)) return null;
  return Number.isNaN(Date.parse(words)) ? null : words;
}
