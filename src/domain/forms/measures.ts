/** Numbers, days and points of a scale, as text and exactly. */
import type { Checked } from './check-answer.ts';
import type { Field } from './task-form.ts';

type Kind<Name extends Field['kind']> = Extract<Field, { kind: Name }>;

const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{0,10})?|\.\d{1,10})$/;
const DECIMALS = 10;

/** Kept as it reads without a sign and zeros that say nothing: "+07.50" is "7.5". */
export function checkNumber(field: Kind<'number'>, text: string | null): Checked {
  if (text === '') return { value: null };
  const plain = text?.replace(/^\u2212/, '-') ?? '';
  if (!NUMBER.test(plain)) return { problem: { rule: 'number' } };
  const units = unitsOf(plain);
  const [min, max] = [field.min, field.max].map((end) => (end === undefined ? null : unitsIn(end)));
  if ((min != null && units < min) || (max != null && units > max)) {
    const range = { from: textOr(field.min), to: textOr(field.max) };
    return { problem: { rule: 'out_of_range', ...range } };
  }
  if (field.step !== undefined && (units - (min ?? 0n)) % unitsIn(field.step) !== 0n) {
    return { problem: { rule: 'step', from: String(field.min ?? 0), to: String(field.step) } };
  }
  return { value: textOf(units) };
}

export function checkDate(field: Kind<'date'>, text: string | null): Checked {
  if (text === '') return { value: null };
  if (text === null || !isDay(text)) return { problem: { rule: 'date' } };
  if (
    (field.min !== undefined && text < field.min) ||
    (field.max !== undefined && text > field.max)
  ) {
    return { problem: { rule: 'out_of_range', from: field.min, to: field.max } };
  }
  return { value: text };
}

export function checkScale(field: Kind<'scale'>, text: string | null): Checked {
  if (text === '') return { value: null };
  return pointsOf(field).includes(text ?? '')
    ? { value: text ?? '' }
    : { problem: { rule: 'not_listed' } };
}

/** The points that a scale offers, from the low end to the high one. */
export function pointsOf({ from, to }: Kind<'scale'>): string[] {
  return Array.from({ length: to - from + 1 }, (_none, place) => String(from + place));
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function unitsIn(value: number): bigint {
  return unitsOf(value.toFixed(DECIMALS));
}

function unitsOf(text: string): bigint {
  const [whole = '', decimals = ''] = text.replace(/^[+-]/, '').split('.');
  const units = BigInt(whole + decimals.padEnd(DECIMALS, '0'));
  return text.startsWith('-') ? -units : units;
}

function textOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(DECIMALS + 1, '0');
  const decimals = digits.slice(-DECIMALS).replace(/0+$/, '');
  const whole = digits.slice(0, -DECIMALS);
  return `${units < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

function textOr(end: number | undefined): string | undefined {
  return end === undefined ? undefined : String(end);
}
