/** What an address asks of the fee calculator. Nothing is refused: what cannot be read says so. */
import { isCurrency, parseAmount } from '#domain/kernel/money.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { AMOUNT_MEANS, type AmountMeans } from '#domain/ledger/fee-backwards.ts';

export type FeesQuestion = {
  who: 'client' | 'freelancer';
  kind: 'fixed' | 'hourly';
  currency: string;
  means: AmountMeans;
  /** As they were typed. */
  typed: { amount: string; before: string };
  amountMinor: bigint;
  lifetimeMinor: bigint;
  /** Which field could not be read. */
  wrong: 'amount' | 'before' | null;
};

const EXAMPLE_UNITS = '1600';

export function feesAsked(params: URLSearchParams, baseCurrency: string): FeesQuestion {
  const asked = (name: string) => params.get(name)?.trim() ?? '';
  const currency = isCurrency(asked('currency')) ? asked('currency') : baseCurrency;
  const typed = { amount: asked('amount') || EXAMPLE_UNITS, before: asked('before') };
  const amountMinor = read(typed.amount, currency);
  const lifetimeMinor = typed.before === '' ? 0n : read(typed.before, currency);
  const wrong =
    amountMinor === null || amountMinor === 0n
      ? 'amount'
      : lifetimeMinor === null
        ? 'before'
        : null;
  return {
    who: asked('who') === 'freelancer' ? 'freelancer' : 'client',
    kind: asked('kind') === 'hourly' ? 'hourly' : 'fixed',
    currency,
    means: AMOUNT_MEANS.find((means) => means === asked('means')) ?? 'price',
    typed,
    amountMinor: amountMinor ?? 0n,
    lifetimeMinor: lifetimeMinor ?? 0n,
    wrong,
  };
}

function read(typed: string, currency: string): bigint | null {
  try {
    return parseAmount(typed, currency);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}
