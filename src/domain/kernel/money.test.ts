import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CURRENCIES,
  decimalAmount,
  divideHalfEven,
  formatAmount,
  formatMoney,
  isCurrency,
  MAX_AMOUNT_MINOR,
  minorUnit,
  parseAmount,
} from './money.ts';

const currency = fc.constantFrom(...CURRENCIES);
const amountMinor = fc.bigInt(0n, MAX_AMOUNT_MINOR);

test.each([
  ['JPY', 0],
  ['USD', 2],
  ['KWD', 3],
  ['CLF', 4],
  ['MGA', 2],
])('%s has %i decimals', (code, unit) => expect(minorUnit(code)).toBe(unit));

test('every currency of ISO 4217 in use is known, and nothing else', () => {
  expect(CURRENCIES.length).toBeGreaterThan(150);
  expect(isCurrency('XXZ')).toBe(false);
  expect(() => minorUnit('usd')).toThrow(expect.objectContaining({ code: 'currency_unknown' }));
});

test('what was formatted reads back as the same amount, in every currency', () => {
  fc.assert(
    fc.property(currency, amountMinor, (code, amount) => {
      expect(parseAmount(decimalAmount(amount, code), code)).toBe(amount);
      expect(parseAmount(formatAmount(amount, code), code)).toBe(amount);
    }),
  );
});

describe('what people type', () => {
  test.each([
    ['1200', 'USD', 120_000n],
    [' 1,200.5 ', 'USD', 120_050n],
    ['1 200.00', 'USD', 120_000n],
    ['1200', 'JPY', 1_200n],
    ['1.25', 'KWD', 1_250n],
    ['0', 'USD', 0n],
  ])('%s %s', (typed, code, amount) => expect(parseAmount(typed, code)).toBe(amount));

  test.each([
    ['1.200,-', 'USD'],
    ['1.999', 'USD'],
    ['1.5', 'JPY'],
    ['-5', 'USD'],
    ['1e9', 'USD'],
    ['', 'USD'],
    ['12,00', 'USD'],
    ['NaN', 'USD'],
    ['99999999999999999999', 'USD'],
    ['10000000000000.01', 'USD'],
  ])('%s %s is refused', (typed, code) => {
    expect(() => parseAmount(typed, code, 'price')).toThrow(
      expect.objectContaining({ code: 'amount_invalid', field: 'price' }),
    );
  });

  test.each([
    ['-1', 'USD', { rule: 'negative' }],
    ['\u22120.5', 'USD', { rule: 'negative' }],
    ['0.001', 'USD', { rule: 'decimals', limit: 2 }],
    ['1.5', 'JPY', { rule: 'decimals', limit: 0 }],
  ])('%s %s is refused with what is wrong', (typed, code, data) => {
    const refused = expect.objectContaining({ data: expect.objectContaining(data) });
    expect(() => parseAmount(typed, code)).toThrow(refused);
  });
});

test.each([
  [{ amountMinor: 160_000n, currency: 'USD' }, 'USD\u00a01,600.00'],
  [{ amountMinor: -12_800n, currency: 'USD' }, 'USD\u00a0\u2212128.00'],
  [{ amountMinor: 1_200n, currency: 'JPY' }, 'JPY\u00a01,200'],
  [{ amountMinor: 1_250n, currency: 'KWD' }, 'KWD\u00a01.250'],
])('%o reads %s', (money, words) => expect(formatMoney(money)).toBe(words));

test('half goes to the even neighbour, below zero too', () => {
  const halves = [5n, 15n, 25n, -5n, -15n, -25n, 14n, 16n];
  expect(halves.map((n) => divideHalfEven(n, 10n))).toEqual([0n, 2n, 2n, 0n, -2n, -2n, 1n, 2n]);
});
