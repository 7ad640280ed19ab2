/** Money is whole minor units (`bigint`) of one ISO 4217 currency; never a float. */
import * as currencies from 'dinero.js/currencies';
import { refuse } from './refusal.ts';

export type Money = { amountMinor: bigint; currency: string };

/** The largest amount that any single act may name: 10^15 minor units. */
export const MAX_AMOUNT_MINOR = 10n ** 15n;

const minorUnits = new Map(
  Object.values(currencies).map((currency) => [
    currency.code as string,
    // Ariary and ouguiya are counted in fifths, but ISO 4217 lists them with two decimals.
    typeof currency.base === 'number' && currency.base === 10 ? currency.exponent : 2,
  ]),
);

export const CURRENCIES: readonly string[] = [...minorUnits.keys()].sort();

export function isCurrency(code: string): boolean {
  return minorUnits.has(code);
}

/** Decimals of a currency after ISO 4217: JPY 0, USD 2, KWD 3. Refuses an unknown code. */
export function minorUnit(currency: string): number {
  return minorUnits.get(currency) ?? refuse('currency_unknown', { currency }, 'currency');
}

/**
 * Minor units from what somebody typed: digits with an optional point and at most the currency's
 * decimals; spaces and commas between thousands are taken. Refuses `amount_invalid` with an
 * example of the right form, and with the rule that is broken where it is known. Zero is an
 * amount; the caller says if it may be.
 */
export function parseAmount(text: string, currency: string, field = 'amount'): bigint {
  const unit = minorUnit(currency);
  const plain = text.trim().replace(/(?<=\d)[,\s\u00a0](?=\d{3}(?:\D|$))/g, '');
  const match = /^(\d{1,16})(?:\.(\d+))?$/.exec(plain);
  const whole = match?.[1];
  const decimals = match?.[2] ?? '';
  const example = decimalAmount(123450n, currency);
  if (whole === undefined) {
    const rule = /^[-\u2212]\s*\.?\d/.test(plain) ? { rule: 'negative' } : {};
    return refuse('amount_invalid', { currency, example, ...rule }, field);
  }
  if (decimals.length > unit) {
    return refuse('amount_invalid', { currency, example, rule: 'decimals', limit: unit }, field);
  }
  const amountMinor = BigInt(whole + decimals.padEnd(unit, '0'));
  if (amountMinor > MAX_AMOUNT_MINOR) {
    return refuse('amount_invalid', { currency, example }, field);
  }
  return amountMinor;
}

/** `1600.00`: the form for programs and tables, with a plain minus. */
export function decimalAmount(amountMinor: bigint, currency: string): string {
  const { sign, whole, decimals } = digits(amountMinor, currency);
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** `1,600.00`: the form for people, with U+2212 as minus. */
export function formatAmount(amountMinor: bigint, currency: string): string {
  const { sign, whole, decimals } = digits(amountMinor, currency);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign && '\u2212'}${grouped}${decimals === '' ? '' : `.${decimals}`}`;
}

/** `USD 1,600.00` with a space that does not break. */
export function formatMoney(money: Money): string {
  return `${money.currency}\u00a0${formatAmount(money.amountMinor, money.currency)}`;
}

/** `numerator / denominator` rounded half to even (IEEE 754 §4.3.1); the denominator is positive. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const quotient = magnitude / denominator;
  const twice = (magnitude % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

function digits(
  amountMinor: bigint,
  currency: string,
): { sign: string; whole: string; decimals: string } {
  const unit = minorUnit(currency);
  const negative = amountMinor < 0n;
  const text = (negative ? -amountMinor : amountMinor).toString().padStart(unit + 1, '0');
  return {
    sign: negative ? '-' : '',
    whole: text.slice(0, text.length - unit),
    decimals: text.slice(text.length - unit),
  };
}
